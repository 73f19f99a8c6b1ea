using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Escalation.Supervision;

/// <summary>Who answers in the console asks her workers whether something may be told about them, and says what became of it: the same steps as on a phone.</summary>
internal sealed class MyReferralBook(DeskPens pens, AuditTrail trail, StaffGuard guard)
{
    /// <summary>What is under way in her chats, and in those that were hers last.</summary>
    public IReadOnlyList<MyReferral> Look(string? session, bool byItself = false)
    {
        var person = byItself ? guard.RequireUnused(session, StaffAct.AnswerChats) : guard.Require(session, StaffAct.AnswerChats);
        return pens.Read(pen => OwnPlace.Of(pen, person) is not { } own ? [] : pen.Referrals.All()
            .Where(one => (Referring.IsUnderWay(one) || HasJustEnded(one, pen.Now)) && Referring.MayAct(pen, own, one))
            .Select(one => new MyReferral(one, pen.Chat(one.Chat)!)).ToList());
    }

    /// <summary>A no, or a yes that is no more, is seen for a day: who only finds it gone would ask, or tell, once more.</summary>
    private static bool HasJustEnded(Referral one, DateTimeOffset now) =>
        one is { Override: null, State: ReferralState.Refused or ReferralState.Revoked or ReferralState.Expired } && now - one.At < TimeSpan.FromDays(1);

    /// <summary>Writes to whom and exactly what would be told. Nobody is asked yet: she reads it once as it stands.</summary>
    public Task<DeskAnswer> Write(string? session, string chat, string to, string text, CancellationToken cancel) => Act(session, "desk.referral-write", (pen, own) =>
    {
        (to, text) = (to.Trim(), text.Trim());
        if (to.Length is 0 or > Referral.LongestName)
            return (DeskAnswer.Not(DeskRefusal.NoRecipient), chat);
        if (text.Length is 0 or > Referral.LongestText)
            return (DeskAnswer.Not(DeskRefusal.NoText), chat);
        if (pen.Chat(chat) is not { IsOpen: true, State: not DeskState.Closing } open || !Relay.Relaying.MayWrite(open, own))
            return (DeskAnswer.Not(DeskRefusal.NotYours), chat);
        var one = Referring.Begin(pen, open, own, to);
        Referring.Write(pen, one, own, draft => draft with { Text = text });
        return (DeskAnswer.Done, one.Id);
    }, cancel);

    /// <summary>The worker is asked. A number or name in it waits for a supervisor first; what she said no to is not asked again.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="version">As it was read.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<DeskAnswer> Ask(string? session, string id, int version, CancellationToken cancel) => OnOne(session, "desk.referral-ask", id, version, (pen, own, one) =>
    {
        Referring.Ask(pen, own, one);
        return pen.Referrals.Find(id) switch
        {
            { State: ReferralState.AskedPerson } => DeskAnswer.Done,
            { State: ReferralState.Drafted, HeldLine: not null } => DeskAnswer.Done, // it shows that it waits
            _ when pen.Chat(one.Chat) is { IsOpen: true, State: not DeskState.Closing } => DeskAnswer.Not(DeskRefusal.SaidNo),
            _ => DeskAnswer.Not(DeskRefusal.Over),
        };
    }, cancel);

    /// <summary>Says what became of it.</summary>
    public Task<DeskAnswer> Mark(string? session, string id, int version, ReferralMark mark, string reason, CancellationToken cancel) => OnOne(session, $"desk.referral-{mark.ToString().ToLowerInvariant()}", id, version, (pen, _, one) =>
    {
        if (mark == ReferralMark.Forgotten && !one.OwesForgetting)
            return DeskAnswer.Not(DeskRefusal.NotNowReferral);
        if (mark is ReferralMark.Rejected or ReferralMark.EndedBadly && Reasons.Refuse(reason) is { } why)
            return DeskAnswer.Not(why);
        return Referring.Mark(pen, one, version, ReferralBook.EventOf(mark), reason.Trim() is { Length: > 0 } said ? said : null, mark == ReferralMark.EndedWell) is null
            ? DeskAnswer.Done : DeskAnswer.Not(DeskRefusal.NotNowReferral);
    }, cancel);

    private Task<DeskAnswer> OnOne(string? session, string act, string id, int version, Func<DeskPen, Educator, Referral, DeskAnswer> what, CancellationToken cancel) => Act(session, act, (pen, own) =>
        (pen.Referrals.Find(id) is { } one && one.Version == version && Referring.MayAct(pen, own, one) ? what(pen, own, one) : DeskAnswer.Not(DeskRefusal.NotNowReferral), id), cancel);

    private Task<DeskAnswer> Act(string? session, string act, Func<DeskPen, Educator, (DeskAnswer Answer, string Subject)> what, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.AnswerChats);
        return pens.Write(pen =>
        {
            if (OwnPlace.Of(pen, person) is not { } own)
                return DeskAnswer.Not(DeskRefusal.NotOnRoster);
            var (answer, subject) = what(pen, own);
            if (answer is DeskAnswer.IsDone)
                trail.Add(pen.Session, new AuditNote(person.Id, act, subject));
            return answer;
        }, cancel);
    }
}

/// <summary>A referral of hers.</summary>
/// <param name="One">It, with what would be told.</param>
/// <param name="Chat">About whom.</param>
internal sealed record MyReferral(Referral One, DeskChat Chat);
