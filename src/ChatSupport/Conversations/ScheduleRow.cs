using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Conversations;

/// <summary>Something that becomes due for a conversation.</summary>
internal sealed class ScheduleRow
{
    public required string Conversation { get; init; }

    public required DueKind Kind { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When to look at the row; never later than <see cref="DueAt"/> unless a try failed.
    /// A due time that only moves away leaves it, so that the index is not rewritten with every turn.</summary>
    public required DateTimeOffset LookAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ScheduleRow>
    {
        public void Configure(EntityTypeBuilder<ScheduleRow> row)
        {
            row.ToTable("schedule");
            row.HasKey(r => new { r.Conversation, r.Kind });
            row.Property(r => r.Conversation).HasColumnName("conversation");
            row.Property(r => r.Kind).HasColumnName("kind").HasConversion<string>().HasMaxLength(20);
            row.Property(r => r.DueAt).HasColumnName("due_at");
            row.Property(r => r.LookAt).HasColumnName("look_at");
            row.HasIndex(r => r.LookAt);
        }
    }
}
