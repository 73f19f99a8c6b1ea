using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Shell;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ChatSupport.Reports.Pages;

/// <summary>What the script of the pages asks for and sends. All of it is sealed; each call wants the token of the page against forged requests, and no id
/// stands in an address.</summary>
internal static class ReportDoors
{
    private const long LongestBody = (2 * SealedShape.Longest) + (16 * 1024); // a sealed text in Base64 with what stands around it

    /// <summary>Maps them among the calls of the console.</summary>
    public static RouteGroupBuilder MapReports(this RouteGroupBuilder doors)
    {
        var reports = doors.MapGroup("/reports").RequireAuthorization().AddEndpointFilter(KeepNowhere);
        reports.MapPost("/key/prove", Prove);
        reports.MapPost("/key/keep", Keep);
        reports.MapPost("/case/open", Open);
        reports.MapPost("/case/file", File);
        reports.MapPost("/case/note", Note);
        reports.MapPost("/case/reply", Reply);
        reports.MapPost("/case/identity", Identity);
        reports.MapPost("/case/who", Who);
        reports.MapPost("/case/export", Export);
        reports.MapPost("/case/print", Print);
        reports.MapGiving();
        return doors;
    }

    private static async ValueTask<object?> KeepNowhere(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LongestBody;
        return await next(context);
    }

    private static IResult Prove([FromForm] string recipient, HttpContext context, KeyBook book) => book.Prove(SessionOf(context), recipient) is { } question
        ? TypedResults.Json(new QuestionAnswer(question))
        : (IResult)Trouble(CaseRefusal.HasKey);

    private static async Task<IResult> Keep(
        [FromForm] string recipient, [FromForm] string proof, [FromForm] string kind, [FromForm] string? hint, [FromForm] string blob, HttpContext context, KeyBook book)
    {
        if (Bytes(proof) is not { } answer || Bytes(blob) is not { } file)
            return Trouble(CaseRefusal.NotSealed);
        var kept = await book.Keep(SessionOf(context), new LockedKey(recipient, kind, hint ?? "", file), answer, context.RequestAborted);
        return kept.Why is { } why ? (IResult)Trouble(why) : TypedResults.Json(new Doors.DoneAnswer(true));
    }

    private static async Task<IResult> Open([FromForm] string ofCase, HttpContext context, SealedCaseBook book)
    {
        var (why, opened) = await book.Open(SessionOf(context), ofCase, context.RequestAborted);
        if (opened is null)
            return Trouble(why!);
        var tongue = new Tongue { Language = Tongue.Read(context.Request.Cookies[Tongue.Cookie]) };
        return TypedResults.Json(new OpenedCase(
            opened.OfCase, opened.Own, opened.Grants,
            [.. opened.Items.Select(ItemOf)], opened.Attachments, CaseSay.Questions(tongue), CaseSay.Choices(tongue), CaseSay.Tasks(tongue)));
    }

    private static async Task<IResult> Who([FromForm] string ofCase, HttpContext context, SealedCaseBook book) =>
        await book.Who(SessionOf(context), ofCase, context.RequestAborted) is { } who ? TypedResults.Json(new WhoAnswer([.. who.Select(ItemOf)])) : (IResult)Trouble(CaseRefusal.NotThere);

    /// <summary>The words of the file are English: whoever opens it years later may read no Khmer, and what was said stays as it was said.</summary>
    private static async Task<IResult> Export(
        [FromForm] string ofCase, [FromForm] string purpose, [FromForm] string recipient, [FromForm] bool withWho, HttpContext context, ExportBook book)
    {
        var (why, export) = await book.Export(SessionOf(context), ofCase, new ExportAsked(purpose, recipient, withWho), context.RequestAborted);
        if (export is null)
            return Trouble(why!);
        var english = new Tongue();
        return TypedResults.Json(new ExportedCase(
            export.Of.Code, Tongue.Time(export.At), export.By, CaseSay.Facts(export.Of), [.. export.Items.Select(ItemOf)], export.Attachments,
            CaseSay.Questions(english), CaseSay.Choices(english), CaseSay.Tasks(english)));
    }

