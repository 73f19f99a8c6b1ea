using System.Diagnostics;
using System.Globalization;
using ChatSupport.Benchmarks.Peers;
using ChatSupport.Reports.Sealing.Receipts;

namespace ChatSupport.Benchmarks.Reports;

/// <summary>Measures how long a reporter waits until her answer is sealed and on the disk, how long others wait at menus while numbers are checked, and while one place floods:
/// <c>dotnet run -c Release --project tests/ChatSupport.Benchmarks -- reports</c>.</summary>
internal static class ReportsFigures
{
    private const int People = 60;
    private const int Turns = 1_500;
    private const int Receipts = 10;
    private const int Flooders = 30;
    private const int Reports = 20;
    private const int MostAnswers = 80; // of one draft, see Answering.MostItems
    private static readonly TimeSpan between = TimeSpan.FromMilliseconds(2);

    public static async Task<int> Print()
    {
        var load = Machine.Load();
        using var folder = new ScratchFolder();
        await using var world = await BusyReports.Start(folder.Path);
        var (walking, telling) = (await Many(world, tell: false), await Many(world, tell: true));
        await Menus(walking, 300);
        await Answers(telling, 300);

        Console.WriteLine(Machine.Line(load));
        Console.WriteLine($"SQLite, each turn on the disk before it is answered; {Turns} turns of {People} people, one every {between.TotalMilliseconds} ms");
        Console.WriteLine("| | p50 ms | p95 ms | p99 ms |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        var answers = await Answers(telling, Turns);
        Row("an answer of a report, sealed", answers);
        var menus = await Menus(walking, Turns);
        Row("a menu", menus);
        List<double> meanwhile;
        await using (new Checking(world.Receipts))
            meanwhile = await Menus(walking, Turns);
        Row($"a menu while {Receipts} receipts are checked at every moment (aim: p95 under 200)", meanwhile);
        var sends = await Sends(world);
        Row("sending a report, with its number", sends);
        List<double> flooded, sent;
        telling = await Many(world, tell: true);
        await using (new Flood(world))
        {
            flooded = await Answers(telling, Turns);
            sent = await Sends(world);
        }
        Row($"an answer of a report while {Flooders} chats of one place send reports without end", flooded);
        Row("sending a report meanwhile, from elsewhere", sent);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Meanwhile an answer takes {At(flooded, .5) / At(answers, .5):0.00} of its idle p50 and {At(flooded, .99) / At(answers, .99):0.00} of its p99, sending {At(sent, .5) / At(sends, .5):0.00} (aim: under 2)."));
        return 0;
    }

    private static async Task<IReadOnlyList<BusyReports.Reporter>> Many(BusyReports world, bool tell)
    {
        var many = new List<BusyReports.Reporter>();
        for (var at = 0; at < People; at++)
        {
            many.Add(await world.Meet());
            if (tell)
                await many[^1].Begins();
        }
        return many;
    }

    private static Task<List<double>> Menus(IReadOnlyList<BusyReports.Reporter> people, int count) => Measure(count, at => people[at * 7 % People].Types("2"));

    private static Task<List<double>> Answers(IReadOnlyList<BusyReports.Reporter> people, int count)
    {
        if (count > People * MostAnswers)
            throw new InvalidOperationException("A draft would be full.");
        return Measure(count, at => people[at % People].Types("ថៅកែដកយកលិខិតឆ្លងដែន ហើយមិនឱ្យចេញក្រៅ"));
    }

    private static async Task<List<double>> Sends(BusyReports world)
    {
        var ready = new List<BusyReports.Reporter>();
        for (var at = 0; at < Reports; at++)
        {
            ready.Add(await world.Meet());
            await ready[^1].Begins();
            await ready[^1].GoesOn();
        }
        return await Measure(Reports, at => ready[at].Sends());
    }

    private static async Task<List<double>> Measure(int count, Func<int, Task> act)
    {
        var took = new List<double>(count);
        for (var at = 0; at < count; at++)
        {
            var began = Stopwatch.GetTimestamp();
            await act(at);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(between);
        }
        return took;
    }

    private static void Row(string what, List<double> took) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {At(took, .5):0.00} | {At(took, .95):0.00} | {At(took, .99):0.00} |"));

    private static double At(List<double> took, double part) => took.Order().ElementAt((int)(took.Count * part));

    /// <summary>Ten who each try a number, again and again.</summary>
    private sealed class Checking : IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private readonly Task all;

        public Checking(ReceiptLock receipts) => all = Task.WhenAll(Enumerable.Range(0, Receipts).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await receipts.Open(ReceiptCode.New(), null, CancellationToken.None);
        })));

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await all;
            stop.Dispose();
        }
    }

    /// <summary>Ever new chats of one place, each of which reports and sends.</summary>
    private sealed class Flood : IAsyncDisposable
    {
        private const int Place = 7;

        private readonly CancellationTokenSource stop = new();
        private readonly Task all;

        public Flood(BusyReports world) => all = Task.WhenAll(Enumerable.Range(0, Flooders).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var one = await world.Meet(Place);
                await one.Begins();
                await one.GoesOn();
                await one.Sends();
            }
        })));

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await all;
            stop.Dispose();
        }
    }
}
