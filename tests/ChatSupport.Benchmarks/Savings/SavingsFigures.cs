using System.Diagnostics;
using System.Globalization;
using ChatSupport.Benchmarks.Peers;

namespace ChatSupport.Benchmarks.Savings;

/// <summary>Measures the ledger with a million entries beside a plain table with a stored balance, in one run:
/// <c>dotnet run -c Release --project tests/ChatSupport.Benchmarks -- savings</c>. With a number: that many entries.</summary>
internal static class SavingsFigures
{
    private const int Usual = 1_000_000;
    private const int AtOnce = 32;
    private const int Durable = 4_000;
    private const int Alone = 400;
    private const int Lookups = 5_000;
    private const int Statements = 300;
    private const int Lines = 1_000;

    public static async Task<int> Print(string? size)
    {
        var (load, entries) = (Machine.Load(), size is null ? Usual : int.Parse(size, CultureInfo.InvariantCulture));
        using var folder = new ScratchFolder();
        using var ledger = await FilledLedger.Make(folder.Path);
        using var plain = new PlainTable(Path.Combine(folder.Path, "plain.db"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Entering {entries:N0} entries into both."));
        var began = Stopwatch.GetTimestamp();
        await ledger.Fill(0, entries);
        Say($"The ledger took {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s ({entries / Stopwatch.GetElapsedTime(began).TotalSeconds:N0} a second, 5,000 in a transaction) and has {new FileInfo(ledger.File).Length / 1024 / 1024} MiB.");
        foreach (var some in Enumerable.Range(0, entries).Chunk(5_000))
            plain.Add(some.Select(number => Plain(ledger, number)));

        Say($"");
        Console.WriteLine(Machine.Line(load));
        Say($"| with {entries:N0} entries | ledger | plain table |");
        Console.WriteLine("| --- | ---: | ---: |");
        var next = entries;
        Say($"| entries a second on disk, {AtOnce} at a time | {await Together(ledger, next):N0} | {TogetherPlain(ledger, plain, next):N0} |");
        next += Durable;
        Row("an entry alone, on disk", await OneByOne(ledger, next), OneByOnePlain(ledger, plain, next));
        Row("balance", Measure(Lookups, number => ledger.Ledger.Balance(ledger.Savings(number * 7))), Measure(Lookups, number => plain.Balance(ledger.Savings(number * 7))));
        Row($"statement of {Lines:N0} lines", Measure(Statements, number => ledger.Ledger.Statement(ledger.Savings(number * 7), null, Lines)), Measure(Statements, number => plain.Statement(ledger.Savings(number * 7), Lines)));
        began = Stopwatch.GetTimestamp();
        var findings = ledger.Check.Verify(CancellationToken.None).Findings.Count;
        Say($"Verifying all of it took {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s: {findings} findings.");
        return findings;
    }

    private static async Task<double> Together(FilledLedger ledger, int from)
    {
        var (began, next) = (Stopwatch.GetTimestamp(), from);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            for (var number = Interlocked.Increment(ref next); number <= from + Durable; number = Interlocked.Increment(ref next))
                await ledger.Ledger.Post(ledger.Deposit(number), CancellationToken.None);
        }));
        return Durable / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>As many in a transaction as wait at once.</summary>
    private static double TogetherPlain(FilledLedger ledger, PlainTable plain, int from)
    {
        var began = Stopwatch.GetTimestamp();
        foreach (var some in Enumerable.Range(from, Durable).Chunk(AtOnce))
            plain.Add(some.Select(number => Plain(ledger, number)));
        return Durable / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<List<double>> OneByOne(FilledLedger ledger, int from)
    {
        var took = new List<double>(Alone);
        for (var number = from + 1; number <= from + Alone; number++)
        {
            var began = Stopwatch.GetTimestamp();
            await ledger.Ledger.Post(ledger.Deposit(number), CancellationToken.None);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return took;
    }

    private static List<double> OneByOnePlain(FilledLedger ledger, PlainTable plain, int from) => Measure(Alone, number => plain.Add([Plain(ledger, from + number)]));

    private static (string Id, long Account, long Amount) Plain(FilledLedger ledger, int number) => ledger.Deposit(number) is var wish ? (wish.Id, wish.Cr, wish.Amount.Minor) : default;

    private static List<double> Measure<T>(int count, Func<int, T> act) => Measure(count, number => { _ = act(number); });

    private static List<double> Measure(int count, Action<int> act)
    {
        for (var number = 0; number < count / 4; number++)
            act(count + number); // warm
        var took = new List<double>(count);
        for (var number = 0; number < count; number++)
        {
            var began = Stopwatch.GetTimestamp();
            act(number);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return took;
    }

    private static void Row(string what, List<double> ledger, List<double> plain) =>
        Say($"| {what}, p50 / p99 ms | {At(ledger, .5):0.000} / {At(ledger, .99):0.000} | {At(plain, .5):0.000} / {At(plain, .99):0.000} |");

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static double At(List<double> took, double part) => took.Order().ElementAt((int)(took.Count * part));
}