    private static async Task<IResult> Print([FromForm] string ofCase, HttpContext context, ExportBook book) =>
        await book.Print(SessionOf(context), ofCase, context.RequestAborted) is { } head
            ? TypedResults.Json(new PrintAnswer(head.Code, Tongue.Time(head.At), head.By)) : (IResult)Trouble(CaseRefusal.NotThere);

    private static OpenedItem ItemOf(SealedItem item) =>
        new(item.Purpose, item.Row, item.Epoch, Tongue.Time(DateTimeOffset.FromUnixTimeMilliseconds(item.At)), item.IsOurs, item.Media, item.File);

    private static async Task<IResult> File([FromForm] string ofCase, [FromForm] string row, HttpContext context, SealedCaseBook book) =>
        await book.File(SessionOf(context), ofCase, row, context.RequestAborted) is { } file ? TypedResults.Bytes(file, "application/octet-stream") : (IResult)Trouble(CaseRefusal.NotThere);

    private static async Task<IResult> Note([FromForm] string ofCase, [FromForm] string row, [FromForm] uint epoch, [FromForm] string file, HttpContext context, SealedCaseBook book) =>
        Said(Bytes(file) is { } bytes ? await book.Write(SessionOf(context), new SealedText(ofCase, row, epoch, bytes), context.RequestAborted) : null);

    private static async Task<IResult> Reply([FromForm] string ofCase, [FromForm] string row, [FromForm] uint epoch, [FromForm] string file, HttpContext context, SealedCaseBook book) =>
        Said(Bytes(file) is { } bytes ? await book.Reply(SessionOf(context), new SealedText(ofCase, row, epoch, bytes), context.RequestAborted) : null);

    private static async Task<IResult> Identity([FromForm] string ofCase, [FromForm] string row, [FromForm] uint epoch, [FromForm] string file, HttpContext context, SealedCaseBook book) =>
        Said(Bytes(file) is { } bytes ? await book.WriteWho(SessionOf(context), new SealedText(ofCase, row, epoch, bytes), context.RequestAborted) : null);

    private static IResult Said(SaidAt? said) => said switch
    {
        null => Trouble(CaseRefusal.NotSealed),
        { Why: { } why } => Trouble(why),
        _ => TypedResults.Json(new SaidAnswer(Tongue.Time(said.At), said.By)),
    };

    internal static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }

    internal static JsonHttpResult<Doors.TroubleAnswer> Trouble(string why) => TypedResults.Json(new Doors.TroubleAnswer(why), statusCode: StatusCodes.Status422UnprocessableEntity);

    internal static string? SessionOf(HttpContext context) => context.User.FindFirst(StaffSignIn.SessionClaim)?.Value;

    internal sealed record QuestionAnswer(byte[] Question);

    internal sealed record SaidAnswer(string At, string By);

    internal sealed record OpenedItem(string Purpose, string Row, uint Epoch, string At, bool IsOurs, string Media, byte[] File);

    internal sealed record WhoAnswer(IReadOnlyList<OpenedItem> Items);

    internal sealed record PrintAnswer(string Code, string At, string By);

    internal sealed record ExportedCase(
        string Code, string At, string By, IReadOnlyList<string> Facts, IReadOnlyList<OpenedItem> Items, IReadOnlyList<SealedAttachment> Attachments,
        IReadOnlyDictionary<string, string> Questions, IReadOnlyDictionary<string, string> Choices, IReadOnlyDictionary<string, string> Tasks);

    internal sealed record OpenedCase(
        string OfCase, LockedKey Own, IReadOnlyList<SealedGrant> Grants, IReadOnlyList<OpenedItem> Items, IReadOnlyList<SealedAttachment> Attachments,
        IReadOnlyDictionary<string, string> Questions, IReadOnlyDictionary<string, string> Choices, IReadOnlyDictionary<string, string> Tasks);
}
