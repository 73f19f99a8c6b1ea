using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Work;

/// <summary>Somebody on the staff said that she knows someone in a case: she does not see it any more, whatever her role.</summary>
internal sealed class ReportConflictRow
{
    public required string CaseId { get; init; }

    /// <summary>Opaque id of the account.</summary>
    public required string Staff { get; init; }

    public required long At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportConflictRow>
    {
        public void Configure(EntityTypeBuilder<ReportConflictRow> row)
        {
            row.ToTable("report_conflicts");
            row.HasKey(r => new { r.CaseId, r.Staff });
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.Staff).HasColumnName("staff");
            row.Property(r => r.At).HasColumnName("at");
        }
    }
}
