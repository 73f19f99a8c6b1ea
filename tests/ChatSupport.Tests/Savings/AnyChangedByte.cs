using System.Globalization;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Checking;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;
using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ChatSupport.Tests.Savings;

/// <summary>Somebody with tools of her own, but without the keys, changes a value, a row or a byte of the file.</summary>
public sealed class AnyChangedByte
{
    private static readonly string[] tables = ["savings_accounts", "savings_entries", "savings_holds", "savings_ends", "savings_groups", "savings_members"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_any_value_is_found()
    {
        await using var host = await SomeLedger();
        Unguard(host);
        var cells = tables.SelectMany(table => Cells(host, table)).ToList();

        Gen.Select(Gen.Int[0, cells.Count - 1], Gen.Int[0, 10_000], Gen.Int[0, 7]).Sample((at, place, bit) =>
        {
            var (table, column, row, value) = cells[at];
            Set(host, table, column, row, Changed(value, place, bit));

            var found = Found(host);
            Set(host, table, column, row, value);

            Assert.True(found.Count > 0, $"{table}.{column} of row {row} was changed, and nothing was found.");
        }, iter: 250, threads: 1);
        Assert.Empty(Found(host)); // what was put back is whole again
    }

    [Theory]
    [InlineData("DELETE FROM savings_entries WHERE seq = 3", "Entry 4 is not where the numbers go on")]
    [InlineData("DELETE FROM savings_entries WHERE seq = 1", "Entry 2 is not where the numbers go on")]
    [InlineData("DELETE FROM savings_entries WHERE seq = (SELECT max(seq) FROM savings_entries)", "is not there, but savings.head names it as the newest")]
    [InlineData("DELETE FROM savings_holds WHERE number = (SELECT max(number) FROM savings_holds)", "is not there, but savings.head names it as the newest")]
    [InlineData("DELETE FROM savings_ends WHERE number = (SELECT max(number) FROM savings_ends)", "is not there, but savings.head names it as the newest")]
    [InlineData("DELETE FROM savings_accounts WHERE number = 1", "Account 2 is not where the numbers go on")]
    [InlineData("UPDATE savings_entries SET amount = amount + 0.5 WHERE seq = 2", "Entry 2 is not what was written")]
    [InlineData("UPDATE savings_entries SET maker = maker || char(0) || 'x' WHERE seq = 2", "Entry 2 is not what was written")]
    [InlineData("UPDATE savings_entries SET kind = '0' WHERE kind = 'Deposit' AND seq = 1", "Entry 1 is not what was written")]
    [InlineData("UPDATE savings_entries SET dr_balance = dr_balance + 100 WHERE seq = 2", "Entry 2 says a balance that is not the sum")]
    [InlineData("UPDATE savings_accounts SET guarded = 0 WHERE number = 1", "Account 1 is not what was written")]
    [InlineData("UPDATE savings_entries SET seq = -seq WHERE seq = 2", "Entry -2 is not where the numbers go on")]
    [InlineData("INSERT INTO savings_entries SELECT seq + 100, id || 'x', request, kind, dr, cr, amount, occurred_on, recorded_at, reason, maker, confirmer, NULL, NULL, link, dr_balance, cr_balance, prev_hash, hash, seal FROM savings_entries WHERE seq = 1", "Entry 101 is not where the numbers go on")]
    [InlineData("UPDATE savings_members SET left_at = 5", "Member ")]
    [InlineData("UPDATE savings_groups SET founded_at = 5", "Group ")]
    [InlineData("DROP TRIGGER savings_entries_no_change", "savings_entries_no_change of the database is not what this version makes")]
    [InlineData("DROP VIEW savings_balances; CREATE VIEW savings_balances AS SELECT number, 0 AS balance FROM savings_accounts", "savings_balances of the database is not what this version makes")]
    [InlineData("CREATE TRIGGER savings_mine AFTER INSERT ON savings_entries BEGIN SELECT 1; END", "savings_mine of the database is not what this version makes")]
    public async Task Is_named_with_its_place(string sql, string sentence)
    {
        await using var host = await SomeLedger();
        if (!sql.Contains("TRIGGER", StringComparison.Ordinal))
            Unguard(host);

        host.Raw($"PRAGMA ignore_check_constraints=ON; {sql}");

        Assert.Contains(host.Verify(), finding => finding.ToString().Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chain_that_is_made_anew_without_the_keys_is_found()
    {
        await using var host = await SomeLedger();
        Unguard(host);
        var entries = host.Ledger.Read(pen => Enumerable.Range(1, 4).Select(seq => pen.Entry(seq)!).ToList());
        var before = LedgerChain.Beginning;
        foreach (var entry in entries)
        {
            var forged = entry with { Amount = entry.Seq == 1 ? entry.Amount + 100 : entry.Amount, PrevHash = before };
            before = forged.Bytes().HashBehind(before);
            host.Raw("UPDATE savings_entries SET amount = $amount, prev_hash = $prev, hash = $hash WHERE seq = $seq", ("$amount", forged.Amount), ("$prev", forged.PrevHash), ("$hash", before), ("$seq", entry.Seq));
        }

        Assert.Contains(host.Verify(), finding => finding.ToString().StartsWith("Entry 1 is not what was written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_the_file_is_found_wherever_it_changes_what_is_read()
    {
        await using var host = await SomeLedger();
        host.Raw("PRAGMA wal_checkpoint(TRUNCATE)");
        var (file, pages) = (host.Get<Database>().File, Pages(host));
        var (whole, dump) = (File.ReadAllBytes(file), Dump(file));
        // Most of a page is empty; what is looked for is a change of something.
        var places = pages.SelectMany(page => Enumerable.Range((page - 1) * 4096, 4096)).Where(place => whole[place] != 0).ToList();
        var folder = Directory.CreateTempSubdirectory("chatsupport-flips-");
        var flips = int.Parse(Environment.GetEnvironmentVariable("SAVINGS_FLIPS") ?? "100", CultureInfo.InvariantCulture);
        var changed = 0;
        File.Copy(host.Get<LedgerHeadFile>().File, Path.Combine(folder.FullName, "savings.head"));

        Gen.Select(Gen.Int[0, places.Count - 1], Gen.Int[0, 7]).Sample((place, bit) =>
        {
            var copy = Path.Combine(folder.FullName, "copy.db");
            var bytes = (byte[])whole.Clone();
            bytes[places[place]] ^= (byte)(1 << bit);
            File.WriteAllBytes(copy, bytes);
            if (Dump(copy) == dump)
                return; // an empty place, or an index
            changed++;
            Assert.True(Check(host, copy).Verify(Cancel).Findings.Count > 0, $"Bit {bit} of byte {places[place]} was changed, and nothing was found.");
        }, iter: flips, threads: 1);

        Assert.InRange(changed, flips / 10, flips);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Of_a_number_in_a_page_so_that_the_numbers_fall_is_found_and_the_search_ends()
    {
        await using var host = await SomeLedger();
        host.Raw("PRAGMA wal_checkpoint(TRUNCATE)");
        var folder = Directory.CreateTempSubdirectory("chatsupport-flips-");
        var (file, bytes) = (Path.Combine(folder.FullName, "copy.db"), File.ReadAllBytes(host.Get<Database>().File));
        var page = (Convert.ToInt32(Rows(host.Get<Database>().File, "SELECT rootpage FROM sqlite_master WHERE name = 'savings_entries'")[0][0], CultureInfo.InvariantCulture) - 1) * 4096;
        int Two(int at) => (bytes[page + at] << 8) | bytes[page + at + 1];
        var last = page + Two(8 + (2 * (Two(3) - 1))); // a leaf: the number of its cells stands at 3, where each begins from 8 on
        bytes[last + 2] = 2; // behind two bytes of length stands the number of the row
        File.WriteAllBytes(file, bytes);

        Assert.Contains(Check(host, file).Verify(Cancel).Findings, finding => finding.ToString().StartsWith("Entry 2 is not where the numbers go on", StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }

    /// <summary>A ledger with a row of every kind.</summary>
    internal static async Task<SavingsHost> SomeLedger()
    {
        var host = new SavingsHost();
        await host.Employ();
        var members = await host.Group(3, "ក្រុមផ្កាឈូក");
        var (cash, dollars, savings, other) = (await host.Float(), await host.Float(currency: Currency.Usd), await host.Savings(members[0]), await host.Savings(members[1], Currency.Usd));
        var (closed, safe) = (await host.Float("closed"), await host.Open(AccountKind.NgoSafe));
        await host.Must(host.Deposit(cash, savings, 5_000) with { Link = "sheet-1" });
        await host.Must(new EntryWish(host.Id(), EntryKind.Deposit, dollars, other, Money.Cents(250), SavingsHost.Leader) { CentsAreMeant = true, Link = "sheet-1" });
        var wrong = await host.Must(host.Deposit(cash, savings, 9_900));
        await host.Ledger.Reverse(new ChatSupport.Savings.Entries.ReversalWish(host.Id(), wrong.Seq, SavingsHost.Officer, "wrong-amount"), Cancel);
        var hold = await host.Hold(savings, 2_000);
        await host.Ledger.PayOut(new PayOutWish(host.Id(), hold.Number, cash, "payer", SavingsHost.Approver), Cancel);
        var released = await host.Hold(savings, 500);
        await host.Ledger.Release(released.Number, "leader", "changed-her-mind", Cancel);
        await host.Hold(savings, 300);
        await host.Must(new EntryWish(host.Id(), EntryKind.Handover, safe, cash, Money.Riel(1_000), SavingsHost.Leader) { Confirmer = SavingsHost.Approver });
        await host.Ledger.Close(closed, SavingsHost.Officer, "left", Cancel);
        Assert.Empty(host.Verify());
        return host;
    }

    private static List<LedgerFinding> Found(SavingsHost host) => [.. host.Verify().Where(finding => finding.Kind != LedgerFault.Unguarded)];

    private static void Unguard(SavingsHost host)
    {
        foreach (var trigger in Rows(host.Get<Database>().File, "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'savings_%' "))
            host.Raw($"DROP TRIGGER {trigger[0]}");
    }

    private static IEnumerable<(string Table, string Column, long Row, object Value)> Cells(SavingsHost host, string table)
    {
        foreach (var column in Rows(host.Get<Database>().File, $"SELECT name FROM pragma_table_info('{table}')").Select(row => (string)row[0]))
        {
            foreach (var row in Rows(host.Get<Database>().File, $"SELECT rowid, {column} FROM {table}"))
                yield return (table, column, (long)row[0], row[1]);
        }
    }

    private static void Set(SavingsHost host, string table, string column, long row, object value)
    {
        // The number of a row is its rowid, so what was moved is found by where it went.
        var isRowId = column is "seq" or "number";
        host.Raw($"PRAGMA ignore_check_constraints=ON; UPDATE {table} SET {column} = $value WHERE rowid = $row", ("$value", value), ("$row", isRowId ? Where(host, table, row) : row));
    }

    private static object Where(SavingsHost host, string table, long row) =>
        Rows(host.Get<Database>().File, $"SELECT rowid FROM {table} WHERE rowid = {row}") is [[var here]] ? here : Rows(host.Get<Database>().File, $"SELECT rowid FROM {table} WHERE rowid > 1000 OR rowid < 1")[0][0];

    private static object Changed(object value, int place, int bit) => value switch
    {
        long number => number ^ (1L << (10 + (place % 50))),
        string { Length: > 0 } text => Flipped(text, place, bit),
        byte[] { Length: > 0 } bytes => bytes.Select((one, at) => at == place % bytes.Length ? (byte)(one ^ (1 << bit)) : one).ToArray(),
        string => "x",
        byte[] => new byte[] { 0 },
        _ => "77", // where nothing was
    };

    private static string Flipped(string text, int place, int bit)
    {
        var at = place % text.Length;
        return $"{text[..at]}{(char)(text[at] ^ (1 << (bit % 5)))}{text[(at + 1)..]}";
    }

    private static List<int> Pages(SavingsHost host) =>
        [.. Rows(host.Get<Database>().File, "SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name LIKE 'savings_%'").Select(row => Convert.ToInt32(row[0], CultureInfo.InvariantCulture))];

    private static LedgerCheck Check(SavingsHost host, string file)
    {
        var database = new Database(Options.Create(new DatabaseOptions { File = file }), host.Get<Microsoft.Extensions.Hosting.IHostEnvironment>());
        return new LedgerCheck(new StoreReaders(database), host.Get<LedgerChain>(), new GroupSeals(host.Get<FieldCipher>(), host.Get<KeyRing>()), new LedgerHeadFile(database));
    }

    /// <summary>Everything that the tables say, bit by bit; what cannot be read says so.</summary>
    private static string Dump(string file)
    {
        try
        {
            return string.Join('\n', tables.SelectMany(table => Rows(file, $"SELECT * FROM {table} NOT INDEXED")
                .Select(row => string.Join('|', row.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value.GetType().Name} {value}")))));
        }
        catch (SqliteException e)
        {
            return e.Message;
        }
    }

    private static List<object[]> Rows(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=10");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }
}
