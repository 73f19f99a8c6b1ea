using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Escalation.Supervision;

/// <summary>What supervisors see of the desk and do in it. Each act and its line in the audit log are one; neither holds a word of what was said.</summary>
internal sealed class DeskBook(DeskPens pens, AuditTrail trail, StaffGuard guard)
{
    public const int LongestText = 1000;

    /// <summary>The desk as it is now.</summary>
    /// <param name="session">Who looks.</param>
    /// <param name="byItself">The page looks again by itself.</param>
    public DeskView Look(string? session, bool byItself = false)
    {
        var person = byItself ? guard.RequireUnused(session, StaffAct.RunDesk) : guard.Require(session, StaffAct.RunDesk);
        return pens.Read(pen =>
        {
            var people = pen.Educators().ToDictionary(one => one.Id, StringComparer.Ordinal);
            var own = people.Values.FirstOrDefault(one => one.Account == person.Id && one.LeftAt is null)?.Id;
            var lines = pen.OpenChats().Select(chat => LineOf(pen, chat, people, own)).ToList();
            return new DeskView(
                [.. lines.Where(line => line.Owner is null).OrderBy(line => line.Level).ThenBy(line => line.Chat.ArrivedAt)],
                [.. lines.Where(line => line.Owner is not null).OrderBy(line => line.WaitsSince is null).ThenBy(line => line.Level).ThenBy(line => line.WaitsSince ?? line.Chat.ArrivedAt)],
                people.Values.Count(one => one.Role == DeskRole.Educator && one.CanBeAsked(pen.Now)));
        });
    }

    /// <summary>Whom a chat can be given to now.</summary>
    public IReadOnlyList<DeskPerson> Free(string? session, string chat)
    {
        guard.Require(session, StaffAct.RunDesk);
        return pens.Read(pen => pen.Chat(chat) is { IsOpen: true } open
            ? pen.Educators().Where(one => MayHave(pen, open, one)).Select(one => new DeskPerson(one.Id, one.Name, one.Alias.Sign)).OrderBy(one => one.Name, StringComparer.Ordinal).ToList()
            : []);
    }

    /// <summary>She has it from now on, whoever had it.</summary>
    public Task<DeskAnswer> TakeOver(string? session, string chat, CancellationToken cancel) => Act(session, chat, "desk.take-over", "", (pen, open, own) =>
    {
        var role = pen.Educator(own.Id)!.Role;
        switch (Claiming.TakeOver(pen, open.Id, own))
        {
            case TakeOutcome.Taken:
                pen.Save(pen.Educator(own.Id)! with { Role = role });
                if (open.Supervisor == own.Id)
                    pen.Save(pen.Chat(open.Id)! with { Supervisor = null }); // it is hers altogether
                return DeskAnswer.Done;
            case TakeOutcome.AlreadyYours:
                return DeskAnswer.Not(DeskRefusal.AlreadyYours);
            default:
                return DeskAnswer.Not(DeskRefusal.Over);
        }
    }, cancel);

