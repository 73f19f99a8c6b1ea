using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Conversations;

/// <summary>One conversation at rest. All that a turn changes of it lies in one row, so that a turn touches one page.</summary>
internal sealed class ConversationRow
{
    /// <summary>Opaque key, from <see cref="ConversationKeys"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Version of the state; 0 where it was forgotten and only the address is left, for the last messages to be deleted.</summary>
    public required long Version { get; init; }

    /// <summary>The sealed state; null where it was forgotten.</summary>
    public byte[]? State { get; init; }

    /// <summary>The sealed address; null where none was given yet.</summary>
    public byte[]? Address { get; init; }

    /// <summary>The latest inbound ids, newest first, each ended by a line feed; a last one without it was cut and is no id.</summary>
    public required string Recent { get; init; }

    /// <summary>The channel's id of the menu she sees; null where there is none.</summary>
    public string? Menu { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ConversationRow>
    {
        public void Configure(EntityTypeBuilder<ConversationRow> conversation)
        {
            conversation.ToTable("conversations");
            conversation.HasKey(c => c.Key);
            conversation.Property(c => c.Key).HasColumnName("key");
            conversation.Property(c => c.Version).HasColumnName("version");
            conversation.Property(c => c.State).HasColumnName("state");
            conversation.Property(c => c.Address).HasColumnName("address");
            conversation.Property(c => c.Recent).HasColumnName("recent");
            conversation.Property(c => c.Menu).HasColumnName("menu");
        }
    }
}
