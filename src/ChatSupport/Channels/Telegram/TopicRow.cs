using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Channels.Telegram;

/// <summary>A topic of somebody's private chat with the bot, by the key that the rest of the program knows it by.</summary>
internal sealed class TopicRow
{
    public required string Conversation { get; init; }

    public required string Key { get; init; }

    /// <summary>Telegram's number of the topic within the chat.</summary>
    public required int Thread { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TopicRow>
    {
        public void Configure(EntityTypeBuilder<TopicRow> row)
        {
            row.ToTable("telegram_topics");
            row.HasKey(r => new { r.Conversation, r.Key });
            row.Property(r => r.Conversation).HasColumnName("conversation");
            row.Property(r => r.Key).HasColumnName("key");
            row.Property(r => r.Thread).HasColumnName("thread");
            row.HasIndex(r => new { r.Conversation, r.Thread }).IsUnique(); // a message in it is for one chat
        }
    }
}
