using System.Globalization;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Supervision;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;
using ChatSupport.Staff.Voices;
using Microsoft.AspNetCore.Http.Features;

namespace ChatSupport.Escalation.Pages;

/// <summary>Voice notes and pictures of a chat, for who answers it in the console.</summary>
internal static class DeskDoors
{
    private const string Path = "/console/desk/media";
    private const string VoicePath = "/desk/voice";

    /// <summary>Maps it. Comes after the console.</summary>
    public static void MapDeskMedia(this IEndpointRouteBuilder routes) => routes.MapGet(Path, Media).RequireAuthorization();

    public static string AddressOf(long line) => $"{Path}?line={line}";

    /// <summary>Where a voice for the worker of a chat is sent.</summary>
    public static string VoiceOf(string chat) => $"/console{VoicePath}?chat={Uri.EscapeDataString(chat)}";

    /// <summary>Where a referral is sent as it is read aloud.</summary>
    public static string VoiceOf(Referral one) => string.Create(CultureInfo.InvariantCulture, $"/console{VoicePath}?referral={Uri.EscapeDataString(one.Id)}&version={one.Version}");

    /// <summary>Maps where a voice is sent, among the calls of the console, which want the token of the page against forged requests.</summary>
    public static RouteGroupBuilder MapDeskVoice(this RouteGroupBuilder doors)
    {
        doors.MapPost(VoicePath, Take).RequireAuthorization();
        return doors;
    }

    private static async Task<IResult> Take(string? chat, string? referral, int? version, HttpContext context, SendingBook book)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = VoiceConversion.MostBytes + (64 * 1024); // the usual limit is that of forms
        var session = context.User.FindFirst(StaffSignIn.SessionClaim)?.Value;
        var answer = referral is { } id
            ? await book.ReadAloud(session, id, version ?? 0, context.Request.Body, context.RequestAborted)
            : await book.Say(session, chat ?? "", context.Request.Body, context.RequestAborted);
        return answer is DeskAnswer.Refused refused
            ? TypedResults.Json(new Doors.TroubleAnswer(refused.Why), statusCode: StatusCodes.Status422UnprocessableEntity)
            : TypedResults.Json(new Doors.DoneAnswer(true));
    }

    private static async Task<IResult> Media(long? line, HttpContext context, MineBook book)
    {
        try
        {
            var media = await book.Media(context.User.FindFirst(StaffSignIn.SessionClaim)?.Value, line ?? 0, context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            return media is { ContentType: var type, Bytes: var bytes } && (type.StartsWith("audio/", StringComparison.Ordinal) || type is "image/jpeg" or "image/png" or "image/webp")
                ? TypedResults.Bytes(bytes, type)
                : TypedResults.NotFound();
        }
        catch (Exception refused) when (refused is StaffDeniedException or SessionEndedException)
        {
            return TypedResults.Text(refused.Message, statusCode: StatusCodes.Status403Forbidden);
        }
    }
}
