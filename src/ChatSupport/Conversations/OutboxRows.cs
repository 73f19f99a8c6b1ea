using System.Security.Cryptography;
using System.Text.Json;
using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>Reads what waits in the database.</summary>
internal sealed class OutboxRows(StoreReaders readers, TurnSeals seals)
{
    /// <summary>How many rows one page has at most.</summary>
    public const int PageSize = 500;

    private const string Page =
        "SELECT id, conversation, turn, part, body, at, forgets FROM outbox WHERE id > $1 AND failure IS NULL ORDER BY id LIMIT 500";

    private const string Facts = "SELECT address, menu FROM conversations WHERE key = $1";
    private const string IsKnown = "SELECT 1 FROM conversations WHERE key = $1 AND version > 0";
    private const string Standing = "SELECT message_id, number FROM messages WHERE conversation = $1 AND at >= $2 ORDER BY number";
    private const string Waiting = "SELECT count(*), min(at) FROM outbox WHERE failure IS NULL";

    /// <summary>Reads the rows after a number.</summary>
    public OutboxPage Read(long after, Func<string, bool> carries)
    {
        var rows = readers.Read(session => session[Page].All(
            row => (Id: row.GetInt64(0), Key: row.GetString(1), Turn: row.GetInt64(2), Part: row.GetInt32(3),
                Body: (byte[])row.GetValue(4), At: row.GetInt64(5), Forgets: row.GetBoolean(6)), after));
        var posts = new List<OutboxPost>(rows.Count);
        var unreadable = new List<long>();
        foreach (var row in rows.Where(row => carries(row.Key)))
        {
            if (TryOpen(row.Key, row.Turn, row.Part, row.Body) is not { } body)
            {
                unreadable.Add(row.Id);
                continue;
            }
            var item = new OutboxItem(row.Id, body, DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Forgets);
            posts.Add(new OutboxPost(row.Key, [item], null, null, 0));
        }
        return new OutboxPage(posts, unreadable, rows.Count == 0 ? after : rows[^1].Id, rows.Count < PageSize);
    }

    /// <summary>Where a conversation's messages go, and the menu she sees.</summary>
    public (string? Address, string? Menu) ReadFacts(string conversation)
    {
        var found = readers.Read(session => session[Facts].All(
            row => (Address: row.IsDBNull(0) ? null : (byte[])row.GetValue(0), Menu: row.IsDBNull(1) ? null : row.GetString(1)), conversation));
        return found is [var (address, menu)] ? (TryOpenAddress(conversation, address), menu) : (null, null);
    }

    /// <summary>False where she was forgotten, or never began.</summary>
    public bool Exists(string conversation) => readers.Read(session => session[IsKnown].One(conversation)) is not null;

    /// <summary>The messages in her chat that are young enough to be deleted.</summary>
    public (IReadOnlyList<string> Ids, long UpTo) ReadStanding(string conversation, DateTimeOffset since)
    {
        var found = readers.Read(session => session[Standing].All(
            row => (Id: row.GetString(0), Number: row.GetInt64(1)), conversation, since.ToUnixTimeMilliseconds()));
        return ([.. found.Select(row => row.Id)], found.Count == 0 ? 0 : found[^1].Number);
    }

    /// <summary>How many wait, and since when the oldest does.</summary>
    public (long Count, DateTimeOffset? Oldest) ReadDepth() => readers.Read(session => session[Waiting].All(
        row => (row.GetInt64(0), row.IsDBNull(1) ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)))))[0];

    private string? TryOpenAddress(string conversation, byte[]? address)
    {
        try
        {
            return address is null ? null : seals.OpenAddress(conversation, address);
        }
        catch (CryptographicException)
        {
            return null; // as if there were none: its messages are recorded as failed
        }
    }

    private OutboundBody? TryOpen(string key, long turn, int part, byte[] body)
    {
        try
        {
            return seals.OpenBody(key, turn, part, body);
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>A page of what waits.</summary>
/// <param name="Posts">What can be sent.</param>
/// <param name="Unreadable">Rows that do not open: to be recorded as failed.</param>
/// <param name="UpTo">The last number read.</param>
/// <param name="IsLast">There was nothing after it.</param>
internal sealed record OutboxPage(IReadOnlyList<OutboxPost> Posts, IReadOnlyList<long> Unreadable, long UpTo, bool IsLast);
