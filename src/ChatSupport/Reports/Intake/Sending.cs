using System.Collections.Concurrent;
using System.Collections.Immutable;
using ChatSupport.Conversations;
using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Figures;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Sealing.Receipts;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Intake;

/// <summary>Sends a draft. Who reads it is decided now: who left since it was begun gets nothing of it, who came gets it as well where its key is still in memory.</summary>
internal sealed class Sending(StoreReaders store, ReaderBook readers, ReceiptLock receipts, ReportKeys keys, OnePlace places)
{
    /// <summary>Reports of one chat within <see cref="Within"/>: each number takes a fifth of a second of one processor from everybody who opens theirs.</summary>
    public const int Most = 3;

    /// <summary>For how long they are counted.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, ImmutableQueue<DateTimeOffset>> sent = new(StringComparer.Ordinal);

    private const int MostDraws = 20;

    private const string Grants = "SELECT id, staff, reader_epoch FROM report_grants WHERE case_id = $1 AND purpose = 'case-key'";
    private const string DropGrant = "DELETE FROM report_grants WHERE id = $1";
    private const string IsTaken = "SELECT 1 FROM report_receipts WHERE locator = $1";
    private const string DropDraft = "DELETE FROM report_drafts WHERE case_id = $1 AND owner = $2";
    private const string AddReceipt = "INSERT INTO report_receipts (locator, case_id, epoch, locked) VALUES ($1, $2, $3, $4)";

    private const string AddCase = """
        INSERT INTO report_cases (id, state, risk, is_child, in_danger, epoch, case_key, thread_key, created_at, last_at, version)
        VALUES ($1, 'New', $2, $3, $4, $5, $6, $7, $8, $8, 1)
        """;

    /// <summary>Makes everything ready; nothing is written before the turn is.</summary>
    /// <param name="conversation">Hers.</param>
    /// <param name="owner">Its hash.</param>
    /// <param name="draft">Her draft.</param>
    /// <param name="place">Where she sends from, see <see cref="OnePlace"/>.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<SendAnswer> Prepare(string conversation, string owner, ReportDraft draft, int? place, DateTimeOffset now, CancellationToken cancel)
    {
        if (readers.Now(out _) is not { } current)
            return new SendAnswer.Not(SendRefusal.NobodyReads);
        var given = store.Read(session => session[Grants].All(row => (Id: row.GetString(0), Reader: (row.GetString(1), (uint)row.GetInt64(2))), draft.CaseId));
        var (late, gone) = Compare(conversation, draft, current, given);
        if (late is null || !MaySend(owner, now))
            return new SendAnswer.Not(late is null ? SendRefusal.ReadersChanged : SendRefusal.Busy);
        using var thread = new NewKey(Purpose.ThreadKey, draft.Case, ReportDraft.Epoch);
        var code = Draw();
        byte[] locked;
        try
        {
            locked = await Lock(owner, code, thread.Private, place, now, cancel);
        }
        catch (TimeoutException)
        {
            return new SendAnswer.Not(SendRefusal.Busy);
        }
        var copy = thread.Private.Copy(); // it goes to memory with the commit, or to nobody
        var (publicKey, grants) = (thread.Public, thread.SealTo(current));
        var effect = new ReportEffect(session =>
        {
            if (session[DropDraft].Run(draft.CaseId, owner) != 1)
                throw new InvalidOperationException("The draft went while it was sent."); // nothing is written, and she is told so
            session[AddCase].Run(draft.CaseId, RiskOf(draft), draft.IsChild, draft.InDanger, ReportDraft.Epoch, draft.CaseKey, publicKey.ToString(), now.ToUnixTimeMilliseconds());
            foreach (var id in gone)
                session[DropGrant].Run(id);
            foreach (var grant in late)
                CaseRows.Give(session, draft.Case, Purpose.CaseKey, ReportDraft.Epoch, grant);
            foreach (var grant in grants)
                CaseRows.Give(session, draft.Case, Purpose.ThreadKey, ReportDraft.Epoch, grant);
            session[AddReceipt].Run(code.Locator, draft.CaseId, ReportDraft.Epoch, locked);
            ReportCounts.Add(session, now, draft.About, RiskOf(draft));
            session.EmptyLogAfterCommit();
            session.AfterCommit(new object(), () => Opened(conversation, draft.CaseId, copy));
        });
        return new SendAnswer.Ready(effect, ShownOnce.Of(code.Shown, ShownOnce.ForNumber));
    }

