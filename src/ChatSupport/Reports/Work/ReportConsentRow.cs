using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Work;

/// <summary>Her yes that one kind of helper outside is told of her case. It ends by itself, and she takes it back when she likes.</summary>
internal sealed class ReportConsentRow
{
    public required string Id { get; init; }

    public required string CaseId { get; init; }

    /// <summary>Whom it is for, a word of <see cref="Recipients"/>. It is for nobody else.</summary>
    public required string Recipient { get; init; }

    /// <summary>Who said yes: <c>self</c> or <c>caregiver</c>.</summary>
    public required string GivenBy { get; init; }

    public required long At { get; init; }

    public required long ExpiresAt { get; init; }

    public long? WithdrawnAt { get; init; }

    /// <summary>Opaque id of the account that wrote it down.</summary>
    public required string RecordedBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportConsentRow>
    {
        public void Configure(EntityTypeBuilder<ReportConsentRow> row)
        {
            row.ToTable("report_consents", table => table.HasCheckConstraint("CK_report_consents_given", "given_by IN ('self', 'caregiver') AND expires_at > at"));
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.Recipient).HasColumnName("recipient");
            row.Property(r => r.GivenBy).HasColumnName("given_by");
            row.Property(r => r.At).HasColumnName("at");
            row.Property(r => r.ExpiresAt).HasColumnName("expires_at");
            row.Property(r => r.WithdrawnAt).HasColumnName("withdrawn_at");
            row.Property(r => r.RecordedBy).HasColumnName("recorded_by");
            row.HasIndex(r => r.CaseId);
        }
    }
}
