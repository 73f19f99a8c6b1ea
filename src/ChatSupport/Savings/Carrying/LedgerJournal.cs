using System.Globalization;
using System.Text;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Carrying;

/// <summary>Writes the ledger as a plain-text journal that hledger reads, with every balance as an assertion at its end: a program by other people that counts it anew.</summary>
internal sealed class LedgerJournal(StoreReaders readers)
{
    /// <summary>Writes a file that only its owner may read.</summary>
    /// <param name="file">The new file; must not exist. Nothing is left of it where writing fails.</param>
    /// <param name="cancel">Gives up between two entries.</param>
    /// <returns>How many entries it holds.</returns>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    /// <exception cref="InvalidDataException">A row is not what this program writes: verify says more.</exception>
    public long Write(string file, CancellationToken cancel) => WholeFile.Write(file, stream => Write(stream, cancel));

    /// <summary>Writes it to somebody who takes it along.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="cancel">Gives up between two entries.</param>
    /// <returns>How many entries it holds.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    /// <exception cref="InvalidDataException">A row is not what this program writes: verify says more.</exception>
    public long Write(Stream stream, CancellationToken cancel) => readers.Read(session =>
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        session["BEGIN"].Run(); // all of one moment
        try
        {
            return Write(session, text, cancel);
        }
        finally
        {
            session.RollBack();
        }
    });

    private static long Write(StoreSession session, StreamWriter text, CancellationToken cancel)
    {
        text.Write("; Savings ledger, for hledger. Members, groups and collectors stand by their ids.\ncommodity 1000. KHR\ncommodity 1000.00 USD\n");
        var accounts = LedgerExport.Rows(session, LedgerTable.Accounts, LedgerRows.AccountColumns, LedgerRows.Account).ToDictionary(account => account.Number);
        foreach (var account in accounts.Values)
            text.Write($"account {NameOf(account)}\n");
        var (count, lastDay) = (0L, DateOnly.MinValue);
        foreach (var entry in LedgerExport.Rows(session, LedgerTable.Entries, LedgerRows.EntryColumns, LedgerRows.Entry))
        {
            cancel.ThrowIfCancellationRequested();
            Write(text, entry, accounts[entry.Dr], accounts[entry.Cr]);
            (count, lastDay) = (count + 1, entry.OccurredOn > lastDay ? entry.OccurredOn : lastDay);
        }
        if (count > 0)
            Assert(session, text, accounts, lastDay);
        return count;
    }

    private static void Write(StreamWriter text, LedgerEntry entry, LedgerAccount dr, LedgerAccount cr)
    {
        text.Write(string.Create(CultureInfo.InvariantCulture, $"\n{LedgerEntry.DayText(entry.OccurredOn)} ({entry.Seq}) {entry.Kind}{Note(entry)}\n"));
        text.Write($"    {NameOf(dr)}  {MoneyText.Plain(new Money(entry.Amount, dr.Currency))}\n");
        text.Write($"    {NameOf(cr)}  {MoneyText.Plain(new Money(-entry.Amount, cr.Currency))}\n");
    }

    private static string Note(LedgerEntry entry) => entry switch
    {
        { Reverses: { } seq } => string.Create(CultureInfo.InvariantCulture, $" of {seq}: {entry.Reason}"),
        { Reason.Length: > 0 } => $": {entry.Reason}",
        _ => "",
    };

    /// <summary>One transaction of nothing at the last day, which states what each account holds.</summary>
    private static void Assert(StoreSession session, StreamWriter text, Dictionary<long, LedgerAccount> accounts, DateOnly day)
    {
        text.Write($"\n{LedgerEntry.DayText(day)} What each account holds by the ledger\n");
        foreach (var (number, balance) in session["SELECT number, balance FROM savings_balances ORDER BY number"].All(row => (row.GetInt64(0), row.GetInt64(1))))
        {
            var account = accounts[number];
            var debit = AccountKinds.SideOf(account.Kind) * balance;
            text.Write($"    {NameOf(account)}  {MoneyText.Plain(new Money(0, account.Currency))} = {MoneyText.Plain(new Money(debit, account.Currency))}\n");
        }
    }

    /// <summary>As a bookkeeper sorts them: what there is, what is owed to members, and the rest.</summary>
    public static string NameOf(LedgerAccount account) => account.Kind switch
    {
        AccountKind.CollectorFloat => $"assets:float:{account.Owner}",
        AccountKind.GroupBox => $"assets:box:{account.Owner}",
        AccountKind.NgoSafe => "assets:safe",
        AccountKind.Loan => $"assets:loan:{account.Owner}",
        AccountKind.MemberSavings => $"liabilities:member:{account.Owner}:{(account.Pocket == Pocket.Private ? "private" : "open")}",
        AccountKind.Shares => $"liabilities:shares:{account.Owner}",
        AccountKind.SocialFund => $"liabilities:fund:{account.Owner}",
        AccountKind.Fines => $"income:fines:{account.Owner}",
        AccountKind.Opening => "equity:opening",
        _ => "expenses:over-short",
    };
}
