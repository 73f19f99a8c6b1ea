using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Work;

/// <summary>A decision about a case that takes two people: one begins it, another confirms it. The database itself refuses that both are the same.</summary>
internal sealed class ReportDecisionRow
{
    public required string Id { get; init; }

    public required string CaseId { get; init; }

    /// <summary><c>not-a-child</c>: the child flag goes; <c>tell-child</c> and <c>tell-life</c>: somebody outside is told without her yes, for a child or a life.</summary>
    public required string Kind { get; init; }

    /// <summary>Whom it is told; empty for the flag.</summary>
    public required string Recipient { get; init; }

    /// <summary>Why, a coded word.</summary>
    public required string Reason { get; init; }

    /// <summary>Opaque id of the account that began it.</summary>
    public required string BegunBy { get; init; }

    public required long BegunAt { get; init; }

    /// <summary>Opaque id of the account that confirmed it; null for not yet.</summary>
    public string? ConfirmedBy { get; init; }

    public long? ConfirmedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportDecisionRow>
    {
        public void Configure(EntityTypeBuilder<ReportDecisionRow> row)
        {
            row.ToTable("report_decisions", table =>
            {
                table.HasCheckConstraint("CK_report_decisions_kind", "kind IN ('not-a-child', 'tell-child', 'tell-life')");
                table.HasCheckConstraint("CK_report_decisions_two", "(confirmed_by IS NULL) = (confirmed_at IS NULL) AND COALESCE(confirmed_by <> begun_by, 1)");
            });
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.Kind).HasColumnName("kind");
            row.Property(r => r.Recipient).HasColumnName("recipient");
            row.Property(r => r.Reason).HasColumnName("reason");
            row.Property(r => r.BegunBy).HasColumnName("begun_by");
            row.Property(r => r.BegunAt).HasColumnName("begun_at");
            row.Property(r => r.ConfirmedBy).HasColumnName("confirmed_by");
            row.Property(r => r.ConfirmedAt).HasColumnName("confirmed_at");
            row.HasIndex(r => r.CaseId);
        }
    }
}
