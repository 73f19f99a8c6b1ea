using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Work;

/// <summary>A helper outside was told of a case. A trigger of the database takes it only with a live yes of hers to exactly this recipient, or with a decision
/// of two.</summary>
internal sealed class ReportReferralRow
{
    public required string Id { get; init; }

    public required string CaseId { get; init; }

    /// <summary>A word of <see cref="Recipients"/>.</summary>
    public required string Recipient { get; init; }

    /// <summary><c>in-progress</c>, <c>accepted</c>, <c>rejected</c>, <c>done</c> or <c>revoked</c>.</summary>
    public required string State { get; init; }

    /// <summary>Her yes that it rests on; null where two decided.</summary>
    public string? Consent { get; init; }

    /// <summary>The decision of two; null where she said yes.</summary>
    public string? Decision { get; init; }

    public required string MadeBy { get; init; }

    public required long At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportReferralRow>
    {
        public void Configure(EntityTypeBuilder<ReportReferralRow> row)
        {
            row.ToTable("report_referrals", table =>
            {
                table.HasCheckConstraint("CK_report_referrals_state", "state IN ('in-progress', 'accepted', 'rejected', 'done', 'revoked')");
                table.HasCheckConstraint("CK_report_referrals_ground", "(consent IS NULL) <> (decision IS NULL)");
            });
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.Recipient).HasColumnName("recipient");
            row.Property(r => r.State).HasColumnName("state");
            row.Property(r => r.Consent).HasColumnName("consent");
            row.Property(r => r.Decision).HasColumnName("decision");
            row.Property(r => r.MadeBy).HasColumnName("made_by");
            row.Property(r => r.At).HasColumnName("at");
            row.HasIndex(r => r.CaseId);
        }
    }
}
