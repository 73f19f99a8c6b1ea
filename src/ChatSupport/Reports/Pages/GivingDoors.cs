using System.Globalization;
using ChatSupport.Reports.Giving;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ChatSupport.Reports.Pages;

/// <summary>What the page of keys asks for and sends: one case a call, so that what was done stays done.</summary>
internal static class GivingDoors
{
    private const int MostKeys = 200; // of a case in one call; a body does not hold more

    /// <summary>Maps them among the calls of reports.</summary>
    public static void MapGiving(this RouteGroupBuilder reports)
    {
        reports.MapPost("/keys/begin", Begin);
        reports.MapPost("/keys/next", Next);
        reports.MapPost("/keys/give", Give);
        reports.MapPost("/keys/own/next", NextOwn);
        reports.MapPost("/keys/own/closed", TakeBack);
        reports.MapPost("/keys/new/next", NextNew);
        reports.MapPost("/keys/new/keep", Keep);
    }

    private static IResult Begin([FromForm] string to, HttpContext context, GivingBook book)
    {
        var (why, begun) = book.Begin(ReportDoors.SessionOf(context), to);
        return begun is null ? ReportDoors.Trouble(why!) : TypedResults.Json(begun);
    }

    private static JsonHttpResult<NextCase> Next([FromForm] string to, [FromForm] string? after, HttpContext context, GivingBook book) => Found(book.Next(ReportDoors.SessionOf(context), to, after));

    private static JsonHttpResult<NextCase> NextOwn([FromForm] string? after, HttpContext context, OwnKeysBook book) => Found(book.Next(ReportDoors.SessionOf(context), after));

    private static async Task<IResult> TakeBack([FromForm] string ofCase, [FromForm] string rows, HttpContext context, OwnKeysBook book) =>
        Said(await book.TakeBack(ReportDoors.SessionOf(context), ofCase, rows.Split('\n', StringSplitOptions.RemoveEmptyEntries), context.RequestAborted));

    private static JsonHttpResult<NextCase> Found(KeysToGive? next) =>
        TypedResults.Json(new NextCase(next?.OfCase, next?.ReaderEpoch ?? 0, [.. next?.Keys.Select(key => new SealedGrant(key.Key.Purpose, key.Row, key.Key.Epoch, key.File)) ?? []]));

    private static async Task<IResult> Give([FromForm] string ofCase, [FromForm] string to, [FromForm] uint readerEpoch, [FromForm] string keys, HttpContext context, GivingBook book)
    {
        var read = Lines(keys, words => words is [var purpose, var epoch, var row, var file] && purpose is CaseKeyId.Case or CaseKeyId.Thread && TryNumber(epoch, out var number)
            && ReportDoors.Bytes(file) is { } bytes ? new GivenKey(new CaseKeyId(purpose, number), row, bytes) : null);
        return Said(read is null ? new CaseAnswer(CaseRefusal.NotSealed) : await book.Give(ReportDoors.SessionOf(context), ofCase, to, readerEpoch, read, context.RequestAborted));
    }

    private static JsonHttpResult<KeyToMake> NextNew([FromForm] string? after, HttpContext context, NewKeyBook book)
    {
        var next = book.Next(ReportDoors.SessionOf(context), after);
        return TypedResults.Json(next ?? new KeyToMake("", 0, [], "", ""));
    }

    private static async Task<IResult> Keep([FromForm] string ofCase, [FromForm] uint epoch, [FromForm] string recipient, [FromForm] string keys, HttpContext context, NewKeyBook book)
    {
        var read = Lines(keys, words => words is [var staff, var readerEpoch, var row, var file] && TryNumber(readerEpoch, out var number) && ReportDoors.Bytes(file) is { } bytes
            ? new KeyGift(staff, number, row, bytes) : null);
        return Said(read is null ? new CaseAnswer(CaseRefusal.NotSealed) : await book.Keep(ReportDoors.SessionOf(context), ofCase, new MadeKey(epoch, recipient, read), context.RequestAborted));
    }

    private static IResult Said(CaseAnswer answer) => answer.Why is { } why ? ReportDoors.Trouble(why) : TypedResults.Json(new Doors.DoneAnswer(true));

    /// <summary>A line for each key, words between blanks.</summary>
    /// <returns>Null where a line is not as it must be.</returns>
    private static List<T>? Lines<T>(string text, Func<string[], T?> read) where T : class
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var all = lines.Length > MostKeys ? [] : lines.Select(line => read(line.Trim('\r').Split(' '))).OfType<T>().ToList();
        return all.Count == lines.Length ? all : null;
    }

    private static bool TryNumber(string text, out uint number) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    internal sealed record NextCase(string? OfCase, uint ReaderEpoch, IReadOnlyList<SealedGrant> Keys);
}
