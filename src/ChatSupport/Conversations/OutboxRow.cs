using ChatSupport.Storage.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Conversations;

/// <summary>A message that waits to be sent, in the order of its number. Sent ones are deleted.</summary>
internal sealed class OutboxRow
{
    public long Id { get; init; }

    public required string Conversation { get; init; }

    /// <summary>The version that the turn left; with <see cref="Part"/> the place that the body is sealed for.</summary>
    public required long Turn { get; init; }

    /// <summary>Which of the turn's messages this is, from 0.</summary>
    public required int Part { get; init; }

    /// <summary>The sealed <see cref="OutboundBody"/>; empty where it failed for good.</summary>
    public required byte[] Body { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>She is forgotten: when the last of these is sent, the rest of the conversation goes too.</summary>
    public required bool Forgets { get; init; }

    /// <summary>Why it was given up; null while it waits. Holds no content.</summary>
    public string? Failure { get; init; }

    /// <summary>The place that a body is sealed for.</summary>
    public static FieldPlace Place(string conversation, long turn, int part) => new("outbox", "body", $"{conversation}/{turn}/{part}");

    internal sealed class Mapping : IEntityTypeConfiguration<OutboxRow>
    {
        public void Configure(EntityTypeBuilder<OutboxRow> row)
        {
            row.ToTable("outbox");
            row.Property(r => r.Id).HasColumnName("id"); // numbers are never used twice: a late mark must not hit another row
            row.Property(r => r.Conversation).HasColumnName("conversation");
            row.Property(r => r.Turn).HasColumnName("turn");
            row.Property(r => r.Part).HasColumnName("part");
            row.Property(r => r.Body).HasColumnName("body");
            row.Property(r => r.At).HasColumnName("at");
            row.Property(r => r.Forgets).HasColumnName("forgets");
            row.Property(r => r.Failure).HasColumnName("failure").HasMaxLength(200);
            row.HasIndex(r => r.Conversation);
        }
    }
}
