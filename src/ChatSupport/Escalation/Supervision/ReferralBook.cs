using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Relay;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Escalation.Supervision;

/// <summary>What is told about workers to somebody outside, as supervisors see it; and what two of them decide to tell without her yes, for a child or a life.
/// The audit log holds who did what with which referral, and not a word of it.</summary>
internal sealed class ReferralBook(DeskPens pens, AccountRows accounts, AuditTrail trail, StaffGuard guard)
{
    /// <summary>All that are kept, the newest first, without what would be told.</summary>
    public IReadOnlyList<ReferralLine> List(string? session, bool byItself = false)
    {
        var person = byItself ? guard.RequireUnused(session, StaffAct.RunDesk) : guard.Require(session, StaffAct.RunDesk);
        return pens.Read(pen => pen.Referrals.All().Select(one => LineOf(pen, one, person)).OfType<ReferralLine>().ToList());
    }

    /// <summary>Chats about which something can be told: the open ones, and those whose transcript is still kept.</summary>
    public IReadOnlyList<DeskChat> Chats(string? session)
    {
        guard.Require(session, StaffAct.RunDesk);
        return pens.Read(pen => pen.OpenChats().OrderByDescending(chat => chat.ArrivedAt)
            .Concat(TranscriptBook.ClosedAfter(pen, pen.Now - pen.Options.TranscriptsFor).Where(chat => !Reaching.IsErased(chat))).ToList());
    }

    /// <summary>What would be told, or was, and why it is told without her yes. That it was looked at is recorded with the reason.</summary>
    public Task<ReferralText> Read(string? session, string id, string reason, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunDesk);
        return pens.Write(pen =>
        {
            if (Reasons.Refuse(reason) is { } why)
                return new ReferralText(why, null);
            if (pen.Referrals.Find(id) is not { } one)
                return new ReferralText(DeskRefusal.NotNowReferral, null);
            trail.Add(pen.Session, new AuditNote(person.Id, "desk.referral-view", id, reason.Trim()));
            return new ReferralText(null, one);
        }, cancel);
    }

    /// <summary>Begins to have something told without her yes. Nothing may be told before somebody else agrees.</summary>
    public Task<DeskAnswer> Begin(string? session, string chat, OverrideWish wish, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunDesk);
        return pens.Write(pen =>
        {
            if (WhatIsWrong(wish) is { } why)
                return DeskAnswer.Not(why);
            if (pen.Chat(chat) is not { } found || Reaching.IsErased(found))
                return DeskAnswer.Not(DeskRefusal.Over);
            var one = new Referral
            {
                Id = DeskIds.New(),
                Chat = chat,
                To = wish.To.Trim(),
                Text = wish.Text.Trim(),
                At = pen.Now,
                Override = new Override(wish.Ground, wish.Reason.Trim(), person.Id, wish.TellsHer, wish.TellsHer ? null : wish.WhyNotHer.Trim()),
            };
            Keep(pen, person, one.After(ReferralEvent.Propose, pen.Now), ReferralEvent.Propose, "desk.referral-begin");
            return DeskAnswer.Done;
        }, cancel);
    }

    /// <summary>Agrees to what somebody else began.</summary>
    public Task<DeskAnswer> Confirm(string? session, string id, CancellationToken cancel) => Act(session, id, (pen, person, one) =>
    {
        if (one.Override is null)
            return DeskAnswer.Not(DeskRefusal.NotNowReferral);
        if (one.Override.BegunBy == person.Id)
            return DeskAnswer.Not(DeskRefusal.SamePerson);
        one = one with { Override = one.Override with { ConfirmedBy = person.Id }, Until = pen.Now + pen.Options.ReferralFor };
        if (!one.Can(ReferralEvent.Confirm, pen.Now) || pen.Now >= one.At + pen.Options.ReferralAnswer)
            return DeskAnswer.Not(DeskRefusal.NotNowReferral);
        one = one.After(ReferralEvent.Confirm, pen.Now);
        Keep(pen, person, one, ReferralEvent.Confirm, "desk.referral-confirm");
        Referring.Decided(pen, one);
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>Says what became of it: that it was told, what they answered, how it ended, that nobody goes on with it, or that they were asked to forget it. Of
    /// what is between a worker and her helper only the last two: to stop it, and to see to it where no helper is left.</summary>
    public Task<DeskAnswer> Mark(string? session, string id, ReferralMark mark, string reason, CancellationToken cancel) => Act(session, id, (pen, person, one) =>
    {
        if ((one.Override is null && mark is not (ReferralMark.Dropped or ReferralMark.Forgotten)) || (mark == ReferralMark.Forgotten && !one.OwesForgetting))
            return DeskAnswer.Not(DeskRefusal.NotNowReferral);
        if (mark is ReferralMark.Rejected or ReferralMark.EndedBadly && Reasons.Refuse(reason) is { } why)
            return DeskAnswer.Not(why);
        var what = EventOf(mark);
        if (Referring.Mark(pen, one, one.Version, what, reason.Trim() is { Length: > 0 } said ? said : null, mark == ReferralMark.EndedWell) is not null)
            return DeskAnswer.Not(DeskRefusal.NotNowReferral);
        if (one.Override is null && pen.Referrals.Find(id) is { } left)
            Referring.TellKeeper(pen, left);
        trail.Add(pen.Session, new AuditNote(person.Id, $"desk.{Referring.KindOf(what)}", one.Id, one.Chat));
        return DeskAnswer.Done;
    }, cancel);

    /// <summary>What the machine is told.</summary>
    public static ReferralEvent EventOf(ReferralMark mark) => mark switch
    {
        ReferralMark.Told => ReferralEvent.Send,
        ReferralMark.Accepted => ReferralEvent.Accept,
        ReferralMark.Rejected => ReferralEvent.Reject,
        ReferralMark.Dropped => ReferralEvent.Drop,
        ReferralMark.Forgotten => ReferralEvent.Forget,
        _ => ReferralEvent.Finish,
    };

    private static string? WhatIsWrong(OverrideWish wish)
    {
        if (wish.To.Trim().Length is 0 or > Referral.LongestName)
            return DeskRefusal.NoRecipient;
        if (wish.Text.Trim().Length is 0 or > Referral.LongestText)
            return DeskRefusal.NoText;
        return Reasons.Refuse(wish.Reason) ?? (wish.TellsHer || Reasons.Refuse(wish.WhyNotHer) is null ? null : DeskRefusal.NoReasonToHide);
    }

    private void Keep(DeskPen pen, StaffPerson person, Referral one, ReferralEvent what, string act)
    {
        pen.Referrals.Save(one);
        pen.Count(pen.Chat(one.Chat)!, Referring.KindOf(what));
        trail.Add(pen.Session, new AuditNote(person.Id, act, one.Id, one.Chat));
    }

    private ReferralLine? LineOf(DeskPen pen, Referral one, StaffPerson person) => pen.Chat(one.Chat) is not { } chat ? null : new ReferralLine(
        one.Id, chat.Id, chat.Alias, one.To, one.State, one.At, one.Until, one.OwesForgetting, one.Override?.Ground, pen.Educator(one.By)?.Name ?? NameOf(pen, one.Override?.BegunBy),
        NameOf(pen, one.Override?.ConfirmedBy), one.Override?.TellsHer ?? true, one is { State: ReferralState.Proposed, Override: { } begun } && begun.BegunBy != person.Id);

    private string? NameOf(DeskPen pen, string? account) => account is null ? null : accounts.Find(pen.Session, account)?.Name;

    private Task<DeskAnswer> Act(string? session, string id, Func<DeskPen, StaffPerson, Referral, DeskAnswer> what, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunDesk);
        return pens.Write(pen => pen.Referrals.Find(id) is { } one ? what(pen, person, one) : DeskAnswer.Not(DeskRefusal.NotNowReferral), cancel);
    }
}

