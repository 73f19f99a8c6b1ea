using ChatSupport.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Seats;

/// <summary>A member says that a line of hers is wrong. It freezes nothing, has a day until which somebody answers, and whoever recorded the line does not see it.</summary>
internal sealed record Dispute
{
    public const string Table = "savings_disputes";

    public const string Columns = "id, member, entry, opened_at, due_at, closed_at, closed_by, verdict";

    /// <summary>Opaque.</summary>
    public required string Id { get; init; }

    /// <summary>Opaque id of the member.</summary>
    public required string Member { get; init; }

    /// <summary>Position of the entry.</summary>
    public required long Entry { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Somebody has answered by then.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Opaque id of who answered.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>A word: <c>right</c>, <c>corrected</c>, <c>withdrawn</c>.</summary>
    public string? Verdict { get; init; }

    /// <summary>Adds one; a second of the same line changes nothing while the first is open, and opens it again once it was answered: one answer does not end it for her.</summary>
    public void Add(StoreSession session) => session[$"""
        INSERT INTO savings_disputes ({Columns}) VALUES ($1, $2, $3, $4, $5, NULL, NULL, NULL)
        ON CONFLICT (member, entry) DO UPDATE SET opened_at = excluded.opened_at, due_at = excluded.due_at, closed_at = NULL, closed_by = NULL, verdict = NULL WHERE closed_at IS NOT NULL
        """]
        .Run(Id, Member, Entry, OpenedAt.ToUnixTimeMilliseconds(), DueAt.ToUnixTimeMilliseconds());

    /// <summary>The lines of a member that are being looked at.</summary>
    public static HashSet<long> OpenOf(StoreSession session, string member) =>
        [.. session["SELECT entry FROM savings_disputes WHERE member = $1 AND closed_at IS NULL"].All(row => row.GetInt64(0), member)];

    /// <summary>All that are open, the most urgent first, but for lines that the viewer recorded or confirmed.</summary>
    public static List<Dispute> Open(StoreSession session, string viewer) => session[$"""
        SELECT {Columns} FROM savings_disputes d WHERE closed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM savings_entries e WHERE e.seq = d.entry AND (e.maker = $1 OR e.confirmer = $1)) ORDER BY due_at
        """].All(Of, viewer);

    /// <summary>Answers one.</summary>
    /// <returns>False where it is none that the viewer may answer.</returns>
    public static bool Close(StoreSession session, string id, string by, string verdict, DateTimeOffset now) => session["""
        UPDATE savings_disputes SET closed_at = $4, closed_by = $2, verdict = $3 WHERE id = $1 AND closed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM savings_entries e WHERE e.seq = entry AND (e.maker = $2 OR e.confirmer = $2))
        """].Run(id, by, verdict, now.ToUnixTimeMilliseconds()) == 1;

    /// <summary>Reads a row of <see cref="Columns"/>.</summary>
    public static Dispute Of(System.Data.Common.DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Member = row.GetString(1),
        Entry = row.GetInt64(2),
        OpenedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        DueAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        ClosedAt = SeatRows.Moment(row, 5),
        ClosedBy = row.IsDBNull(6) ? null : row.GetString(6),
        Verdict = row.IsDBNull(7) ? null : row.GetString(7),
    };

    internal sealed class Mapping : IEntityTypeConfiguration<Dispute>
    {
        public void Configure(EntityTypeBuilder<Dispute> dispute)
        {
            dispute.ToTable(Table);
            dispute.HasKey(d => d.Id);
            dispute.Property(d => d.Id).HasColumnName("id");
            dispute.Property(d => d.Member).HasColumnName("member");
            dispute.Property(d => d.Entry).HasColumnName("entry");
            dispute.Property(d => d.OpenedAt).HasColumnName("opened_at");
            dispute.Property(d => d.DueAt).HasColumnName("due_at");
            dispute.Property(d => d.ClosedAt).HasColumnName("closed_at");
            dispute.Property(d => d.ClosedBy).HasColumnName("closed_by");
            dispute.Property(d => d.Verdict).HasColumnName("verdict");
            dispute.HasIndex(d => new { d.Member, d.Entry }).IsUnique();
            dispute.HasIndex(d => new { d.ClosedAt, d.DueAt });
        }
    }
}
