using System.Security.Cryptography;
using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>Messages to conversations, written in a transaction that is not a turn of theirs.</summary>
internal sealed class Letters(TurnSeals seals, StoreSession session, DateTimeOffset now)
{
    private const string AddMessage = "INSERT INTO outbox (conversation, turn, part, body, at, forgets) VALUES ($1, $2, 0, $3, $4, $5)";
    private const string Waiting = "SELECT id, turn, part, body FROM outbox WHERE conversation = $1 AND failure IS NULL";
    private const string IsForgotten = "SELECT 1 FROM conversations WHERE key = $1 AND version = 0";

    private readonly List<OutboxPost> posts = [];

    /// <summary>What the sender needs once it is on disk, in the order of the numbers.</summary>
    public IReadOnlyList<OutboxPost> Posts => posts;

    /// <summary>Adds a message behind all that waits for the conversation.</summary>
    /// <returns>The number of its row.</returns>
    public long Add(string conversation, OutboundBody body)
    {
        var turn = -RandomNumberGenerator.GetInt32(int.MaxValue) * (1L << 31) - RandomNumberGenerator.GetInt32(int.MaxValue) - 1; // below zero: no turn of its own
        var forgets = session[IsForgotten].One(conversation) is not null; // what is left of her goes with the last message, and that may be this one
        session[AddMessage].Run(conversation, turn, seals.SealBody(conversation, turn, 0, body), now.ToUnixTimeMilliseconds(), forgets);
        var number = session.LastNumber;
        posts.Add(new OutboxPost(conversation, [new OutboxItem(number, body, now, forgets)], null, null, 0));
        return number;
    }

    /// <summary>Ends a thread. What still waits to be shown in it is not sent any more: who has no thread is not to read it.</summary>
    /// <param name="conversation">Where.</param>
    /// <param name="key">What the thread is about.</param>
    public void EndThread(string conversation, string key)
    {
        foreach (var (number, turn, part, body) in session[Waiting].All(row => (row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), (byte[])row.GetValue(3)), conversation))
        {
            if (Open(conversation, turn, part, body) is OutboundBody.Line { Thread.Key: var at } && at == key)
                Drop(conversation, number);
        }
        Add(conversation, new OutboundBody.EndThread(key));
    }

    /// <summary>What was said after a point was taken back in the database; nobody is to send it.</summary>
    /// <param name="count">How many stay.</param>
    public void TakeBackAfter(int count) => posts.RemoveRange(count, posts.Count - count);

    /// <summary>Takes a message away that may still wait, also where it is being tried again. One that the channel has in hand arrives nevertheless.</summary>
    /// <param name="conversation">Where it was to go.</param>
    /// <param name="number">The number of its row.</param>
    public void Drop(string conversation, long number)
    {
        session["DELETE FROM outbox WHERE id = $1"].Run(number);
        posts.Add(new OutboxPost(conversation, [], null, null, 0) { DroppedOne = number });
    }

    /// <returns>Null for what was sealed by other keys: nobody can send it either.</returns>
    private OutboundBody? Open(string conversation, long turn, int part, byte[] body)
    {
        try
        {
            return seals.OpenBody(conversation, turn, part, body);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
