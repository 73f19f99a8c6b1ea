using System.Data.Common;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Office;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Checking;

/// <summary>Goes along the chains of the ledger, row by row, counts every balance anew, and says what is wrong and where.</summary>
internal sealed class LedgerWalk(StoreSession session, LedgerChain chain, CancellationToken cancel)
{
    // How an account behaves follows from its kind, so it is not hashed.
    private const string OddBehaviour = """
        SELECT number FROM savings_accounts WHERE NOT (typeof(side) = 'integer' AND typeof(guarded) = 'integer'
        AND side = CASE WHEN kind IN ('MemberSavings', 'Shares', 'SocialFund', 'Fines') THEN -1 ELSE 1 END AND guarded = (kind NOT IN ('Opening', 'OverShort')))
        """;

    private const string Approved = """
        SELECT a.hold, a.approved_by, a.approved_at, a.seal, h.hash FROM savings_approvals a LEFT JOIN savings_holds h ON h.number = a.hold WHERE a.seal IS NOT NULL
        """;

    private const string PaidByAnother = "SELECT e.seq FROM savings_entries e JOIN savings_approvals a ON a.hold = e.hold WHERE e.reverses IS NULL AND e.confirmer <> a.approved_by";

    private readonly List<LedgerFinding> findings = [];
    private readonly Dictionary<long, LedgerAccount> accounts = [];
    private readonly Dictionary<long, long> balances = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<LedgerFinding> Findings => findings;

    /// <summary>How many entries there are.</summary>
    public long Entries { get; private set; }

    /// <summary>Walks all four tables.</summary>
    public void Walk()
    {
        Follow(LedgerTable.Accounts, LedgerRows.AccountColumns, LedgerRows.Account, row => (row.Bytes(), row.Hash, row.Seal), (row, _) => accounts[row.Number] = row);
        Follow(LedgerTable.Entries, LedgerRows.EntryColumns, LedgerRows.Entry, row => (row.Bytes(), row.Hash, row.Seal), Take);
        Follow(LedgerTable.Holds, LedgerRows.HoldColumns, LedgerRows.Hold, row => (row.Bytes(), row.Hash, row.Seal), (_, _) => { });
        Follow(LedgerTable.Ends, LedgerRows.EndColumns, LedgerRows.End, row => (row.Bytes(), row.Hash, row.Seal), (_, _) => { });
        LookAtApprovals();
        foreach (var account in session[OddBehaviour].All(row => row.GetInt64(0)))
            Find(LedgerFault.Changed, LedgerTable.Accounts, account);
    }

    private void Follow<T>(LedgerTable table, string columns, Func<DbDataReader, T> read, Func<T, (LedgerBytes Bytes, byte[] Hash, byte[] Seal)> parts, Action<T, byte[]> take)
        where T : class
    {
        var (next, before) = (1L, LedgerChain.Beginning);
        foreach (var (number, row) in SoundRow.All(session, table, columns, read))
        {
            cancel.ThrowIfCancellationRequested();
            if (number != next)
                Find(LedgerFault.Missing, table, number);
            next = number == long.MaxValue ? number : number + 1;
            if (row is null)
            {
                Find(LedgerFault.Changed, table, number);
                continue;
            }
            var (bytes, hash, seal) = parts(row);
            if (!bytes.HashBehind(before).AsSpan().SequenceEqual(hash) || !chain.Seals(table.Name, hash, seal))
                Find(LedgerFault.Changed, table, number);
            take(row, before);
            before = hash;
        }
    }

    /// <summary>Approvals decide about money: each is sealed, and what was paid names who agreed.</summary>
    private void LookAtApprovals()
    {
        foreach (var (hold, isSealed) in session[Approved].All(row => (row.GetInt64(0), !row.IsDBNull(4)
            && chain.Seals(HoldApproval.Table, HoldApproval.HashOf((byte[])row.GetValue(4), row.GetString(1), row.GetInt64(2)), (byte[])row.GetValue(3)))))
        {
            if (!isSealed)
                findings.Add(LedgerFinding.Of(LedgerFault.Changed, "Approval of hold", hold));
        }
        foreach (var seq in session[PaidByAnother].All(row => row.GetInt64(0)))
            findings.Add(LedgerFinding.Of(LedgerFault.Rule, LedgerTable.Entries.Row, seq, "it names somebody else than who approved it."));
    }

    private void Take(LedgerEntry entry, byte[] before)
    {
        Entries++;
        if (!entry.PrevHash.AsSpan().SequenceEqual(before))
            Find(LedgerFault.Unchained, LedgerTable.Entries, entry.Seq);
        if (!accounts.TryGetValue(entry.Dr, out var dr) || !accounts.TryGetValue(entry.Cr, out var cr))
        {
            Break(entry, "there is no such account.");
            return;
        }
        if (dr.Number == cr.Number || dr.Currency != cr.Currency || entry.Amount <= 0)
            Break(entry, "it does not go between two accounts of one currency.");
        var (drBalance, crBalance) = (Move(dr, entry.Amount), Move(cr, -entry.Amount));
        if (drBalance != entry.DrBalance || crBalance != entry.CrBalance)
            Find(LedgerFault.Balance, LedgerTable.Entries, entry.Seq);
        if ((drBalance < 0 && AccountKinds.IsGuarded(dr.Kind)) || (crBalance < 0 && AccountKinds.IsGuarded(cr.Kind)))
            Break(entry, "a balance is below zero.");
        if (entry.Confirmer == entry.Maker)
            Break(entry, "who made it confirmed it.");
    }

    private long Move(LedgerAccount account, long debit)
    {
        var balance = unchecked(balances.GetValueOrDefault(account.Number) + (AccountKinds.SideOf(account.Kind) * debit));
        return balances[account.Number] = balance;
    }

    private void Break(LedgerEntry entry, string how) => findings.Add(LedgerFinding.Of(LedgerFault.Rule, LedgerTable.Entries.Row, entry.Seq, how));

    private void Find(LedgerFault fault, LedgerTable table, long number) => findings.Add(LedgerFinding.Of(fault, table.Row, number));
}
