using System.Diagnostics;
using System.Globalization;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Carrying;
using ChatSupport.Savings.Checking;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using CsCheck;

namespace ChatSupport.Tests.Savings;

/// <summary>Out of the database and into an empty one, and out to a program by other people that counts it anew.</summary>
public sealed class CarryingTheLedger : IDisposable
{
    /// <summary>How many random ledgers hledger counts; <c>SAVINGS_LEDGERS</c> sets another number.</summary>
    private static readonly int ledgers = int.TryParse(Environment.GetEnvironmentVariable("SAVINGS_LEDGERS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 4;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatsupport-carry-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Export => Path.Combine(folder.FullName, "savings.jsonl");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_import_into_an_empty_database_gives_the_same_hashes_names_and_receipts()
    {
        await using var from = await AnyChangedByte.SomeLedger();
        await using var to = new SavingsHost(time: new(from.Time.GetUtcNow().AddDays(30)));
        var wish = from.Deposit(await from.Float("next"), await from.Savings(from.Get<GroupRoll>().Members(from.Get<GroupRoll>().Groups()[0].Id)[2]), 700);
        await from.Must(wish);
        Write(from, withNames: true);

        var outcome = await to.Get<LedgerImport>().Read(Export, "somebody", Cancel);

        Assert.Empty(outcome.Problems);
        Assert.Equal(7, outcome.Entries);
        Assert.Equal(Say(from), Say(to));
        Assert.Empty(to.Verify());
        Assert.Equal(["ក្រុមផ្កាឈូក"], to.Get<GroupRoll>().Groups().Select(group => group.Name));
        Assert.IsType<EntryOutcome.Repeated>(await to.Post(wish));
        var again = Path.Combine(folder.FullName, "again.jsonl");
        await to.Must(to.Deposit(1, 3, 100)); // it goes on
        Assert.Empty(to.Verify());
        to.Get<LedgerExport>().Write(again, withNames: false, Cancel);
        Assert.DoesNotContain("Flower", File.ReadAllText(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_known_from_an_export_without_names_and_it_can_be_brought_back_all_the_same()
    {
        await using var from = await AnyChangedByte.SomeLedger();
        await using var to = new SavingsHost();
        Write(from, withNames: false);
        Assert.DoesNotContain("Flower", File.ReadAllText(Export), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Export));

        Assert.Empty((await to.Get<LedgerImport>().Read(Export, "somebody", Cancel)).Problems);

        Assert.Equal(Say(from), Say(to));
        Assert.Contains("There is a ledger already", Assert.Single((await to.Get<LedgerImport>().Read(Export, "somebody", Cancel)).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_changed_anywhere_is_refused_whole_with_the_line()
    {
        await using var from = await AnyChangedByte.SomeLedger();
        await using var to = new SavingsHost();
        Write(from, withNames: true);
        var lines = File.ReadAllLines(Export);

        Gen.Select(Gen.Int[0, lines.Length - 1], Gen.Int[0, 4], Gen.Int[0, 100_000]).Sample((at, how, place) =>
        {
            var changed = lines.ToList();
            switch (how)
            {
                case 0:
                    changed.RemoveAt(at);
                    break;
                case 1:
                    changed.Insert(at, lines[place % lines.Length]);
                    break;
                case 2 when at != place % lines.Length && lines[at] != lines[place % lines.Length]:
                    (changed[at], changed[place % lines.Length]) = (changed[place % lines.Length], changed[at]);
                    break;
                case 3:
                    changed[at] = lines[at][..(place % lines[at].Length)];
                    break;
                default:
                    changed[at] = lines[at].Replace("\"amount\":", "\"amount\":1", StringComparison.Ordinal);
                    break;
            }
            var isNeutral = changed.SequenceEqual(lines, StringComparer.Ordinal) || IsAboutNames(changed, lines);
            File.WriteAllLines(Export, changed);

            var problems = LedgerReading.Problems(Export, Cancel);

            Assert.True(isNeutral || problems.Count > 0, $"Change {how} of line {at + 1} was not found.");
            Assert.All(problems, problem => Assert.StartsWith("Line ", problem, StringComparison.Ordinal));
        }, iter: 400, threads: 1);
        File.WriteAllLines(Export, lines[..^1]);
        Assert.NotEmpty((await to.Get<LedgerImport>().Read(Export, "somebody", Cancel)).Problems);
        Assert.Equal(0L, to.Get<LedgerCheck>().Verify(Cancel).Entries);
    }

    [Fact]
    public async Task What_breaks_a_rule_is_refused_by_the_database_though_its_hashes_fit()
    {
        await using var host = new SavingsHost();
        var account = new LedgerAccount { Number = 1, Kind = AccountKind.NgoSafe, Owner = "", Pocket = Pocket.None, Currency = Currency.Khr, By = "x", OpenedAt = DateTimeOffset.UnixEpoch, Hash = [], Seal = [] };
        account = account with { Hash = account.Bytes().HashBehind(LedgerChain.Beginning) };
        var entry = new LedgerEntry
        {
            Seq = 1,
            Id = "x",
            Request = new byte[32],
            Kind = EntryKind.Deposit,
            Dr = 1,
            Cr = 2,
            Amount = 100,
            OccurredOn = new DateOnly(2026, 1, 1),
            RecordedAt = DateTimeOffset.UnixEpoch,
            Reason = "",
            Maker = "x",
            Confirmer = null,
            Reverses = null,
            Hold = null,
            Link = null,
            DrBalance = 100,
            CrBalance = 100,
            PrevHash = LedgerChain.Beginning,
            Hash = [],
            Seal = [],
        };
        entry = entry with { Hash = entry.Bytes().HashBehind(LedgerChain.Beginning) };
        File.WriteAllLines(Export, new[] { new LedgerLine { Savings = 1 }, new LedgerLine { Account = account }, new LedgerLine { Entry = entry }, new LedgerLine { Lines = 3 } }
            .Select(line => System.Text.Json.JsonSerializer.Serialize(line, LedgerLine.Options)));
        Assert.Empty(LedgerReading.Problems(Export, Cancel));

        var outcome = await host.Get<LedgerImport>().Read(Export, "somebody", Cancel);

        Assert.Contains("The database refused it", Assert.Single(outcome.Problems), StringComparison.Ordinal);
        Assert.Equal(1, await host.Open(AccountKind.NgoSafe)); // nothing of it is there
    }

    [Fact]
    public Task Hledger_agrees_with_every_balance_of_random_ledgers_and_their_import_has_the_same_hashes() => LedgerCommand.Any.Array[120].SampleAsync(async commands =>
    {
        await using var world = await RandomWorld.Make();
        foreach (var command in commands)
            await world.Do(command);
        foreach (var file in folder.EnumerateFiles())
            file.Delete();
        var journal = Path.Combine(folder.FullName, "savings.journal");

        world.Host.Get<LedgerJournal>().Write(journal, Cancel);

        var counted = await Hledger(journal);
        foreach (var account in Enumerable.Range(1, RandomWorld.AccountCount).Select(number => world.Host.Ledger.Read(pen => pen.Account(number)!)))
        {
            var money = new Money(AccountKinds.SideOf(account.Kind) * world.Host.Balance(account.Number), account.Currency);
            Assert.Equal(money.Minor == 0 ? null : MoneyText.Plain(money), counted.GetValueOrDefault((LedgerJournal.NameOf(account, showsPockets: true), CurrencyFacts.Of(account.Currency).Code)));
        }

        Write(world.Host, withNames: false);
        await using var other = new SavingsHost();
        Assert.Empty((await other.Get<LedgerImport>().Read(Export, "somebody", Cancel)).Problems);
        Assert.Equal(Say(world.Host), Say(other));
        Assert.Empty(other.Verify());
    }, iter: ledgers, threads: 1);

    [Fact]
    public async Task Hledger_sees_a_journal_that_was_changed()
    {
        await using var host = await AnyChangedByte.SomeLedger();
        var journal = Path.Combine(folder.FullName, "savings.journal");
        host.Get<LedgerJournal>().Write(journal, Cancel);
        Assert.NotEmpty(await Hledger(journal));
        File.WriteAllText(journal, File.ReadAllText(journal).Replace("  1000 KHR", "  1100 KHR", StringComparison.Ordinal).Replace("  -1000 KHR", "  -1100 KHR", StringComparison.Ordinal));

        await Assert.ThrowsAsync<InvalidDataException>(() => Hledger(journal));
    }

    private void Write(SavingsHost host, bool withNames) => host.Get<LedgerExport>().Write(Export, withNames, Cancel);

    /// <summary>Every hash of the ledger.</summary>
    private static string Say(SavingsHost host) => string.Join('\n', host.Ledger.Read(pen => LedgerTable.All.SelectMany(table => Hashes(host, table)).ToList()));

    private static List<string> Hashes(SavingsHost host, LedgerTable table) => host.Get<ChatSupport.Storage.StoreReaders>()
        .Read(session => session[$"SELECT {table.Key}, hash FROM {table.Name} ORDER BY {table.Key}"].All(row => $"{table.Name} {row.GetInt64(0)} {Convert.ToHexString((byte[])row.GetValue(1))}"));

    /// <summary>Names are not chained: who may read the file may correct them.</summary>
    private static bool IsAboutNames(List<string> changed, string[] lines) =>
        changed.Count == lines.Length && changed.Where(line => !IsName(line)).SequenceEqual(lines.Where(line => !IsName(line)), StringComparer.Ordinal) && changed.Where(IsName).All(lines.Contains);

    private static bool IsName(string line) => line.StartsWith("{\"group\"", StringComparison.Ordinal) || line.StartsWith("{\"member\"", StringComparison.Ordinal);

    private static async Task<Dictionary<(string Account, string Code), string>> Hledger(string journal)
    {
        var start = new ProcessStartInfo("hledger", ["-f", journal, "balance", "--strict", "--flat", "-N", "-O", "csv", "--layout=bare"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LANG"] = "C.UTF-8";
        using var hledger = Process.Start(start)!;
        var (output, error) = (hledger.StandardOutput.ReadToEndAsync(Cancel), hledger.StandardError.ReadToEndAsync(Cancel));
        await hledger.WaitForExitAsync(Cancel);
        if (hledger.ExitCode != 0)
            throw new InvalidDataException($"hledger does not take it: {await error}");
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',').Select(field => field.Trim('"')).ToArray())
            .ToDictionary(field => (field[0], field[1]), field => $"{field[2]} {field[1]}");
    }
}
