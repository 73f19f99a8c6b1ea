using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Channels.DirectLine;

/// <summary>One web chat: what its client can do, and how far its numbers are.</summary>
internal sealed class WebConversationRow
{
    /// <summary>Opaque key of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>The site it was begun for.</summary>
    public required string Site { get; init; }

    /// <summary>Its client shows a menu in the place of an older one.</summary>
    public required bool InPlace { get; init; }

    /// <summary>The last number given to an activity; numbers are never used twice.</summary>
    public required long LastNumber { get; init; }

    /// <summary>Language of the last menu; null before the first.</summary>
    public string? Locale { get; init; }

    /// <summary>Hash of the one ticket that opens its stream; null where none is out.</summary>
    public byte[]? Ticket { get; init; }

    /// <summary>Until when the ticket is good.</summary>
    public DateTimeOffset? TicketUntil { get; init; }

    /// <summary>When she last did something, or began.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<WebConversationRow>
    {
        public void Configure(EntityTypeBuilder<WebConversationRow> chat)
        {
            chat.ToTable("web_conversations");
            chat.HasKey(c => c.Conversation);
            chat.Property(c => c.Conversation).HasColumnName("conversation");
            chat.Property(c => c.Site).HasColumnName("site");
            chat.Property(c => c.InPlace).HasColumnName("in_place");
            chat.Property(c => c.LastNumber).HasColumnName("last_number");
            chat.Property(c => c.Locale).HasColumnName("locale");
            chat.Property(c => c.Ticket).HasColumnName("ticket");
            chat.Property(c => c.TicketUntil).HasColumnName("ticket_until");
            chat.Property(c => c.ChangedAt).HasColumnName("changed_at");
            chat.HasIndex(c => c.ChangedAt); // the oldest are found first
        }
    }
}
