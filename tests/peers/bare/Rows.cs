using System.Globalization;

namespace ChatSupport.Peers.Bare;

/// <summary>Rows that are written together.</summary>
internal abstract class Rows
{
    /// <returns>The number of the outbox row; null where there is none.</returns>
    public abstract long? Write(GroupStore store);

    protected static long Now => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    protected static string Key(long chat) => string.Create(CultureInfo.InvariantCulture, $"tg:4242-{chat:000000000000000000000000}"); // as long as ours
}

/// <summary>A turn: the update's id, the state, what the worker wrote, what is to be sent.</summary>
internal sealed class TurnRows(long chat, long version, string update, byte[] state, int? message, byte[] body) : Rows
{
    public override long? Write(GroupStore store)
    {
        var (key, now) = (Key(chat), Now);
        if (store.Run("INSERT OR IGNORE INTO inbox (id, at) VALUES (?, ?)", update, now) == 0)
            return null;
        store.Run("""
            INSERT INTO conversations (key, version, state, address, recent) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET version = excluded.version, state = excluded.state, recent = excluded.recent
            """, key, version, state, Array.Empty<byte>(), update);
        if (message is { } id)
            store.Run("INSERT OR IGNORE INTO messages (conversation, message_id, at) VALUES (?, ?, ?)", key, id.ToString(CultureInfo.InvariantCulture), now);
        store.Run("INSERT INTO outbox (conversation, turn, part, body, at) VALUES (?, ?, 0, ?, ?)", key, version, body, now);
        return store.LastNumber;
    }
}

/// <summary>What is written once a message arrived.</summary>
internal sealed class SentRows(long chat, long row, int message, bool isNew) : Rows
{
    public override long? Write(GroupStore store)
    {
        store.Run("DELETE FROM outbox WHERE id = ?", row);
        if (!isNew)
            return row;
        var (key, id) = (Key(chat), message.ToString(CultureInfo.InvariantCulture));
        store.Run("INSERT OR IGNORE INTO messages (conversation, message_id, at) VALUES (?, ?, ?)", key, id, Now);
        store.Run("UPDATE conversations SET menu = ? WHERE key = ?", id, key);
        return row;
    }
}