    /// <summary>What her own answers say of how urgent it is.</summary>
    public static int RiskOf(ReportDraft draft) => draft.InDanger ? 0 : draft.IsChild ? Math.Min(1, draft.Risk) : Math.Clamp(draft.Risk, 1, 2);

    private bool MaySend(string owner, DateTimeOffset now)
    {
        foreach (var (other, times) in sent.Where(one => one.Value.All(at => at <= now - Within)).ToList())
            sent.TryRemove(new(other, times));
        return sent.GetValueOrDefault(owner, []).Count(at => at > now - Within) < Most;
    }

    private async Task<byte[]> Lock(string owner, ReceiptCode code, AgeIdentity thread, int? place, DateTimeOffset now, CancellationToken cancel)
    {
        var locked = await places.Run(place, () => receipts.Close(code, thread, cancel), cancel);
        sent[owner] = [.. sent.GetValueOrDefault(owner, []), now]; // where it had to wait in vain it does not count
        return locked;
    }

    /// <summary>She may go on in the conversation of her report without typing its number at once.</summary>
    private void Opened(string conversation, string caseId, AgeIdentity copy)
    {
        keys.Drop(conversation, ReportKeyUse.Draft);
        keys.Hold(conversation, ReportKeyUse.Thread, caseId, copy);
    }

    /// <summary>Who has to be given the case key still, and whose must go. The first is null where nobody who counts would be able to open it.</summary>
    private (IReadOnlyList<KeyGrant>? Late, List<string> Gone) Compare(string conversation, ReportDraft draft, ReaderSet current, List<(string Id, (string Staff, uint Epoch) Reader)> given)
    {
        var counts = current.All.Select(reader => (reader.Staff, reader.Epoch)).ToHashSet();
        var gone = given.Where(one => !counts.Contains(one.Reader)).Select(one => one.Id).ToList();
        var have = given.Select(one => one.Reader).ToHashSet();
        IReadOnlyList<KeyGrant> late = [];
        var missing = current.All.Where(reader => !have.Contains((reader.Staff, reader.Epoch))).ToList();
        if (missing.Count > 0)
            keys.Use(conversation, ReportKeyUse.Draft, draft.CaseId, key => late = NewKey.Give(key, Purpose.CaseKey, draft.Case, ReportDraft.Epoch, missing));
        var after = current.All.Where(reader => have.Contains((reader.Staff, reader.Epoch)) || late.Any(grant => grant.Staff == reader.Staff && grant.ReaderEpoch == reader.Epoch));
        return (ReaderSet.Of(after, out _) is null ? null : late, gone);
    }

    private ReceiptCode Draw()
    {
        for (var draws = 0; draws < MostDraws; draws++)
        {
            var code = ReceiptCode.New();
            if (store.Read(session => session[IsTaken].One(code.Locator)) is null)
                return code;
        }
        throw new InvalidOperationException("No number of a report is free. Destroy cases that are over.");
    }
}

/// <summary>Whether a draft can be sent.</summary>
internal abstract record SendAnswer
{
    /// <summary>It is sent with the commit of the turn.</summary>
    /// <param name="Effect">What is written.</param>
    /// <param name="Number">Her number, to be shown once.</param>
    public sealed record Ready(ReportEffect Effect, IReadOnlyList<OutboundBody.Line> Number) : SendAnswer;

    /// <summary>It is not, and stays as it is.</summary>
    public sealed record Not(SendRefusal Why) : SendAnswer;
}

/// <summary>Why a draft cannot be sent now.</summary>
internal enum SendRefusal
{
    /// <summary>Too many numbers are being made: in a moment it can.</summary>
    Busy,

    /// <summary>No case worker or no recovery key counts now.</summary>
    NobodyReads,

    /// <summary>All who could open it left, and its key is not in memory any more.</summary>
    ReadersChanged,
}