    /// <summary>She reads and writes along; its helper keeps it and is told.</summary>
    public Task<DeskAnswer> Join(string? session, string chat, CancellationToken cancel) => Act(session, chat, "desk.join", "", (pen, open, own) =>
    {
        if (open.Owner == own.Id)
            return DeskAnswer.Not(DeskRefusal.AlreadyYours);
        if (open.Owner is null)
            return DeskAnswer.Not(DeskRefusal.NobodyHasIt);
        if (!open.Can(DeskEvent.TakeOver) || open.State == DeskState.Transferring)
            return DeskAnswer.Not(DeskRefusal.NotNow);
        pen.Save(open.After(DeskEvent.TakeOver) with { Supervisor = own.Id });
        pen.Count(open, "joined", own.Id);
        pen.Tell(pen.Educator(open.Owner), DeskLines.Say(pen.Educator(open.Owner)!, DeskWord.SupervisorJoined, open));
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>She leaves it to its helper.</summary>
    public Task<DeskAnswer> Leave(string? session, string chat, CancellationToken cancel) => Act(session, chat, "desk.leave", "", (pen, open, own) =>
    {
        if (open.Supervisor != own.Id)
            return DeskAnswer.Not(DeskRefusal.NotNow);
        pen.Save((open.Can(DeskEvent.Release) ? open.After(DeskEvent.Release) : open) with { Supervisor = null });
        if (pen.Educator(open.Owner) is { } owner)
            pen.Tell(owner, DeskLines.Say(owner, DeskWord.SupervisorLeft, open));
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Says something to its helper alone.</summary>
    public Task<DeskAnswer> Whisper(string? session, string chat, string text, CancellationToken cancel) => Act(session, chat, "desk.whisper", "", (pen, open, own) =>
    {
        text = text.Trim();
        if (text.Length is 0 or > LongestText)
            return DeskAnswer.Not(text.Length == 0 ? DeskRefusal.NothingWritten : DeskRefusal.TooLong);
        if (pen.Educator(open.Owner) is not { } owner)
            return DeskAnswer.Not(DeskRefusal.NobodyHasIt);
        if (owner.Id == own.Id)
            return DeskAnswer.Not(DeskRefusal.AlreadyYours);
        DeskNotes.Add(pen, open, own, DeskNotes.Whisper, text);
        pen.Tell(owner, DeskLines.Say(owner, DeskWord.WhisperHead, open) with { Text = $"🤫 {DeskWord.WhisperHead.In(owner.Language)}\n{text}" });
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Gives it to somebody by name: she is asked first, and others after her.</summary>
    public Task<DeskAnswer> Reassign(string? session, string chat, string educator, CancellationToken cancel) => Act(session, chat, "desk.reassign", educator, (pen, open, own) =>
    {
        if (pen.Educator(educator) is not { } to || !MayHave(pen, open, to))
            return DeskAnswer.Not(DeskRefusal.NotFree);
        if (open.State is DeskState.Closing or DeskState.Unreachable)
            return DeskAnswer.Not(DeskRefusal.NotNow);
        open = Offering.WithdrawAll(pen, open, null, DeskWord.OfferPassed);
        if (open.State == DeskState.Offered)
            open = open.After(DeskEvent.Lapse);
        if (pen.Educator(open.Owner) is { } owner)
        {
            open = Requeueing.Requeue(pen, open, null);
            pen.Tell(owner, DeskLines.Say(owner, DeskWord.GivenToAnother, null)); // the chat's own thread goes from her phone
        }
        pen.Save(open with { Wished = to.Id, OfferAt = pen.Now, Asked = [] });
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Says how urgent it is. Its helper is told; the reason is kept with the chat.</summary>
    public Task<DeskAnswer> SetLevel(string? session, string chat, int level, string reason, CancellationToken cancel) => Act(session, chat, "desk.level", $"S{level}", (pen, open, own) =>
    {
        if (Reasons.Refuse(reason) is { } why)
            return DeskAnswer.Not(why);
        if (level == open.Level || level is < 0 or > 3)
            return DeskAnswer.Not(DeskRefusal.SameLevel);
        DeskNotes.Add(pen, open, own, level < open.Level ? DeskNotes.Raise : DeskNotes.Lower, reason.Trim());
        if (level < open.Level)
        {
            Levels.Raise(pen, open, level, FoundBy.Human, own.Id);
            return DeskAnswer.Done;
        }
        Levels.Lower(pen, open, level, own);
        if (pen.Educator(open.Owner) is { } owner && owner.Id != own.Id)
            pen.Tell(owner, DeskLines.Say(owner, DeskWord.SupervisorLowered, open) with { Text = $"ℹ️ {DeskWord.SupervisorLowered.In(owner.Language)} {DeskLines.Level(owner.Language, level)}" });
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Ends it; for a moment the worker may still say otherwise.</summary>
    public Task<DeskAnswer> Close(string? session, string chat, string outcome, CancellationToken cancel) => Act(session, chat, "desk.close", outcome, (pen, open, _) =>
    {
        if (!DeskOutcome.ForHelpers.Contains(outcome))
            return DeskAnswer.Not(DeskRefusal.NoOutcome);
        return Closing.Close(pen, open, outcome).State == DeskState.Closing ? DeskAnswer.Done : DeskAnswer.Not(DeskRefusal.NotNow);
    }, cancel);

    private static QueueLine LineOf(DeskPen pen, DeskChat chat, Dictionary<string, Educator> people, string? own) => new(
        chat, chat.LevelAt(pen.Now, pen.Options), Named(people, chat.Owner), Named(people, chat.Supervisor), DeskTimers.Next(chat, pen.Options),
        own is not null && chat.Owner == own, own is not null && chat.Supervisor == own);

    private static Educator? Named(Dictionary<string, Educator> people, string? id) => id is null ? null : people.GetValueOrDefault(id);

    private static bool MayHave(DeskPen pen, DeskChat chat, Educator one) => one.Role == DeskRole.Educator && one.Id != chat.Owner && one.CanBeAsked(pen.Now)
        && one.Languages.Contains(chat.Language) && !chat.MustNotHave(one) && Offering.HasRoom(pen, one, chat.LevelAt(pen.Now, pen.Options));

    private Task<DeskAnswer> Act(string? session, string chat, string act, string detail, Func<DeskPen, DeskChat, Educator, DeskAnswer> what, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunDesk);
        return pens.Write(pen =>
        {
            if (pen.Chat(chat) is not { IsOpen: true } open)
                return DeskAnswer.Not(DeskRefusal.Over);
            var answer = what(pen, open, OwnPlace.OfSupervisor(pen, person));
            if (answer is DeskAnswer.IsDone)
                trail.Add(pen.Session, new AuditNote(person.Id, act, open.Id, detail));
            return answer;
        }, cancel);
    }
}
