using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Cases;

/// <summary>A message in her chat that must not stay there: her receipt, or what she said, shown to her once. The clock takes it away.</summary>
internal sealed class ReportShownRow
{
    /// <summary>Opaque key of her conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>The channel's id of the message.</summary>
    public required string Message { get; init; }

    public required long EraseAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportShownRow>
    {
        public void Configure(EntityTypeBuilder<ReportShownRow> row)
        {
            row.ToTable("report_shown");
            row.HasKey(r => new { r.Conversation, r.Message });
            row.Property(r => r.Conversation).HasColumnName("conversation");
            row.Property(r => r.Message).HasColumnName("message");
            row.Property(r => r.EraseAt).HasColumnName("erase_at");
            row.HasIndex(r => r.EraseAt);
        }
    }
}
