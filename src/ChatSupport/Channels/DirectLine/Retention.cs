using ChatSupport.Conversations;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Deletes web chats that were kept long enough, once an hour: seven days after the last turn, and an hour after the conversation was forgotten.</summary>
internal sealed class Retention(
    StoreReaders readers, StoreWriter writer, ConversationDoor door, IOptions<DirectLineOptions> options, TimeProvider time, ILogger<Retention> log)
    : BackgroundService
{
    private static readonly TimeSpan every = TimeSpan.FromHours(1);

    // The last line of a chat that was forgotten stays to be read for an hour; so does one that is just being begun.
    private static readonly TimeSpan afterForgetting = TimeSpan.FromHours(1);

    private const string Old = """
        SELECT w.conversation, w.changed_at FROM web_conversations w
        WHERE w.changed_at < $1 OR (w.changed_at < $2 AND NOT EXISTS (SELECT 1 FROM conversations c WHERE c.key = w.conversation AND c.version > 0))
        ORDER BY w.changed_at LIMIT 100
        """;

    private const string DropChat = "DELETE FROM web_conversations WHERE conversation = $1 AND changed_at = $2";
    private const string DropActivities = "DELETE FROM web_activities WHERE conversation = $1";
    private const string DropFiles = "DELETE FROM web_files WHERE conversation = $1";

    /// <summary>Deletes what is old now.</summary>
    /// <returns>How many chats were deleted.</returns>
    public async Task<long> Run(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var before = (now - options.Value.KeptFor).ToUnixTimeMilliseconds();
        var forgottenBefore = (now - afterForgetting).ToUnixTimeMilliseconds();
        for (var removed = 0L; ;)
        {
            var old = readers.Read(session => session[Old].All(row => (Key: row.GetString(0), At: row.GetInt64(1)), before, forgottenBefore));
            foreach (var (key, at) in old)
            {
                try
                {
                    await TellEnded(key, at, now, cancel).ConfigureAwait(false);
                }
                catch (ConversationDamagedException)
                {
                    log.EndedUntold(); // what was said goes all the same, and the later chats must not wait for this one
                }
                await Drop(key, at, cancel).ConfigureAwait(false);
            }
            removed += old.Count;
            if (old.Count == 0)
                return removed;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await Run(stoppingToken).ConfigureAwait(false) is > 0 and var removed)
                    log.Retained(removed);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.RetentionFailed(every.TotalMinutes, e);
            }
            await Task.Delay(every, time, stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>What the conversation keeps goes as well: nobody can come back to it.</summary>
    private Task<Receipt> TellEnded(string key, long at, DateTimeOffset now, CancellationToken cancel) => door.Receive(new Inbound
    {
        Id = $"{key}:ended:{at}",
        Conversation = key,
        Event = new InboundEvent.Ended(),
        ArrivedAt = now,
    }, cancel);

    private Task<bool> Drop(string key, long at, CancellationToken cancel) => writer.Write(session =>
    {
        if (session[DropChat].Run(key, at) == 0)
            return false; // something was said meanwhile; the next time looks again
        session[DropActivities].Run(key);
        session[DropFiles].Run(key);
        return session.EmptyLogAfterCommit();
    }, cancel);
}
