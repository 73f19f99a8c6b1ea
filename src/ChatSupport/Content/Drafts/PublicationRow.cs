using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Content.Drafts;

/// <summary>A wish to publish certain drafts at a certain time.</summary>
internal sealed class PublicationRow
{
    /// <summary>Rises with every one.</summary>
    public long Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Opaque id of the account that wishes it.</summary>
    public required string PlannedBy { get; init; }

    /// <summary>Why, in her words.</summary>
    public required string Why { get; init; }

    /// <summary>The drafts, as <see cref="PublicationRows.Write(IEnumerable{Draft})"/> writes them.</summary>
    public required string Drafts { get; init; }

    /// <summary>What became of it: a revision, or why there is none. Null while it waits.</summary>
    public string? Outcome { get; init; }

    /// <summary>It came to nothing, and nobody called it off.</summary>
    public bool Failed => Outcome is { } said && said != CalledOff && !said.StartsWith(Done, StringComparison.Ordinal);

    /// <summary>How an <see cref="Outcome"/> begins that is a revision.</summary>
    public const string Done = "Published as revision ";

    /// <summary>The <see cref="Outcome"/> of one that was taken back.</summary>
    public const string CalledOff = "Called off.";

    internal sealed class Mapping : IEntityTypeConfiguration<PublicationRow>
    {
        public void Configure(EntityTypeBuilder<PublicationRow> publication)
        {
            publication.ToTable("publications");
            publication.HasKey(p => p.Number);
            publication.Ignore(p => p.Failed);
            publication.Property(p => p.Number).HasColumnName("number").ValueGeneratedOnAdd();
            publication.Property(p => p.DueAt).HasColumnName("due_at");
            publication.Property(p => p.PlannedAt).HasColumnName("planned_at");
            publication.Property(p => p.PlannedBy).HasColumnName("planned_by").HasMaxLength(100);
            publication.Property(p => p.Why).HasColumnName("why").HasMaxLength(500);
            publication.Property(p => p.Drafts).HasColumnName("drafts");
            publication.Property(p => p.Outcome).HasColumnName("outcome").HasMaxLength(1000);
        }
    }
}
