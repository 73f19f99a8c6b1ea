using System.Data.Common;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Holds;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Carrying;

/// <summary>Brings an export into a database whose ledger is empty: all of it, with the same hashes, or nothing. The seals are made anew with the keys of this database.</summary>
internal sealed class LedgerImport(StoreWriter writer, LedgerChain chain, LedgerHeads heads, GroupRows groups, AuditTrail trail)
{
    private const string IsThereAny = """
        SELECT 1 FROM savings_groups UNION ALL SELECT 1 FROM savings_members UNION ALL SELECT 1 FROM savings_accounts
        UNION ALL SELECT 1 FROM savings_entries UNION ALL SELECT 1 FROM savings_holds UNION ALL SELECT 1 FROM savings_ends LIMIT 1
        """;

    /// <summary>Reads a file and takes it over.</summary>
    /// <param name="file">What <see cref="LedgerExport"/> wrote.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public async Task<ImportOutcome> Read(string file, string by, CancellationToken cancel)
    {
        if (LedgerReading.Problems(file, cancel) is [_, ..] problems)
            return new ImportOutcome(0, problems);
        try
        {
            return await writer.Write(session =>
            {
                if (session[IsThereAny].One() is not null)
                    return new ImportOutcome(0, ["There is a ledger already. Bring the file into a new database: --ChatSupport:Database:File=data/other.db."]);
                heads.Watch(session);
                var entries = LedgerReading.Lines(file).Sum(line => Add(session, line));
                trail.Add(session, new AuditNote(by, "savings.import", detail: $"{entries} entries"));
                return new ImportOutcome(entries, []);
            }, cancel).ConfigureAwait(false);
        }
        catch (DbException e)
        {
            return new ImportOutcome(0, [$"The database refused it: {e.Message} The file holds what this program does not write."]);
        }
    }

    private int Add(StoreSession session, LedgerLine line)
    {
        switch (line)
        {
            case { Group: { } group }:
                groups.Write(session, group);
                break;
            case { Member: { } member }:
                groups.Write(session, member);
                break;
            case { Account: { } account }:
                session[LedgerRows.AddAccount].Run(LedgerRows.Values(account with { Seal = chain.Seal(LedgerAccount.Table, account.Hash) }));
                break;
            case { Hold: { } hold }:
                session[LedgerRows.AddHold].Run(LedgerRows.Values(hold with { Seal = chain.Seal(LedgerHold.Table, hold.Hash) }));
                break;
            case { End: { } end }:
                session[LedgerRows.AddEnd].Run(LedgerRows.Values(end with { Seal = chain.Seal(LedgerEnd.Table, end.Hash) }));
                break;
            case { Entry: { } entry }:
                session[LedgerRows.AddEntry].Run(LedgerRows.Values(entry with { Seal = chain.Seal(LedgerEntry.Table, entry.Hash) }));
                return 1;
        }
        return 0;
    }
}

/// <summary>What became of an import.</summary>
/// <param name="Entries">How many entries were taken over.</param>
/// <param name="Problems">Why nothing was, a sentence each; empty where all was.</param>
internal sealed record ImportOutcome(long Entries, IReadOnlyList<string> Problems);
