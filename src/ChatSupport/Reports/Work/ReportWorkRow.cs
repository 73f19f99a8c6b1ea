using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Work;

/// <summary>What case workers plan with a case. It goes with the case.</summary>
internal sealed class ReportWorkRow
{
    public required string CaseId { get; init; }

    /// <summary>When somebody looks after it again; null for no date.</summary>
    public long? FollowUpAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportWorkRow>
    {
        public void Configure(EntityTypeBuilder<ReportWorkRow> row)
        {
            row.ToTable("report_work");
            row.HasKey(r => r.CaseId);
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.FollowUpAt).HasColumnName("follow_up_at");
        }
    }
}
