using System.Threading.Channels;

namespace ChatSupport.Storage;

/// <summary>The one writer. Whatever waits while a commit is on its way to the disk goes together into the next one, so that many share one wait for the disk.</summary>
/// <remarks>A write looks before it changes anything, so that a refused one leaves nothing to undo in the transaction it shares.</remarks>
internal sealed class StoreWriter : IDisposable
{
    private const int MostInOneGroup = 512;
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(1);

    private readonly Channel<PendingWrite> queue = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly Database database;
    private readonly StoreHealth health;
    private readonly StoreFigures figures;
    private readonly ILogger<StoreWriter> log;
    private readonly TimeProvider time;
    private readonly Task loop;
    private StoreSession? session;

    public StoreWriter(Database database, StoreHealth health, StoreFigures figures, TimeProvider time, ILogger<StoreWriter> log)
    {
        (this.database, this.health, this.figures, this.time, this.log) = (database, health, figures, time, log);
        loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Writes in a transaction shared with others.</summary>
    /// <param name="apply">Runs on the writer's thread, perhaps twice: what it returns the last time counts.</param>
    /// <param name="cancel">Gives up waiting for a place; once the write has one, it is seen through.</param>
    /// <param name="onDisk">Runs on the writer's thread once the write is on disk, in the order of the writes; must be short.</param>
    /// <returns>What <paramref name="apply"/> returned, once it is on disk.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written; the writer goes on trying by itself.</exception>
    public async Task<T> Write<T>(Func<StoreSession, T> apply, CancellationToken cancel, Action<T>? onDisk = null)
    {
        var write = new PendingWrite<T>(apply, onDisk);
        try
        {
            await queue.Writer.WriteAsync(write, cancel).ConfigureAwait(false);
        }
        catch (ChannelClosedException e)
        {
            throw new StoreUnavailableException("The program is stopping.", e);
        }
        return await write.Written.ConfigureAwait(false);
    }

    /// <summary>Finishes what waits, then closes the file.</summary>
    public void Dispose()
    {
        queue.Writer.TryComplete();
        loop.Wait();
        session?.Dispose();
    }

    private void Run()
    {
        var group = new List<PendingWrite>(MostInOneGroup);
        while (WaitForWrites())
        {
            while (group.Count < MostInOneGroup && queue.Reader.TryRead(out var write))
                group.Add(write);
            if (group.Count > 0)
                Commit(group);
            else if (!health.IsWell)
                Probe();
            group.Clear();
        }
    }

    private bool WaitForWrites()
    {
        var waiting = queue.Reader.WaitToReadAsync();
        if (waiting.IsCompleted)
            return waiting.Result;
        var task = waiting.AsTask();
        // While ill it looks by itself, or a program that nobody is sent to any more would stay ill for ever.
        return health.IsWell || task.Wait(ProbeEvery) ? task.Result : !queue.Reader.Completion.IsCompleted;
    }

    private void Commit(List<PendingWrite> group)
    {
        var began = time.GetTimestamp();
        try
        {
            session ??= database.OpenForWriting();
            session.Begin();
            foreach (var write in group)
                write.Apply(session);
            session.Commit();
        }
        catch (Exception e)
        {
            RollBack(e);
            if (Database.IsUnavailable(e))
                Fail(group, e);
            else if (group.Count == 1)
                group[0].Fail(e);
            else
                group.ForEach(write => Commit([write])); // one of them is at fault: each alone, so that the others are kept
            return;
        }
        if (health.Recovered())
            log.WritingRecovered();
        figures.Committed(group.Count, time.GetElapsedTime(began));
        foreach (var write in group)
            write.Complete();
        EmptyLog();
    }

    private void EmptyLog()
    {
        try
        {
            session?.EmptyLogIfAsked();
        }
        catch (Exception e) when (Database.IsUnavailable(e))
        {
            session?.Dispose(); // what is committed stays committed; the next group shows whether the disk is ill
            session = null;
        }
    }

    private void Fail(List<PendingWrite> group, Exception cause)
    {
        figures.Failed();
        var trouble = StoreTrouble.Say(cause, database.File);
        if (health.Failed(trouble))
            log.WritingFailed(trouble, cause);
        foreach (var write in group)
            write.Fail(new StoreUnavailableException("The database could not be written.", cause));
    }

    /// <summary>Really writes: taking a lock alone would not notice a full disk.</summary>
    private void Probe() => Commit([new PendingWrite<int>(open => open["PRAGMA user_version=1"].Run())]);

    private void RollBack(Exception cause)
    {
        try
        {
            session?.RollBack();
            if (!Database.IsUnavailable(cause) || Database.MayKeepConnection(cause))
                return;
        }
        catch (Exception e) when (Database.IsUnavailable(e))
        {
            // The connection is beyond use; the next group opens a new one.
        }
        session?.Dispose();
        session = null;
    }
}
