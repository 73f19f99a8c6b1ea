using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Cases;

/// <summary>A case that was destroyed: its id alone, kept so that a backup from before does not bring it back.</summary>
internal sealed class ReportTombstoneRow
{
    public required string CaseId { get; init; }

    public required long At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportTombstoneRow>
    {
        public void Configure(EntityTypeBuilder<ReportTombstoneRow> row)
        {
            row.ToTable("report_tombstones");
            row.HasKey(r => r.CaseId);
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.At).HasColumnName("at");
        }
    }
}
