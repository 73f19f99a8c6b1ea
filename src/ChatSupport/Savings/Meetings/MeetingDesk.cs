using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Meetings;

/// <summary>The savings officer's side of meetings: what leaders ask for is decided here, by an officer and by nobody else. Every decision is recorded in the audit log.</summary>
internal sealed class MeetingDesk(Ledger ledger, StoreWriter writer, StoreReaders readers, AuditTrail trail)
{
    /// <summary>Cash that leaders offered to the safe and nobody has counted yet, the oldest first.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyList<HandoverOffer> Offered() => readers.Read(MeetingRows.Offered);

    /// <summary>Takes cash into the safe. Where another sum was counted than was offered, nothing is entered: the two count again.</summary>
    /// <param name="offer">Opaque id of the offer.</param>
    /// <param name="counted">What was counted, in the smallest unit.</param>
    /// <param name="by">The officer's account; it stands in the entry as who confirmed.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    /// <returns>Null where it is entered; <see cref="LedgerRefusal.OtherContent"/> where another sum was counted.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<LedgerRefusal?> Receive(string offer, long counted, string by, CancellationToken cancel) => Decide(by, "savings.handover", offer, pen =>
    {
        if (MeetingRows.Offer(pen.Session, offer) is not { } one)
            return LedgerRefusal.NoSuchEntry;
        if (one.Leader == by)
            return LedgerRefusal.SamePerson;
        if (one.State != HandoverState.Offered)
            return one.State == HandoverState.Taken && one.Amount == counted ? null : LedgerRefusal.OtherContent;
        if (one.Amount != counted)
        {
            MeetingRows.Write(pen.Session, one with { State = HandoverState.Refused, By = by });
            return LedgerRefusal.OtherContent;
        }
        return Enter(pen.Ledger, one, by) is EntryOutcome.Refused { Why: var why } ? why : Taken(pen.Session, one, by);
    }, cancel);

    /// <summary>Entries that leaders called wrong and nobody decided on yet, the oldest first.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyList<CorrectionAsk> Corrections() => readers.Read(MeetingRows.Asks);

    /// <summary>Takes a wrong entry back.</summary>
    /// <param name="correction">Opaque id of what the leader asked.</param>
    /// <param name="by">The officer's account.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    /// <returns>Null where it is taken back; else why not.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<LedgerRefusal?> TakeBack(string correction, string by, CancellationToken cancel) => Decide(by, "savings.correct", correction, pen =>
    {
        if (MeetingRows.Ask(pen.Session, correction) is not { } ask)
            return LedgerRefusal.NoSuchEntry;
        return Posting.Reverse(pen.Ledger, new ReversalWish($"c.{ask.Id}", ask.Entry, by, "leader-asked")) is EntryOutcome.Refused { Why: var why } ? why : null;
    }, cancel);

    /// <summary>Finds that an entry was right.</summary>
    /// <inheritdoc cref="TakeBack"/>
    public Task<LedgerRefusal?> Decline(string correction, string by, CancellationToken cancel) => Decide(by, "savings.decline", correction, pen =>
    {
        if (MeetingRows.Ask(pen.Session, correction) is not { } ask)
            return LedgerRefusal.NoSuchEntry;
        if (pen.Ledger.IsReversed(ask.Entry))
            return LedgerRefusal.AlreadyReversed;
        MeetingRows.Write(pen.Session, ask with { DeclinedBy = ask.DeclinedBy ?? by });
        return null;
    }, cancel);

    /// <summary>Meetings that no officer looked at yet: what was counted did not agree, or the opener closed it herself, being the only leader.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyList<Meeting> ToLookAt() => readers.Read(MeetingRows.ToLookAt);

    /// <summary>Notes that an officer looked at such a meeting.</summary>
    /// <param name="meeting">Opaque id.</param>
    /// <param name="by">The officer's account.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    /// <returns>Null where it is noted.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<LedgerRefusal?> Confirm(string meeting, string by, CancellationToken cancel) => Decide(by, "savings.meeting", meeting, pen =>
    {
        if (MeetingRows.Find(pen.Session, meeting) is not { State: MeetingState.Closed } one)
            return LedgerRefusal.NoSuchEntry;
        if (one.Closer == by)
            return LedgerRefusal.SamePerson;
        if (one.ConfirmedBy is null)
            MeetingRows.Write(pen.Session, one with { ConfirmedBy = by });
        return null;
    }, cancel);

    private static EntryOutcome Enter(LedgerPen pen, HandoverOffer one, string by)
    {
        var currency = CurrencyFacts.Find(one.Currency)!.Value;
        return Opening.Open(pen, new AccountWish(AccountKind.NgoSafe, "", Pocket.None, currency, by)) is AccountOutcome.Stands { Account: var safe }
            && pen.Account(AccountKind.CollectorFloat, one.Leader, Pocket.None, currency) is { } cash
            ? Posting.Post(pen, new EntryWish($"h.{one.Id}", EntryKind.Handover, safe.Number, cash.Number, new Money(one.Amount, currency), one.Leader) { Confirmer = by, CentsAreMeant = true })
            : new EntryOutcome.Refused(LedgerRefusal.NoSuchAccount);
    }

    private static LedgerRefusal? Taken(StoreSession session, HandoverOffer one, string by)
    {
        MeetingRows.Write(session, one with { State = HandoverState.Taken, By = by });
        return null;
    }

    private Task<LedgerRefusal?> Decide(string by, string act, string about, Func<(StoreSession Session, LedgerPen Ledger), LedgerRefusal?> decide, CancellationToken cancel) => writer.Write(session =>
    {
        var pen = ledger.In(session);
        if (!pen.IsOfficer(by))
            return LedgerRefusal.NotAnOfficer;
        var why = decide((session, pen));
        trail.Add(session, new AuditNote(by, act, about, why is null ? "" : $"refused: {why}"));
        return why;
    }, cancel);
}
