using ChatSupport.Storage;

namespace ChatSupport.Savings.Groups;

/// <summary>Reads and writes groups and members within a transaction.</summary>
internal sealed class GroupRows(GroupSeals seals)
{
    private const string WriteGroup = """
        INSERT INTO savings_groups (id, founded_at, body) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET founded_at = excluded.founded_at, body = excluded.body
        """;

    private const string WriteMember = """
        INSERT INTO savings_members (id, group_id, book_key, joined_at, left_at, body) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (id) DO UPDATE SET group_id = excluded.group_id, book_key = excluded.book_key, left_at = excluded.left_at, body = excluded.body
        """;

    private const string MemberColumns = "SELECT id, body FROM savings_members";

    public IReadOnlyList<SavingsGroup> Groups(StoreSession session) =>
        session["SELECT id, body FROM savings_groups ORDER BY founded_at, rowid"].All(row => seals.OpenGroup(row.GetString(0), (byte[])row.GetValue(1)));

    public static bool HasGroup(StoreSession session, string group) => session["SELECT 1 FROM savings_groups WHERE id = $1"].One(group) is not null;

    public SavingsMember? Member(StoreSession session, string id) =>
        session[$"{MemberColumns} WHERE id = $1"].All(row => seals.OpenMember(row.GetString(0), (byte[])row.GetValue(1)), id) is [var one] ? one : null;

    /// <summary>Who has a book.</summary>
    public SavingsMember? Member(StoreSession session, string group, string book) =>
        session[$"{MemberColumns} WHERE book_key = $1"].All(row => seals.OpenMember(row.GetString(0), (byte[])row.GetValue(1)), seals.BookKey(group, book)) is [var one] ? one : null;

    /// <summary>All of a group, also those who left, in the order in which they joined.</summary>
    public IReadOnlyList<SavingsMember> Members(StoreSession session, string group) =>
        session[$"{MemberColumns} WHERE group_id = $1 ORDER BY joined_at, rowid"].All(row => seals.OpenMember(row.GetString(0), (byte[])row.GetValue(1)), group);

    public void Write(StoreSession session, SavingsGroup group) => session[WriteGroup].Run(group.Id, group.FoundedAt.ToUnixTimeMilliseconds(), seals.Seal(group));

    public void Write(StoreSession session, SavingsMember member) => session[WriteMember].Run(
        member.Id, member.Group, seals.BookKey(member.Group, member.Book), member.JoinedAt.ToUnixTimeMilliseconds(), member.LeftAt?.ToUnixTimeMilliseconds(), seals.Seal(member));
}
