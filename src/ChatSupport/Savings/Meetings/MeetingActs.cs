using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Running;
using ChatSupport.Savings.Entries;

namespace ChatSupport.Savings.Meetings;

/// <summary>Does what a leader asks for. What is refused writes nothing, or only that it was asked.</summary>
internal static class MeetingActs
{
    /// <summary>Does one act.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="asked">What she asked for; anything in it may be odd.</param>
    public static Said Do(MeetingPen pen, Effect asked) => asked.Name switch
    {
        MeetingActions.Plan => Plan(pen, With(asked, "day")),
        MeetingActions.Open => Open(pen),
        MeetingActions.Cancel => Cancel(pen),
        MeetingActions.Give => HandingOver.Give(pen, With(asked, "text")),
        MeetingActions.Keep => HandingOver.Keep(pen),
        _ when pen.Running is { } meeting => Do(pen, meeting, asked),
        _ => new Said("no-meeting"),
    };

    private static Said Do(MeetingPen pen, Meeting meeting, Effect asked) => asked.Name switch
    {
        MeetingActions.Close => Counting.Close(pen, meeting),
        MeetingActions.Resume => Counting.Resume(pen, meeting),
        MeetingActions.Wrong => Wrong(pen, meeting, With(asked, "entry")),
        _ when !meeting.Can(MeetingEvent.Enter) => new Said("is-counted"),
        MeetingActions.Sheet or MeetingActions.Want or MeetingActions.Mark or MeetingActions.Everybody or MeetingActions.Absent when meeting.IsOld(pen.Ledger.Today) => new Said("old-meeting"),
        MeetingActions.Mark => Mark(pen, meeting, With(asked, "member"), With(asked, "here") == "yes"),
        MeetingActions.Everybody => Everybody(pen, meeting),
        MeetingActions.Absent => Absent(pen, meeting, With(asked, "books")),
        MeetingActions.Sheet => Sheets.Record(pen, meeting, With(asked, "text"), IsYes(asked, "cents"), IsYes(asked, "more")),
        MeetingActions.Want => Withdrawing.Ask(pen, meeting, With(asked, "text"), IsYes(asked, "cents")),
        MeetingActions.Pay => Withdrawing.Pay(pen, meeting, With(asked, "hold")),
        MeetingActions.Count => Counting.Count(pen, meeting, With(asked, "currency"), With(asked, "notes")),
        _ => new Said("refused"),
    };

    private static Said Plan(MeetingPen pen, string day)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on < pen.Ledger.Today)
            return new Said("not-that-day");
        var planned = MeetingRows.Planned(pen.Session, pen.Leader.Group);
        MeetingRows.Write(pen.Session, planned is null
            ? new Meeting { Id = pen.NewId("meeting"), Group = pen.Leader.Group, Day = on }
            : planned.After(MeetingEvent.Plan) with { Day = on });
        return new Said("done");
    }

    private static Said Open(MeetingPen pen)
    {
        if (pen.Running is not null)
            return new Said("done"); // another leader was faster, or she asks again
        var planned = MeetingRows.Planned(pen.Session, pen.Leader.Group);
        var meeting = planned?.Day <= pen.Ledger.Today ? planned : new Meeting { Id = pen.NewId("meeting"), Group = pen.Leader.Group, Day = pen.Ledger.Today };
        MeetingRows.Write(pen.Session, meeting.After(MeetingEvent.Open) with { Day = pen.Ledger.Today, Opener = pen.Leader.Id, OpenedAt = pen.Ledger.Now });
        return new Said("done");
    }

    private static Said Cancel(MeetingPen pen)
    {
        if ((pen.Running ?? MeetingRows.Planned(pen.Session, pen.Leader.Group)) is not { } meeting)
            return new Said("done");
        var isEmpty = pen.Session["SELECT 1 FROM savings_entries WHERE link = $1 LIMIT 1"].One(meeting.Id) is null;
        if (!meeting.Can(MeetingEvent.Cancel, isEmpty))
            return new Said("not-empty");
        MeetingRows.Write(pen.Session, meeting.After(MeetingEvent.Cancel, isEmpty));
        return new Said("done");
    }

    private static Said Mark(MeetingPen pen, Meeting meeting, string member, bool here)
    {
        if (!pen.Members.Any(one => one.Id == member))
            return new Said("no-book");
        MeetingRows.Mark(pen.Session, meeting.Id, member, here);
        return new Said("done");
    }

    private static Said Everybody(MeetingPen pen, Meeting meeting)
    {
        foreach (var member in pen.Members.Where(member => MeetingRows.Here(pen.Session, meeting.Id, member.Id) is null))
            MeetingRows.Mark(pen.Session, meeting.Id, member.Id, here: true);
        return new Said("done");
    }

    private static Said Absent(MeetingPen pen, Meeting meeting, string typed)
    {
        var books = Digits.ToArabic(typed).Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(book => book.TrimStart('0').ToUpperInvariant()).ToList();
        if (books.Count == 0 || books.Exists(book => pen.Member(book) is null))
            return new Said("no-book"); // none is marked: she sees what she typed, and corrects it
        foreach (var book in books)
            MeetingRows.Mark(pen.Session, meeting.Id, pen.Member(book)!.Id, here: false);
        return new Said("done");
    }

    private static Said Wrong(MeetingPen pen, Meeting meeting, string typed)
    {
        if (!long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) || pen.Ledger.Entry(seq) is not { } entry || entry.Link != meeting.Id || entry.Kind == EntryKind.Reversal)
            return new Said("not-here");
        if (pen.Ledger.IsReversed(seq))
            return new Said("gone");
        if (MeetingRows.AskOf(pen.Session, seq) is { } before)
            return new Said(before.DeclinedBy is null ? "done" : "declined");
        MeetingRows.Write(pen.Session, new CorrectionAsk(pen.NewId("correction"), seq, meeting.Id, pen.Leader.Id, pen.Ledger.Now, null));
        return new Said("done");
    }

    private static string With(Effect asked, string name) => asked.With.GetValueOrDefault(name) ?? "";

    private static bool IsYes(Effect asked, string name) => With(asked, name) == "yes";
}
