using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Sealing.Receipts;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Giving;

/// <summary>New keys for conversations whose key is in the hands of somebody who is not to read them any more. Only the reporter's number locks one, and it is
/// known while she opens the conversation with it: then it is made. The older key is sealed to the new one, so that her number opens all of it.</summary>
internal sealed class ThreadKeys(StoreReaders store, CaseReaders readers, KeyGiving giving, ReceiptLock receipts, ReportKeys held, AuditTrail trail)
{
    private const string Turn = "UPDATE report_cases SET thread_key = $3, epoch = $4, version = version + 1 WHERE id = $1 AND epoch = $2";
    private const string Lock = "UPDATE report_receipts SET locked = $3, epoch = $4 WHERE locator = $1 AND case_id = $2";

    /// <summary>Makes a new key where one is needed; nothing is written before the turn is.</summary>
    /// <param name="conversation">Hers, in which the old key is held.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="number">Her number, which opened it.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>Null where none is needed, or none can be made now: then the next time.</returns>
    public async Task<ReportEffect?> Prepare(string conversation, string caseId, ReceiptCode number, CancellationToken cancel)
    {
        if (readers.Take(out _) is not { } signed || store.Read(session => Needed(session, signed, caseId)) is not { } needed)
            return null;
        using var made = new NewKey(Purpose.ThreadKey, needed.Case, needed.Epoch + 1);
        byte[] locked;
        try
        {
            locked = await receipts.Close(number, made.Private, cancel);
        }
        catch (TimeoutException)
        {
            return null; // many open theirs at this moment
        }
        KeyGrant? before = null;
        var isHeld = held.Use(conversation, ReportKeyUse.Thread, caseId, old => before = Before(old, needed, made.Public));
        return isHeld ? Effect(conversation, signed, needed, made, new Locked(number.Locator, locked, before!)) : null;
    }

    /// <summary>The keys of a conversation, from the one that is held back to the first, as far as they open.</summary>
    /// <param name="session">Reads.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="newest">What is held; it stays the caller's.</param>
    /// <returns>The older ones. The caller wipes them.</returns>
    public static IReadOnlyList<AgeIdentity> Older(StoreSession session, string caseId, AgeIdentity newest)
    {
        var opened = new List<AgeIdentity>();
        foreach (var key in GrantRows.OlderOfThread(session, caseId))
        {
            try
            {
                var grant = new KeyGrant(Guid.ParseExact(key.Row, "n"), CaseGrants.OfReporter, 0, key.File);
                opened.Add(NewKey.Open(grant, Purpose.ThreadKey, Guid.ParseExact(caseId, "n"), key.Key.Epoch, opened.Count == 0 ? newest : opened[^1]));
            }
            catch (CannotBeOpenedException)
            {
                // What is held is an older key than this one was sealed to; those before it may open.
            }
        }
        return opened;
    }

    private Need? Needed(StoreSession session, SignedReaders signed, string caseId)
    {
        if (WorkRows.Find(session, caseId) is not { ClosedAt: null } one)
            return null;
        var grants = GrantRows.Of(session, caseId);
        var wanted = giving.WantedFor(session, signed, one);
        return grants.IsInWrongHands(CaseKeyId.Thread, signed.List) && wanted.Count > 0 ? new Need(Guid.ParseExact(caseId, "n"), grants.Newest(CaseKeyId.Thread), wanted) : null;
    }

    /// <summary>The old key, sealed to the new one.</summary>
    private static KeyGrant Before(AgeIdentity old, Need needed, AgeRecipient next) =>
        NewKey.Give(old, Purpose.ThreadKey, needed.Case, needed.Epoch, [new Reader(CaseGrants.OfReporter, next, ReaderRole.Worker, default, default, needed.Epoch + 1, Revoked: false)])[0];

    private ReportEffect Effect(string conversation, SignedReaders signed, Need needed, NewKey made, Locked locked)
    {
        var (id, epoch, recipient) = (needed.Case.ToString("n"), needed.Epoch + 1, made.Public.ToString());
        var copy = made.Private.Copy(); // it goes to memory with the commit, or to nobody
        var grants = NewKey.Give(made.Private, Purpose.ThreadKey, needed.Case, epoch, needed.For);
        return new ReportEffect(session =>
        {
            if (session[Turn].Run(id, (long)needed.Epoch, recipient, (long)epoch) != 1)
                return; // it was made from another chat of hers meanwhile, or the case went
            if (session[Lock].Run(locked.Locator, id, locked.Key, (long)epoch) != 1)
                throw new InvalidOperationException("The number of a report went while it was opened."); // nothing is written, and she tries again
            CaseRows.Give(session, needed.Case, Purpose.ThreadKey, needed.Epoch, locked.Before);
            foreach (var grant in grants)
                CaseRows.Give(session, needed.Case, Purpose.ThreadKey, epoch, grant);
            var taken = KeyGiving.TakeFromRevoked(session, signed, id, new CaseKeyId(CaseKeyId.Thread, epoch));
            trail.Add(session, new AuditNote(AuditNote.System, KeyGiving.NewKey, id, $"key {epoch} of the conversation, for {grants.Count} readers{taken}"));
            session.AfterCommit(copy, () => held.Hold(conversation, ReportKeyUse.Thread, id, copy));
        });
    }

    private sealed record Need(Guid Case, uint Epoch, IReadOnlyList<Reader> For);

    private sealed record Locked(string Locator, byte[] Key, KeyGrant Before);
}
