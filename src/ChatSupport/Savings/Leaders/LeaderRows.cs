using System.Data.Common;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Leaders;

/// <summary>Reads and writes the seats of leaders within a transaction.</summary>
internal static class LeaderRows
{
    private const string Columns = "SELECT id, group_id, conversation, link_hash, link_until, made_at, left_at FROM savings_leaders";

    private const string Save = """
        INSERT INTO savings_leaders (id, group_id, conversation, link_hash, link_until, made_at, left_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO UPDATE SET conversation = excluded.conversation, link_hash = excluded.link_hash, link_until = excluded.link_until, left_at = excluded.left_at
        """;

    public static LeaderSeat? Find(StoreSession session, string id) => session[$"{Columns} WHERE id = $1"].All(Read, id) is [var one] ? one : null;

    /// <summary>Who leads from a conversation.</summary>
    public static LeaderSeat? Of(StoreSession session, string conversation) =>
        session[$"{Columns} WHERE conversation = $1 AND left_at IS NULL"].All(Read, conversation) is [var one] ? one : null;

    /// <summary>Whom a link is for; null where it was used or is over.</summary>
    public static LeaderSeat? Invited(StoreSession session, string hash, DateTimeOffset now) =>
        session[$"{Columns} WHERE link_hash = $1 AND link_until > $2 AND left_at IS NULL"].All(Read, hash, now.ToUnixTimeMilliseconds()) is [var one] ? one : null;

    /// <summary>All who lead a group now, the first first.</summary>
    public static IReadOnlyList<LeaderSeat> Leading(StoreSession session, string group) => session[$"{Columns} WHERE group_id = $1 AND left_at IS NULL ORDER BY made_at, rowid"].All(Read, group);

    public static void Write(StoreSession session, LeaderSeat seat) => session[Save].Run(
        seat.Id, seat.Group, seat.Conversation, seat.LinkHash, seat.LinkUntil?.ToUnixTimeMilliseconds(), seat.MadeAt.ToUnixTimeMilliseconds(), seat.LeftAt?.ToUnixTimeMilliseconds());

    /// <summary>A conversation leads nothing any more.</summary>
    public static void Unlink(StoreSession session, string conversation) => session["UPDATE savings_leaders SET conversation = NULL WHERE conversation = $1"].Run(conversation);

    private static LeaderSeat Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Group = row.GetString(1),
        Conversation = row.IsDBNull(2) ? null : row.GetString(2),
        LinkHash = row.IsDBNull(3) ? null : row.GetString(3),
        LinkUntil = row.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        MadeAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        LeftAt = row.IsDBNull(6) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
    };
}
