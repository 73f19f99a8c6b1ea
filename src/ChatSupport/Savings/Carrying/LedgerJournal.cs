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
    public long Write(string file, CancellationToken cancel) => WholeFile.Write(file, stream => Write(stream, showsPockets: true, cancel));

    /// <summary>Writes it to somebody who takes it along.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="showsPockets">False: a member's pockets stand as one account, and what she moved between them is left out; every sum stays the same.</param>
    /// <param name="cancel">Gives up between two entries.</param>
    /// <returns>How many entries it holds.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    /// <exception cref="InvalidDataException">A row is not what this program writes: verify says more.</exception>
    public long Write(Stream stream, bool showsPockets, CancellationToken cancel) => readers.Read(session =>
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        session["BEGIN"].Run(); // all of one moment
        try
        {
            return Write(session, text, showsPockets, cancel);
        }
        finally
        {
            session.RollBack();
        }
    });

    private static long Write(StoreSession session, StreamWriter text, bool showsPockets, CancellationToken cancel)
    {
        text.Write("; Savings ledger, for hledger. Members, groups and collectors stand by their ids.\ncommodity 1000. KHR\ncommodity 1000.00 USD\n");
        var accounts = LedgerExport.Rows(session, LedgerTable.Accounts, LedgerRows.AccountColumns, LedgerRows.Account).ToDictionary(account => account.Number);
        foreach (var name in accounts.Values.Select(account => NameOf(account, showsPockets)).Distinct())
            text.Write($"account {name}\n");
        var (count, lastDay) = (0L, DateOnly.MinValue);
        foreach (var entry in LedgerExport.Rows(session, LedgerTable.Entries, LedgerRows.EntryColumns, LedgerRows.Entry))
        {
            cancel.ThrowIfCancellationRequested();
            if (showsPockets || !IsBetweenPockets(accounts[entry.Dr], accounts[entry.Cr]))
                Write(text, entry, NameOf(accounts[entry.Dr], showsPockets), NameOf(accounts[entry.Cr], showsPockets), accounts[entry.Dr].Currency);
            (count, lastDay) = (count + 1, entry.OccurredOn > lastDay ? entry.OccurredOn : lastDay);
        }
        if (count > 0)
            Assert(session, text, accounts, showsPockets, lastDay);
        return count;
    }

    private static void Write(StreamWriter text, LedgerEntry entry, string dr, string cr, Currency currency)
    {
        text.Write(string.Create(CultureInfo.InvariantCulture, $"\n{LedgerEntry.DayText(entry.OccurredOn)} ({entry.Seq}) {entry.Kind}{Note(entry)}\n"));
        text.Write($"    {dr}  {MoneyText.Plain(new Money(entry.Amount, currency))}\n");
        text.Write($"    {cr}  {MoneyText.Plain(new Money(-entry.Amount, currency))}\n");
    }

    private static string Note(LedgerEntry entry) => entry switch
    {
        { Reverses: { } seq } => string.Create(CultureInfo.InvariantCulture, $" of {seq}: {entry.Reason}"),
        { Reason.Length: > 0 } => $": {entry.Reason}",
        _ => "",
    };

    /// <summary>One transaction of nothing at the last day, which states what each account holds.</summary>
    private static void Assert(StoreSession session, StreamWriter text, Dictionary<long, LedgerAccount> accounts, bool showsPockets, DateOnly day)
    {
        text.Write($"\n{LedgerEntry.DayText(day)} What each account holds by the ledger\n");
        var balances = session["SELECT number, balance FROM savings_balances ORDER BY number"].All(row => (Account: accounts[row.GetInt64(0)], Balance: row.GetInt64(1)));
        foreach (var same in balances.GroupBy(one => (Name: NameOf(one.Account, showsPockets), one.Account.Currency)))
        {
            var debit = same.Sum(one => AccountKinds.SideOf(one.Account.Kind) * one.Balance);
            text.Write($"    {same.Key.Name}  {MoneyText.Plain(new Money(0, same.Key.Currency))} = {MoneyText.Plain(new Money(debit, same.Key.Currency))}\n");
        }
    }

    /// <summary>A member moved money from one of her pockets to the other, or that was taken back.</summary>
    public static bool IsBetweenPockets(LedgerAccount dr, LedgerAccount cr) =>
        dr.Kind == AccountKind.MemberSavings && cr.Kind == AccountKind.MemberSavings && dr.Owner == cr.Owner;

    /// <summary>As a bookkeeper sorts them: what there is, what is owed to members, and the rest.</summary>
    /// <param name="account">The account.</param>
    /// <param name="showsPockets">False: nobody sees that a member has two.</param>
    public static string NameOf(LedgerAccount account, bool showsPockets) => account.Kind switch
    {
        AccountKind.MemberSavings when !showsPockets => $"liabilities:member:{account.Owner}",
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
