using System.Globalization;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Carrying;
using ChatSupport.Savings.Entries;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Sheets;

namespace ChatSupport.Savings.Office;

/// <summary>What officers take along: balances by the numbers of books, entries by opaque ids, the journal for hledger. Each time is recorded.</summary>
internal sealed class TakeOutBook(OfficePens pens, LedgerJournal journal, StaffGuard guard, AuditTrail trail)
{
    private static readonly XlsxColumn[] balanceColumns = [new("group", 24), new("book", 10), new("riel", 14, IsNumber: true), new("dollars", 14, IsNumber: true), new("at position", 12, IsNumber: true)];

    private static readonly XlsxColumn[] entryColumns =
    [
        new("position", 10, IsNumber: true), new("day", 12), new("kind", 14), new("debit", 44), new("credit", 44), new("amount", 14, IsNumber: true), new("currency", 8), new("reason", 18),
        new("takes back", 10, IsNumber: true), new("hash", 20),
    ];

    /// <summary>What each book should say, without anybody's name.</summary>
    public async Task<byte[]> Balances(string? session, bool isCsv, CancellationToken cancel)
    {
        await Note(session, "balances", isCsv, cancel).ConfigureAwait(false);
        return pens.Read(pen =>
        {
            var position = pen.Position;
            return Table("balances", balanceColumns, isCsv, pen.Everybody().Select(who => (Who: who, Riel: pen.Saved(who.Member.Id, Currency.Khr, position), Cents: pen.Saved(who.Member.Id, Currency.Usd, position)))
                .Where(line => line.Who.Member.LeftAt is null || line.Riel != 0 || line.Cents != 0)
                .Select(line => (IReadOnlyList<string>)[line.Who.Group.Name, line.Who.Member.Book, Number(Money.Riel(line.Riel)), Number(Money.Cents(line.Cents)), position.ToString(CultureInfo.InvariantCulture)]));
        });
    }

    /// <summary>Every entry but those between the pockets of one member, which nobody at the office sees, with accounts as the journal names them.</summary>
    public async Task<byte[]> Entries(string? session, bool isCsv, CancellationToken cancel)
    {
        await Note(session, "entries", isCsv, cancel).ConfigureAwait(false);
        return pens.Read(pen =>
        {
            pen.Session["BEGIN"].Run(); // all of one moment
            try
            {
                var accounts = LedgerExport.Rows(pen.Session, LedgerTable.Accounts, LedgerRows.AccountColumns, LedgerRows.Account).ToDictionary(account => account.Number);
                return Table("entries", entryColumns, isCsv, LedgerExport.Rows(pen.Session, LedgerTable.Entries, LedgerRows.EntryColumns, LedgerRows.Entry)
                    .Where(entry => !LedgerJournal.IsBetweenPockets(accounts[entry.Dr], accounts[entry.Cr])).Select(entry => (IReadOnlyList<string>)
                [
                    entry.Seq.ToString(CultureInfo.InvariantCulture), LedgerEntry.DayText(entry.OccurredOn), entry.Kind.ToString(), LedgerJournal.NameOf(accounts[entry.Dr], showsPockets: false), LedgerJournal.NameOf(accounts[entry.Cr], showsPockets: false),
                    Number(new Money(entry.Amount, accounts[entry.Dr].Currency)), CurrencyFacts.Of(accounts[entry.Dr].Currency).Code, entry.Reason,
                    entry.Reverses?.ToString(CultureInfo.InvariantCulture) ?? "", Convert.ToHexStringLower(entry.Hash),
                ]));
            }
            finally
            {
                pen.Session.RollBack();
            }
        });
    }

    /// <summary>The ledger as plain text that hledger reads and counts anew.</summary>
    public async Task<byte[]> Journal(string? session, CancellationToken cancel)
    {
        await Note(session, "journal", false, cancel).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        journal.Write(bytes, showsPockets: false, cancel);
        return bytes.ToArray();
    }

    private static byte[] Table(string name, XlsxColumn[] columns, bool isCsv, IEnumerable<IReadOnlyList<string>> rows) =>
        isCsv ? CsvTable.Write(columns.Select(column => column.Name), rows) : XlsxTable.Write(name, columns, [.. rows]);

    /// <summary>Without marks and code: 12500, 2.50.</summary>
    private static string Number(Money money) => MoneyText.Plain(money).Split(' ')[0];

    private Task<long> Note(string? session, string what, bool isCsv, CancellationToken cancel) =>
        trail.Write(new AuditNote(guard.Require(session, StaffAct.RunSavings).Id, "savings.export", what, what == "journal" ? "" : isCsv ? "csv" : "xlsx"), cancel);
}
