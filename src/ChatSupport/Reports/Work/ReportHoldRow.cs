using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Work;

/// <summary>Two people keep a case from being destroyed, for some days. The database itself refuses one person, more than 180 days, and a hold of a case that
/// rests on no such row.</summary>
internal sealed class ReportHoldRow
{
    public required string Id { get; init; }

    public required string CaseId { get; init; }

    /// <summary>Why, a coded word: <c>child-in-danger</c> or <c>life-in-danger</c>, as she is told who asked for the deletion.</summary>
    public required string Reason { get; init; }

    /// <summary>For how long, from when the second agreed.</summary>
    public required int Days { get; init; }

    /// <summary>Opaque id of the account that began it.</summary>
    public required string BegunBy { get; init; }

    public required long BegunAt { get; init; }

    /// <summary>Opaque id of the account that agreed; null for not yet.</summary>
    public string? ConfirmedBy { get; init; }

    public long? ConfirmedAt { get; init; }

    /// <summary>Opaque id of the supervisor who ended it before its time; null where nobody did.</summary>
    public string? EndedBy { get; init; }

    public long? EndedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportHoldRow>
    {
        public void Configure(EntityTypeBuilder<ReportHoldRow> row)
        {
            row.ToTable("report_holds", table =>
            {
                table.HasCheckConstraint("CK_report_holds_reason", "reason IN ('child-in-danger', 'life-in-danger')");
                table.HasCheckConstraint("CK_report_holds_days", "days BETWEEN 1 AND 180");
                table.HasCheckConstraint("CK_report_holds_two",
                    "(confirmed_by IS NULL) = (confirmed_at IS NULL) AND COALESCE(confirmed_by <> begun_by, 1) AND COALESCE(confirmed_at BETWEEN begun_at AND begun_at + 604800000, 1)");
                table.HasCheckConstraint("CK_report_holds_ended", "(ended_by IS NULL) = (ended_at IS NULL)");
            });
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.Reason).HasColumnName("reason");
            row.Property(r => r.Days).HasColumnName("days");
            row.Property(r => r.BegunBy).HasColumnName("begun_by");
            row.Property(r => r.BegunAt).HasColumnName("begun_at");
            row.Property(r => r.ConfirmedBy).HasColumnName("confirmed_by");
            row.Property(r => r.ConfirmedAt).HasColumnName("confirmed_at");
            row.Property(r => r.EndedBy).HasColumnName("ended_by");
            row.Property(r => r.EndedAt).HasColumnName("ended_at");
            row.HasIndex(r => r.CaseId);
        }
    }
}
