using ChatSupport.Content.Drafts;
using ChatSupport.Content.Recordings;
using ChatSupport.Dialogs.Model;
using ChatSupport.Staff.Shell;
using ChatSupport.Staff.Voices;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatSupport.Content.Pages;

/// <summary>The calls behind the recordings of a screen: to hear one as it stands in the drafts, and to send a new one.</summary>
internal static class RecordingDoors
{
    private const string Path = "/recordings";
    private const string Type = "audio/ogg";

    /// <summary>Maps them among the calls of the console, which want the token of the page against forged requests.</summary>
    public static RouteGroupBuilder MapRecordings(this RouteGroupBuilder doors)
    {
        doors.MapGet(Path, Hear).RequireAuthorization();
        doors.MapPost(Path, Keep).RequireAuthorization();
        return doors;
    }

    /// <summary>Where a recording is heard.</summary>
    /// <param name="name">Its name with language and without ending.</param>
    /// <param name="hash">What tells it from an earlier one of the same name; null where that is not known.</param>
    public static string AddressOf(string name, string? hash = null) => $"/console{Path}?name={Uri.EscapeDataString(name)}{(hash is null ? "" : $"&is={hash[..8]}")}";

    /// <summary>Where a recording is sent.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="language">The language.</param>
    /// <param name="print">What the text is that is read.</param>
    public static string AddressOf(ScreenId screen, string language, string print) =>
        $"/console{Path}?dialog={Uri.EscapeDataString(screen.Dialog)}&screen={Uri.EscapeDataString(screen.Screen)}&language={Uri.EscapeDataString(language)}&print={print}";

    private static async Task<IResult> Hear(string? name, HttpContext context, RecordingBook book) =>
        await book.Read(SessionOf(context), name ?? "", context.RequestAborted) is { } bytes
            ? TypedResults.Bytes(bytes, Type, enableRangeProcessing: true)
            : TypedResults.NotFound();

    private static async Task<IResult> Keep(string? dialog, string? screen, string? language, string? print, HttpContext context, RecordingBook book)
    {
        if (context.Request.ContentLength > VoiceConversion.MostBytes)
            return Trouble(RecordingBook.TooLarge);
        // The usual limit is that of forms. Where no length was said, the book stops to read by itself.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = VoiceConversion.MostBytes + (64 * 1024);
        var outcome = await book.Keep(SessionOf(context), new ScreenId(dialog ?? "", screen ?? ""), language ?? "", print ?? "", context.Request.Body, context.RequestAborted);
        return outcome is EditOutcome.Refused refused ? Trouble(refused) : TypedResults.Json(new Doors.DoneAnswer(true));
    }

    private static JsonHttpResult<Doors.TroubleAnswer> Trouble(EditOutcome.Refused refused) => TypedResults.Json(new Doors.TroubleAnswer(refused.Why),
        statusCode: ReferenceEquals(refused, RecordingBook.TooLarge) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity);

    private static string? SessionOf(HttpContext context) => context.User.FindFirst(StaffSignIn.SessionClaim)?.Value;
}