/// <summary>A referral, without what would be told.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Chat">Opaque id of the chat.</param>
/// <param name="Alias">What the worker is called there.</param>
/// <param name="To">Who would be told.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">Until when the yes or the decision holds.</param>
/// <param name="OwesForgetting">She took back what somebody still knows.</param>
/// <param name="Ground">For whom it is told without her yes; null where she is asked.</param>
/// <param name="By">Who wrote or began it.</param>
/// <param name="ConfirmedBy">Who agreed; null for nobody.</param>
/// <param name="TellsHer">She is told of it.</param>
/// <param name="WaitsForMe">Who looks can agree to it.</param>
internal sealed record ReferralLine(
    string Id, string Chat, Alias Alias, string To, ReferralState State, DateTimeOffset Since, DateTimeOffset? Until, bool OwesForgetting, OverrideGround? Ground, string? By,
    string? ConfirmedBy, bool TellsHer, bool WaitsForMe);

/// <summary>What would be told, or why it is not shown.</summary>
internal sealed record ReferralText(string? Why, Referral? Shown);

/// <summary>What one of the staff wants told without her yes.</summary>
/// <param name="To">To whom.</param>
/// <param name="Text">Exactly what.</param>
/// <param name="Ground">For a child or a life.</param>
/// <param name="Reason">Why.</param>
/// <param name="TellsHer">Whether she is told of it.</param>
/// <param name="WhyNotHer">Why she is not.</param>
internal sealed record OverrideWish(string To, string Text, OverrideGround Ground, string Reason, bool TellsHer, string WhyNotHer);

/// <summary>What the staff say of a referral of theirs.</summary>
internal enum ReferralMark
{
    /// <summary>It was told.</summary>
    Told,

    /// <summary>Whoever was told will help.</summary>
    Accepted,

    /// <summary>Whoever was told will not.</summary>
    Rejected,

    /// <summary>It ended well.</summary>
    EndedWell,

    /// <summary>It did not.</summary>
    EndedBadly,

    /// <summary>Nobody goes on with it.</summary>
    Dropped,

    /// <summary>Whoever was told what she took back was asked to forget it.</summary>
    Forgotten,
}
