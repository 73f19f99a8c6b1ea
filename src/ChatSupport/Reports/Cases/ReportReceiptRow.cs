using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Cases;

/// <summary>What her receipt opens: the private half of the conversation's key, locked.</summary>
internal sealed class ReportReceiptRow
{
    /// <summary>The six digits that find it.</summary>
    public required string Locator { get; init; }

    public required string CaseId { get; init; }

    /// <summary>Which key of the conversation it is.</summary>
    public required uint Epoch { get; init; }

    /// <summary>Version, cost, salt and locked key, as <see cref="Sealing.Receipts.ReceiptLock"/> wrote them.</summary>
    public required byte[] Locked { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportReceiptRow>
    {
        public void Configure(EntityTypeBuilder<ReportReceiptRow> row)
        {
            row.ToTable("report_receipts");
            row.HasKey(r => r.Locator);
            row.Property(r => r.Locator).HasColumnName("locator");
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.Epoch).HasColumnName("epoch");
            row.Property(r => r.Locked).HasColumnName("locked");
            row.HasIndex(r => r.CaseId).IsUnique();
        }
    }
}
