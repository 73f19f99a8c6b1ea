using System.Globalization;
using System.Text.RegularExpressions;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Leaders;

namespace ChatSupport.Savings.Meetings;

/// <summary>Counts the notes at the end of a meeting, and closes it. A blank is not zero and not "the same": each currency in use is counted, if only to say that there is none.</summary>
internal static partial class Counting
{
    private const int LongestText = 1000;
    private const int MostKinds = 30;

    private static readonly long[] riel = [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 20_000, 30_000, 50_000, 100_000, 200_000];
    private static readonly long[] dollars = [1, 2, 5, 10, 20, 50, 100];

    /// <summary>Notes what was counted of one currency; it takes the place of what was counted before. Once all are counted, the meeting is.</summary>
    public static Said Count(MeetingPen pen, Meeting meeting, string code, string text)
    {
        if (CurrencyFacts.Find(code) is not { } currency)
            return new Said("not-understood");
        var (notes, why) = ReadNotes(text, currency);
        if (why is not null)
            return new Said(why);
        MeetingRows.Uncount(pen.Session, meeting.Id, code);
        foreach (var (note, pieces) in notes)
            MeetingRows.Write(pen.Session, new NoteCount(meeting.Id, code, note, pieces, pen.Leader.Id));
        if (Missing(pen, meeting).Count > 0)
            return new Said("go-on");
        MeetingRows.Write(pen.Session, meeting.After(MeetingEvent.Count));
        return new Said("done");
    }

    /// <summary>Currencies of which no notes were counted yet. Riel always is one: everybody has some, or says that there is none.</summary>
    public static IReadOnlyList<Currency> Missing(MeetingPen pen, Meeting meeting) =>
        [.. InUse(pen, meeting).Where(currency => MeetingRows.Counted(pen.Session, meeting.Id, currency) is null)];

    /// <summary>What should be in the leaders' hands, in each currency in use.</summary>
    public static IReadOnlyList<Money> Expected(MeetingPen pen, Meeting meeting) => [.. InUse(pen, meeting).Select(currency => Held(pen, currency))];

    /// <summary>What was counted, in each currency in use.</summary>
    public static IReadOnlyList<Money> Counted(MeetingPen pen, Meeting meeting) =>
        [.. InUse(pen, meeting).Select(currency => MeetingRows.Counted(pen.Session, meeting.Id, currency)).OfType<Money>()];

    /// <summary>Something was forgotten: the meeting goes on. What was counted holds no more.</summary>
    public static Said Resume(MeetingPen pen, Meeting meeting)
    {
        if (!meeting.Can(MeetingEvent.Resume))
            return new Said("done");
        MeetingRows.Uncount(pen.Session, meeting.Id);
        MeetingRows.Write(pen.Session, meeting.After(MeetingEvent.Resume));
        return new Said("done");
    }

    /// <summary>Closes it for ever. Where there is another leader, she does it, not who opened it; who is alone closes it herself, and an officer looks at it afterwards.</summary>
    public static Said Close(MeetingPen pen, Meeting meeting)
    {
        if (!meeting.Can(MeetingEvent.Close))
            return new Said("not-counted");
        var others = LeaderRows.Leading(pen.Session, pen.Leader.Group).Any(seat => seat.Id != pen.Leader.Id && seat.Conversation is not null)
            && !meeting.IsOld(pen.Ledger.Today); // the other one did not come for days: an officer looks at it instead
        if (meeting.Opener == pen.Leader.Id && others)
            return new Said("other-closes");
        MeetingRows.Write(pen.Session, meeting.After(MeetingEvent.Close) with
        {
            Closer = pen.Leader.Id,
            ClosedAt = pen.Ledger.Now,
            ExpectedRiel = Held(pen, Currency.Khr).Minor, // floats go on afterwards, and the officer has to see both
            ExpectedCents = Held(pen, Currency.Usd).Minor,
        });
        return new Said(meeting.Opener == pen.Leader.Id ? "done-alone" : "done");
    }

    /// <summary>Notes and how many of each: <c>10000x3, 5000 x 2</c>, in any digits; <c>0</c> for none.</summary>
    /// <returns>The notes, or why it cannot be taken.</returns>
    public static (IReadOnlyList<(long Note, long Pieces)> Notes, string? Why) ReadNotes(string text, Currency currency)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
            return ([], "blank");
        var plain = Signs().Replace(Digits.ToArabic(text), " ").Trim();
        if (plain == "0")
            return ([(0, 0)], null);
        var found = Pair().Matches(plain);
        if (found.Count is 0 or > MostKinds || Pair().Replace(plain, "").Any(c => !char.IsWhiteSpace(c) && c is not (',' or ';')))
            return ([], "not-understood");
        var notes = new Dictionary<long, long>();
        foreach (Match one in found)
        {
            if (!long.TryParse(one.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var note)
                || !(currency == Currency.Khr ? riel : dollars).Contains(note))
            {
                return ([], "no-such-note");
            }
            if (!int.TryParse(one.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var pieces) || pieces > 100_000)
                return ([], "not-understood");
            if (!notes.TryAdd(note, pieces))
                return ([], "note-twice");
        }
        var some = notes.Where(pair => pair.Value > 0).Select(pair => (pair.Key, pair.Value)).ToList();
        return (some.Count > 0 ? some : [(0, 0)], null);
    }

    private static List<Currency> InUse(MeetingPen pen, Meeting meeting)
    {
        var entered = pen.Session["SELECT DISTINCT a.currency FROM savings_entries e JOIN savings_accounts a ON a.number = e.dr WHERE e.link = $1"].All(row => row.GetString(0), meeting.Id);
        return [.. CurrencyFacts.All.Where(facts => facts.Currency == Currency.Khr || entered.Contains(facts.Code) || Held(pen, facts.Currency).Minor != 0).Select(facts => facts.Currency)];
    }

    private static Money Held(MeetingPen pen, Currency currency) =>
        LeaderRows.Leading(pen.Session, pen.Leader.Group).Aggregate(new Money(0, currency), (sum, seat) => sum + pen.Float(seat.Id, currency));

    [GeneratedRegex(@"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\s*[x×X*]\s*([0-9]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Pair();

    [GeneratedRegex("[$៛]|រៀល", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Signs();
}
