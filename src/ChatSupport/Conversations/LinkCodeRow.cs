using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Conversations;

/// <summary>A code that stands: who types it in another channel goes on there. It goes when it is used, when ten minutes are over
/// (a day later where wrong PINs must be remembered), and when its conversation leaves quickly or is forgotten. Another one takes its place in the row.</summary>
internal sealed class LinkCodeRow
{
    /// <summary>Keyed hash, from <see cref="LinkCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Opaque key of the conversation that goes on elsewhere; it has one code at most.</summary>
    public required string Conversation { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Wrong PINs or words after this code and the ones before it, from whichever conversations: many that try a few each are counted as one that tries many.</summary>
    public required int Wrong { get; init; }

    /// <summary>No PIN or word is looked at before this time; null for none.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<LinkCodeRow>
    {
        public void Configure(EntityTypeBuilder<LinkCodeRow> link)
        {
            link.ToTable("link_codes");
            link.HasKey(l => l.Code);
            link.Property(l => l.Code).HasColumnName("code");
            link.Property(l => l.Conversation).HasColumnName("conversation");
            link.Property(l => l.ExpiresAt).HasColumnName("expires_at");
            link.Property(l => l.Wrong).HasColumnName("wrong");
            link.Property(l => l.LockedUntil).HasColumnName("locked_until");
            link.HasIndex(l => l.Conversation).IsUnique();
        }
    }
}
