using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ChatSupport.Benchmarks.Peers;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Receipts;

namespace ChatSupport.Benchmarks.Reports;

/// <summary>Measures how long a reporter waits until her answer is sealed and on the disk, and until a report is sent; how long others wait at menus while numbers are checked, and what a
/// flood of one place does to others and to what it sends: <c>dotnet run -c Release --project tests/ChatSupport.Benchmarks -- reports [--flood 10000] [--minutes 5]</c>.</summary>
internal static class ReportsFigures
{
    private const int People = 60;
    private const int Turns = 1_500;
    private const int WarmUp = 300;
    private const int Receipts = 10;
    private const int Reports = 30;
    private const int AnswersOfOne = 2; // about whom, and what happened
    private const int MostAnswers = 80; // of one draft, see Answering.MostItems
    private const int Text = 2_000;
    private const int Attachment = 10_000_000;
    private static readonly TimeSpan between = TimeSpan.FromMilliseconds(2);

    public static async Task<int> Print(string[] args)
    {
        var choice = ReportsChoice.Read(args);
        var load = Machine.Load();
        using var folder = new ScratchFolder();
        await using var world = await BusyReports.Start(folder.Path);
        Console.WriteLine(Machine.Line(load));
        Console.WriteLine($"SQLite, each turn on the disk before it is answered; {Turns} turns of {People} people, one every {between.TotalMilliseconds} ms; {Reports} whole reports");
        Console.WriteLine("| | p50 ms | p95 ms | p99 ms |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        await Sealing();
        await Gate(world);
        return await Flood(world, choice) ? 0 : 1;
    }

    /// <summary>To two readers, as in all that follows. More of it is in the benchmark <c>sealing</c>.</summary>
    private static async Task Sealing()
    {
        using var worker = AgeIdentity.New();
        using var recovery = AgeIdentity.New();
        AgeRecipient[] readers = [worker.Recipient, recovery.Recipient];
        var place = new SealedPlace(Purpose.Attachment, Guid.NewGuid(), Guid.NewGuid(), 1);
        var (text, file) = (RandomNumberGenerator.GetBytes(Text), RandomNumberGenerator.GetBytes(Attachment));
        await Of(Text, 500, text);
        await Of(Attachment, 20, file);

        async Task Of(int bytes, int times, byte[] content) =>
            Row(string.Create(CultureInfo.InvariantCulture, $"sealing {bytes:N0} bytes, in memory"), [.. (await Measure(times + times, _ => Seal(content), TimeSpan.Zero)).TakeLast(times)]);

        Task Seal(byte[] content)
        {
            SealedFile.Seal(content, place, readers);
            return Task.CompletedTask;
        }
    }

    private static async Task Gate(BusyReports world)
    {
        var walking = await Many(world, tell: false);
        await Menus(walking, WarmUp);
        Row("a menu", await Menus(walking, Turns));
        List<double> meanwhile;
        await using (new Checking(world.Receipts))
            meanwhile = await Menus(walking, Turns);
        Row($"a menu while {Receipts} receipts are checked at every moment (aim: p95 under 200)", meanwhile);
    }

    /// <returns>False where something was lost.</returns>
    private static async Task<bool> Flood(BusyReports world, ReportsChoice choice)
    {
        var (before, during) = (await Many(world, tell: true), await Many(world, tell: true));
        await Answers(before, WarmUp);
        await Answers(during, WarmUp);
        var empty = world.Count();
        await using var flood = new ReportFlood(world, choice.Flood);
        var began = Stopwatch.GetTimestamp();
        await flood.Write();
        var writing = Stopwatch.GetElapsedTime(began);
        var written = world.Count();
        var isWhole = written == empty with { Drafts = empty.Drafts + choice.Flood, Answers = empty.Answers + (AnswersOfOne * choice.Flood) };

        var answers = await Answers(before, Turns); // beside the same drafts as those of the flood
        Row("an answer of a report, sealed", answers);
        var (whole, sends) = await Sends(world);
        Row("a whole report, fourteen turns and its number", whole);
        Row("of it, sending", sends);
        flood.Begin();
        var flooded = await Answers(during, Turns);
        var (wholeMeanwhile, sendsMeanwhile) = await Sends(world);
        var endedEarly = flood.IsOver;
        await flood.End(TimeSpan.FromMinutes(choice.Minutes));
        var took = flood.Elapsed;
        var kept = world.Count();
        isWhole &= kept with { Flagged = 0 } == new BusyReports.Kept(
            written.Cases + (2 * Reports) + flood.Sent, written.Drafts - flood.Sent, written.Answers + (2 * Turns) + (2 * Reports * AnswersOfOne), Flagged: 0);

        var named = string.Create(CultureInfo.InvariantCulture, $"while one place sends {choice.Flood:N0} reports, {ReportFlood.PerSecond} tries a second");
        Row($"an answer of a report {named}", flooded);
        Row("a whole report meanwhile, from elsewhere", wholeMeanwhile);
        Row("of it, sending", sendsMeanwhile);
        Say($"Meanwhile an answer takes {At(flooded, .5) / At(answers, .5):0.00} of its idle p50 and {At(flooded, .99) / At(answers, .99):0.00} of its p99, a whole report {At(wholeMeanwhile, .5) / At(whole, .5):0.00} (aim: under 2).");
        if (endedEarly)
            Say($"The flood was over before that was measured: ask for more than {choice.Flood}.");
        Say($"Of one place {choice.Flood:N0} reports were written in {writing.TotalSeconds:0} s ({choice.Flood / writing.TotalSeconds:0} a second), {flood.Sent:N0} sent in {took.TotalSeconds:0} s ({flood.Sent / took.TotalSeconds:0.0} a second), {choice.Flood - flood.Sent:N0} wait as drafts.");
        Say($"{flood.Queued:N0} were told to send again, {flood.ToldAgain:N0} times; {kept.Flagged:N0} of {kept.Cases:N0} cases are marked as having come with many. {(isWhole ? "Nothing was lost: every report is a case or a draft, with all its answers." : $"LOST: {empty}, {written}, {kept}.")}");
        return isWhole;
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

    private static Task<List<double>> Menus(IReadOnlyList<BusyReports.Reporter> people, int count) => Measure(count, at => people[at * 7 % People].Types("2"), between);

    private static Task<List<double>> Answers(IReadOnlyList<BusyReports.Reporter> people, int count)
    {
        if (count > People * MostAnswers)
            throw new InvalidOperationException("A draft would be full.");
        return Measure(count, at => people[at % People].Types("ថៅកែដកយកលិខិតឆ្លងដែន ហើយមិនឱ្យចេញក្រៅ"), between);
    }

    /// <summary>Whole reports of ever new people, and of each how long it took from pressing "Send" to the number.</summary>
    private static async Task<(List<double> Whole, List<double> Sent)> Sends(BusyReports world)
    {
        var sent = new List<double>();
        var whole = await Measure(Reports, async _ =>
        {
            var she = await world.Meet();
            await she.Begins();
            await she.GoesOn();
            sent.AddRange(await Measure(1, _ => she.Sends(), TimeSpan.Zero));
        }, between);
        return (whole, sent);
    }

    private static async Task<List<double>> Measure(int count, Func<int, Task> act, TimeSpan pause)
    {
        var took = new List<double>(count);
        for (var at = 0; at < count; at++)
        {
            var began = Stopwatch.GetTimestamp();
            await act(at);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(pause);
        }
        return took;
    }

    private static void Row(string what, List<double> took) => Say($"| {what} | {At(took, .5):0.00} | {At(took, .95):0.00} | {At(took, .99):0.00} |");

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

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
}
