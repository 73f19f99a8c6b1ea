using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Content.Drafts;

/// <summary>A file of the content as staff changed it and nobody published yet. There is one for each file, which all editors share.</summary>
internal sealed class Draft
{
    /// <summary>The file, such as <c>rights/hours.yaml</c>.</summary>
    public required string Path { get; init; }

    /// <summary>All of it; nothing where the file shall go.</summary>
    public required byte[] Bytes { get; set; }

    /// <summary>Publishing takes the file away.</summary>
    public bool IsRemoval => Bytes.Length == 0;

    /// <summary>Hash of the published file it began from; empty where it is a new file.</summary>
    public required string Base { get; set; }

    /// <summary>Rises by one with every change, so that nobody writes over what she has not seen.</summary>
    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Opaque id of the account.</summary>
    public required string ChangedBy { get; set; }

    /// <summary>Everybody who changed it since it began, as <see cref="Drafts.Authors"/> writes it.</summary>
    public string Authors { get; set; } = "";

    internal sealed class Mapping : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> draft)
        {
            draft.ToTable("drafts");
            draft.HasKey(d => d.Path);
            draft.Ignore(d => d.IsRemoval);
            draft.Property(d => d.Path).HasColumnName("path").HasMaxLength(300);
            draft.Property(d => d.Bytes).HasColumnName("bytes");
            draft.Property(d => d.Base).HasColumnName("base").HasMaxLength(64);
            draft.Property(d => d.Version).HasColumnName("version");
            draft.Property(d => d.ChangedAt).HasColumnName("changed_at");
            draft.Property(d => d.ChangedBy).HasColumnName("changed_by").HasMaxLength(32);
            draft.Property(d => d.Authors).HasColumnName("authors");
        }
    }
}
