using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Content;

/// <summary>A published set of content. Never changed and never deleted: the one with the highest number is live.</summary>
internal sealed class Revision
{
    /// <summary>Rises by one with every publication.</summary>
    public long Number { get; init; }

    /// <summary>Hash of all its files.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>All its files, as <see cref="RevisionArchive"/> packs them.</summary>
    public required byte[] Files { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The account that did it.</summary>
    public required string PublishedBy { get; init; }

    /// <summary>Why, in the words of who did it.</summary>
    public required string Why { get; init; }

    /// <summary>How many warnings and hints it was published with.</summary>
    public required int Findings { get; init; }

    /// <summary>The revision whose content this one brings back; null where it was published from a folder.</summary>
    public long? Restores { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Revision>
    {
        public void Configure(EntityTypeBuilder<Revision> revision)
        {
            revision.ToTable("revisions");
            revision.HasKey(r => r.Number);
            revision.Property(r => r.Number).HasColumnName("number");
            revision.Property(r => r.Fingerprint).HasColumnName("fingerprint").HasMaxLength(64);
            revision.Property(r => r.Files).HasColumnName("files");
            revision.Property(r => r.PublishedAt).HasColumnName("published_at");
            revision.Property(r => r.PublishedBy).HasColumnName("published_by").HasMaxLength(100);
            revision.Property(r => r.Why).HasColumnName("why").HasMaxLength(500);
            revision.Property(r => r.Findings).HasColumnName("findings");
            revision.Property(r => r.Restores).HasColumnName("restores");
        }
    }
}

/// <summary>A revision without its files.</summary>
/// <inheritdoc cref="Revision"/>
internal sealed record RevisionFacts(
    long Number, string Fingerprint, DateTimeOffset PublishedAt, string PublishedBy, string Why, int Findings, long? Restores);
