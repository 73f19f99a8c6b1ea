using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Relay;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using Joining = ChatSupport.Escalation.Duty.Joining;

namespace ChatSupport.Escalation.Supervision;

/// <summary>An educator or supervisor answers in the console. What she may do is decided by her place on the roster; the lines themselves are the record of what she wrote.</summary>
internal sealed class MineBook(DeskPens pens, AuditTrail trail, StaffGuard guard, IEnumerable<IMediaSource> sources)
{
    public const int LongestText = 3500;
    private const int MostLines = 200;

    /// <summary>Her place as it is now. What is shown by it has arrived.</summary>
    /// <returns>Null where she has none.</returns>
    public async Task<MyDesk?> Look(string? session, CancellationToken cancel, bool byItself = false)
    {
        var person = byItself ? guard.RequireUnused(session, StaffAct.AnswerChats) : guard.Require(session, StaffAct.AnswerChats);
        if (pens.Read(pen => OwnPlace.Of(pen, person) is { } own && pen.ChatsOf(own.Id).Exists(chat => Reading.Unshown(pen, chat, own).Count > 0)))
        {
            await pens.Write(pen =>
            {
                if (OwnPlace.Of(pen, person) is { } own)
                    pen.ChatsOf(own.Id).ForEach(chat => Reading.Show(pen, chat, own));
                return true;
            }, cancel);
        }
        return pens.Read(pen => OwnPlace.Of(pen, person) is { } own ? DeskOf(pen, own) : null);
    }

    /// <summary>She takes chats from now on, here.</summary>
    public Task<DeskAnswer> ComeOn(string? session, CancellationToken cancel) => Act(session, "desk.on", "", (pen, own) =>
    {
        if (own is { Away: true, Conversation: not null })
        {
            Joining.LosePhone(pen, own); // her phone cannot be reached: nothing would arrive there
            own = pen.Educator(own.Id)!;
        }
        OnDuty.Begin(pen, own);
        return DeskAnswer.Done;
    }, cancel);

    public Task<DeskAnswer> Pause(string? session, CancellationToken cancel) => Act(session, "desk.pause", "", (pen, own) =>
    {
        OnDuty.Pause(pen, own, null);
        return DeskAnswer.Done;
    }, cancel);

