using System.Collections.Concurrent;
using System.Diagnostics;
using ChatSupport.Benchmarks.Flood;
using ChatSupport.Channels.DirectLine;

namespace ChatSupport.Benchmarks.Reports;

/// <summary>Very many chats of one place, each with a whole report. First all are written, then all are sent, and again where they are told so.</summary>
internal sealed class ReportFlood(BusyReports world, int reports) : IAsyncDisposable
{
    private const int Place = 7;
    private const int WritersAtOnce = 30;

    private readonly ConcurrentQueue<BusyReports.Reporter> waiting = new();
    private readonly ConcurrentDictionary<BusyReports.Reporter, byte> everWaited = new();
    private readonly ConcurrentBag<Task> tries = [];
    private int sent;
    private int toldAgain;
    private long began;
    private Flooding? flooding;

    /// <summary>How many calls a second come: as many as the web chat takes of one address. Each is the dearest one there is.</summary>
    public static int PerSecond { get; } = new DirectLineOptions().CallsPerAddress;

    /// <summary>How many were sent.</summary>
    public int Sent => Volatile.Read(ref sent);

    /// <summary>How often one was told to send it again.</summary>
    public int ToldAgain => Volatile.Read(ref toldAgain);

    /// <summary>How many were told so at least once.</summary>
    public int Queued => everWaited.Count;

    /// <summary>None is left to be sent.</summary>
    public bool IsOver => Sent == reports;

    /// <summary>How long it has been going on.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(began);

    /// <summary>Writes all, as fast as the program takes them.</summary>
    public Task Write() => Parallel.ForEachAsync(Enumerable.Range(0, reports), new ParallelOptions { MaxDegreeOfParallelism = WritersAtOnce }, async (_, _) =>
    {
        var she = await world.Meet(Place);
        await she.Begins();
        await she.GoesOn();
        waiting.Enqueue(she);
    });

    /// <summary>Begins to send, and goes on until it is ended.</summary>
    public void Begin()
    {
        began = Stopwatch.GetTimestamp();
        flooding = new Flooding(PerSecond, () => () =>
        {
            if (waiting.TryDequeue(out var she))
                tries.Add(Task.Run(() => Send(she))); // nobody who floods waits for an answer
            return Task.CompletedTask;
        });
    }

    /// <summary>Waits until all are sent, or so long after the beginning, and for what is on its way.</summary>
    public async Task End(TimeSpan longest)
    {
        while (!IsOver && Elapsed < longest)
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref flooding, null) is not { } running)
            return;
        await running.DisposeAsync();
        await Task.WhenAll(tries);
    }

    private async Task Send(BusyReports.Reporter she)
    {
        if (await she.TriesToSend())
        {
            Interlocked.Increment(ref sent);
            return;
        }
        Interlocked.Increment(ref toldAgain);
        everWaited[she] = 0;
        waiting.Enqueue(she);
    }
}
