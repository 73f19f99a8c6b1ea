using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>Deletes what was kept long enough, a little at a time, so that turns need not wait for it.</summary>
internal sealed class ScheduleRetention(StoreWriter writer, TimeProvider time, ILogger<ScheduleRetention> log)
{
    /// <summary>How long ids of inbound events, ids of messages and failed messages are kept: channels repeat an event for 24 hours and delete a message for 48.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(48);

    private const int Batch = 1000;

    // The numbers rise with time, so the oldest rows are the first: no index on the time is needed.
    private const string OldInbox = "DELETE FROM inbox WHERE number IN (SELECT number FROM inbox ORDER BY number LIMIT 1000) AND at < $1";
    private const string OldMessages = "DELETE FROM messages WHERE number IN (SELECT number FROM messages ORDER BY number LIMIT 1000) AND at < $1";

    private const string OldOutbox = """
        DELETE FROM outbox WHERE id IN (SELECT id FROM outbox ORDER BY id LIMIT 1000) AND at < $1 RETURNING conversation, forgets
        """;

    /// <summary>Deletes what is older than <see cref="KeptFor"/>, then empties the log of what was written, so that deleted means deleted.</summary>
    public async Task Run(CancellationToken cancel)
    {
        var before = (time.GetUtcNow() - KeptFor).ToUnixTimeMilliseconds();
        var removed = await Repeat(session => session[OldInbox].Run(before), cancel).ConfigureAwait(false);
        removed += await Repeat(session => session[OldMessages].Run(before), cancel).ConfigureAwait(false);
        removed += await Repeat(session => DropOldOutbox(session, before), cancel).ConfigureAwait(false);
        removed += await writer.Write(session => LinkWrite.DropOld(session, time.GetUtcNow().ToUnixTimeMilliseconds()), cancel).ConfigureAwait(false);
        if (removed > 0)
            log.Retained(removed);
        await writer.Write(session => session.EmptyLogAfterCommit(), cancel).ConfigureAwait(false);
    }

    private static int DropOldOutbox(StoreSession session, long before)
    {
        var rows = session[OldOutbox].All(row => (Conversation: row.GetString(0), Forgets: row.GetBoolean(1)), before);
        foreach (var row in rows.Where(row => row.Forgets))
            OutboxMarks.DropForgotten(session, row.Conversation);
        return rows.Count;
    }

    private async Task<long> Repeat(Func<StoreSession, int> deleteBatch, CancellationToken cancel)
    {
        for (var removed = 0L; ;)
        {
            var count = await writer.Write(deleteBatch, cancel).ConfigureAwait(false);
            removed += count;
            if (count < Batch)
                return removed;
        }
    }
}