    public Task<DeskAnswer> GoOff(string? session, CancellationToken cancel) => Act(session, "desk.off", "", (pen, own) =>
    {
        OnDuty.End(pen, own);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Takes a chat that she is asked to take.</summary>
    public Task<DeskAnswer> Take(string? session, string chat, CancellationToken cancel) => Act(session, "desk.take", chat, (pen, own) => Claiming.Take(pen, chat, own, null) switch
    {
        TakeOutcome.Taken => DeskAnswer.Done,
        TakeOutcome.AlreadyYours => DeskAnswer.Not(DeskRefusal.AlreadyYours),
        TakeOutcome.Over => DeskAnswer.Not(DeskRefusal.Over),
        TakeOutcome.Full => DeskAnswer.Not(DeskRefusal.Full),
        TakeOutcome.NotForYou => DeskAnswer.Not(DeskRefusal.NotForYou),
        _ => DeskAnswer.Not(DeskRefusal.AlreadyTaken),
    }, cancel);

    /// <summary>She cannot take it now; another is asked.</summary>
    public Task<DeskAnswer> NotNow(string? session, string chat, CancellationToken cancel) => Act(session, "desk.not-now", chat, (pen, own) =>
    {
        if (pen.Chat(chat) is not { IsOpen: true } open || !open.Offers.Any(offer => offer.Educator == own.Id))
            return DeskAnswer.Not(DeskRefusal.AlreadyTaken);
        if (open.State == DeskState.Transferring)
            Transfers.Lapse(pen, open);
        else
            Offering.Decline(pen, open, own, forGood: false);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Says something to the worker.</summary>
    public Task<DeskAnswer> Write(string? session, string chat, string text, CancellationToken cancel) => InChat(session, null, chat, (pen, open, own) =>
    {
        text = text.Trim();
        if (text.Length is 0 or > LongestText)
            return DeskAnswer.Not(text.Length == 0 ? DeskRefusal.NothingWritten : DeskRefusal.TooLong);
        Relaying.FromHelper(pen, open, own, new Said(text, null, null));
        pen.Save(pen.Chat(open.Id)!);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Sends a line again that did not arrive.</summary>
    public Task<DeskAnswer> Retry(string? session, string chat, long number, CancellationToken cancel) => InChat(session, null, chat, (pen, open, own) =>
    {
        if (pen.Lines.Find(number) is not { State: LineState.Failed } line || line.Chat != open.Id || line.Educator != own.Id)
            return DeskAnswer.Not(DeskRefusal.NotNow);
        Changes.Release(pen, open, line);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Changes what she wrote; the worker sees that it was changed.</summary>
    public Task<DeskAnswer> Change(string? session, string chat, long number, string text, CancellationToken cancel) => InChat(session, null, chat, (pen, open, own) =>
    {
        text = text.Trim();
        if (text.Length is 0 or > LongestText)
            return DeskAnswer.Not(text.Length == 0 ? DeskRefusal.NothingWritten : DeskRefusal.TooLong);
        if (pen.Lines.Find(number) is not { From: LineFrom.Helper } line || line.Chat != open.Id || line.Educator != own.Id || !Changes.Edit(pen, open, line, text))
            return DeskAnswer.Not(DeskRefusal.NotYourLine);
        pen.Save(pen.Chat(open.Id)!);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Asks another helper to go on with it; it stays hers until that one has it.</summary>
    public Task<DeskAnswer> HandOver(string? session, string chat, string to, CancellationToken cancel) => InChat(session, "desk.hand-over", chat, (pen, open, own) =>
    {
        if (open.Owner != own.Id || ChatButtons.Others(pen, open).FirstOrDefault(one => one.To.Id == to).To is not { } other || !open.Can(DeskEvent.Transfer))
            return DeskAnswer.Not(DeskRefusal.NotFree);
        Transfers.Ask(pen, open, own, other);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Says which hours she plans to answer.</summary>
    public Task<DeskAnswer> Plan(string? session, IReadOnlyList<ShiftBlock> plan, CancellationToken cancel) => Act(session, null, "", (pen, own) =>
    {
        if (RosterBook.Planned(own, plan) is not { } planned)
            return DeskAnswer.Not(DeskRefusal.BadPlan);
        pen.Save(planned);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Keeps a note that the worker never sees.</summary>
    public Task<DeskAnswer> Note(string? session, string chat, string text, CancellationToken cancel) => Typed(session, chat, DeskButton.Note, text, cancel);

    /// <summary>It is less urgent, and why.</summary>
    public Task<DeskAnswer> Lower(string? session, string chat, string why, CancellationToken cancel) => Typed(session, chat, DeskButton.Lower, why, cancel);

    /// <summary>Reports misuse by the worker; a supervisor looks at it.</summary>
    public Task<DeskAnswer> ReportMisuse(string? session, string chat, string what, CancellationToken cancel) => Typed(session, chat, DeskButton.Misuse, what, cancel);

    /// <summary>Does one of the things that take one click.</summary>
    public Task<DeskAnswer> Do(string? session, string chat, MyAct what, CancellationToken cancel) => InChat(session, what == MyAct.Seen ? null : ActWord(what), chat, (pen, open, own) =>
    {
        if (what is MyAct.MayKnowHer or MyAct.Cannot && open.Owner != own.Id)
            return DeskAnswer.Not(DeskRefusal.NotNow); // a supervisor who joined leaves, or takes it over
        if (what == MyAct.TakeBack)
            return Changes.TakeBackLast(pen, open, LineFrom.Helper, own.Id) ? DeskAnswer.Done : DeskAnswer.Not(DeskRefusal.NothingToTakeBack);
        ChatButtons.Press(pen, own, open, VerbOf(what), [open.Id]);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Ends it.</summary>
    public Task<DeskAnswer> Close(string? session, string chat, string outcome, CancellationToken cancel) => InChat(session, "desk.close", chat, (pen, open, _) =>
    {
        if (!DeskOutcome.ForHelpers.Contains(outcome))
            return DeskAnswer.Not(DeskRefusal.NoOutcome);
        return Closing.Close(pen, open, outcome).State == DeskState.Closing ? DeskAnswer.Done : DeskAnswer.Not(DeskRefusal.NotNow);
    }, cancel);

    /// <summary>How she is after a hard chat: 1 fine, 2 it was hard, 3 she wants to talk to somebody.</summary>
    public Task<DeskAnswer> Debrief(string? session, int answer, CancellationToken cancel) => Act(session, null, "", (pen, own) =>
    {
        Debriefing.Answer(pen, own, [answer.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>A voice note or picture of a chat of hers.</summary>
    /// <returns>Null where it is not for her, or gone.</returns>
    public async Task<SentMedia?> Media(string? session, long number, CancellationToken cancel)
    {
        var person = guard.RequireUnused(session, StaffAct.AnswerChats);
        var media = pens.Read(pen => OwnPlace.Of(pen, person) is { } own && pen.Lines.Find(number) is { Media: { Media: not null } found } line && pen.Chat(line.Chat) is { } chat
            && Relaying.MayWrite(chat, own) && Seen(line, own).Media is not null ? found : null);
        return media is not null && sources.FirstOrDefault(one => media.From.StartsWith(one.Channel + ":", StringComparison.Ordinal)) is { } source
            ? await source.Read(media.From, media.Media!, cancel) : null;
    }

    private static MyDesk DeskOf(DeskPen pen, Educator own) => new(own,
        [.. pen.OpenChats().Where(chat => chat.Offers.Any(offer => offer.Educator == own.Id)).OrderBy(chat => chat.Level).ThenBy(chat => chat.ArrivedAt)],
        [.. pen.OpenChats().Where(chat => Relaying.MayWrite(chat, own)).OrderBy(chat => chat.Level).ThenBy(chat => chat.ArrivedAt)
            .Select(chat => new MyChat(chat, chat.Owner == own.Id, chat.Owner == own.Id ? [.. ChatButtons.Others(pen, chat).Select(one => one.To)] : [], [.. pen.Lines.Of(chat.Id).Where(line => IsFor(line, own)).TakeLast(MostLines).Select(line => Seen(line, own))]))]);

    /// <summary>Notes are for who wrote them, whispers for whoever has the chat.</summary>
    private static bool IsFor(DeskLine line, Educator own) => line.From switch
    {
        LineFrom.Note => line.HeldFor == DeskNotes.Whisper || line.Educator == own.Id,
        LineFrom.Worker => line.State is not (LineState.Asked or LineState.Refused),
        _ => true,
    };

    /// <summary>What is held from her is not shown to her either.</summary>
    private static MyLine Seen(DeskLine line, Educator own)
    {
        var isHidden = line is { From: LineFrom.Worker, State: LineState.Held or LineState.Asked or LineState.Refused } || line.State == LineState.TakenBack;
        return new MyLine(line.Number, line.From, line.Educator == own.Id, isHidden ? "" : line.Text, isHidden ? null : line.Media, line.At, line.State,
            line is { From: LineFrom.Note, HeldFor: DeskNotes.Whisper }, line.Earlier.Length > 0);
    }

    private static string ActWord(MyAct what) => what switch
    {
        MyAct.TakeBack => "desk.take-back",
        MyAct.Raise => "desk.raise",
        MyAct.CallSupervisor => "desk.call",
        MyAct.MayKnowHer => "desk.may-know",
        _ => "desk.cannot",
    };

    private static string VerbOf(MyAct what) => what switch
    {
        MyAct.Seen => DeskButton.Seen,
        MyAct.Raise => DeskButton.Raise,
        MyAct.CallSupervisor => DeskButton.Call,
        MyAct.MayKnowHer => DeskButton.KnowHer,
        _ => DeskButton.Cannot,
    };

    private Task<DeskAnswer> Typed(string? session, string chat, string what, string text, CancellationToken cancel) => InChat(session, what == DeskButton.Note ? null : $"desk.{what}", chat, (pen, open, own) =>
    {
        text = text.Trim();
        if (text.Length is 0 or > DeskBook.LongestText)
            return DeskAnswer.Not(text.Length == 0 ? DeskRefusal.NothingWritten : DeskRefusal.TooLong);
        EducatorAsks.Take(pen, own, open, what, text);
        pen.Save(pen.Chat(open.Id)!);
        return DeskAnswer.Done;
    }, cancel);

    private Task<DeskAnswer> InChat(string? session, string? act, string chat, Func<DeskPen, DeskChat, Educator, DeskAnswer> what, CancellationToken cancel) => Act(session, act, chat, (pen, own) =>
        pen.Chat(chat) is { IsOpen: true } open && Relaying.MayWrite(open, own) ? what(pen, open, own) : DeskAnswer.Not(DeskRefusal.NotYours), cancel);

    private Task<DeskAnswer> Act(string? session, string? act, string subject, Func<DeskPen, Educator, DeskAnswer> what, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.AnswerChats);
        return pens.Write(pen =>
        {
            if (OwnPlace.Of(pen, person) is not { } own)
                return DeskAnswer.Not(DeskRefusal.NotOnRoster);
            var answer = what(pen, own);
            if (act is not null && answer is DeskAnswer.IsDone)
                trail.Add(pen.Session, new AuditNote(person.Id, act, subject));
            return answer;
        }, cancel);
    }
}
