using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Conversations;

/// <summary>A message that stands in her chat, hers or ours, so that leaving quickly can delete it. Kept as long as channels let it be deleted.</summary>
internal sealed class MessageRow
{
    /// <summary>Rises with time: the oldest are found without an index of their own.</summary>
    public long Number { get; init; }

    public required string Conversation { get; init; }

    /// <summary>The channel's id of the message.</summary>
    public required string MessageId { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<MessageRow>
    {
        public void Configure(EntityTypeBuilder<MessageRow> message)
        {
            message.ToTable("messages");
            message.HasKey(m => m.Number);
            message.Property(m => m.Number).HasColumnName("number");
            message.Property(m => m.Conversation).HasColumnName("conversation");
            message.Property(m => m.MessageId).HasColumnName("message_id");
            message.Property(m => m.At).HasColumnName("at");
            message.HasIndex(m => new { m.Conversation, m.MessageId }).IsUnique();
        }
    }
}
