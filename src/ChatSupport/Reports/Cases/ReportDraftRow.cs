using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Cases;

/// <summary>A report that she has not sent yet. Its answers lie in <see cref="ReportItemRow"/> and its keys in <see cref="ReportGrantRow"/> under the same
/// case; nobody is shown any of it before she sends it, and a day later it is gone.</summary>
internal sealed class ReportDraftRow
{
    /// <summary>The case that it becomes.</summary>
    public required string CaseId { get; init; }

    /// <summary>Keyed hash of her conversation, which has one draft at most. It goes with the draft.</summary>
    public required string Owner { get; init; }

    /// <summary>Who it is about: <c>me</c>, <c>other</c> or <c>child</c>; empty where she did not say.</summary>
    public required string About { get; init; }

    /// <summary>She said that somebody is in danger now.</summary>
    public required bool InDanger { get; init; }

    /// <summary>The most urgent that her words sounded, 0 to 3; which words is not kept.</summary>
    public required int Risk { get; init; }

    /// <summary>Public half of the case key, <c>age1…</c>.</summary>
    public required string CaseKey { get; init; }

    public required long BeganAt { get; init; }

    public required long ExpiresAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportDraftRow>
    {
        public void Configure(EntityTypeBuilder<ReportDraftRow> row)
        {
            row.ToTable("report_drafts");
            row.HasKey(r => r.CaseId);
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.Owner).HasColumnName("owner");
            row.Property(r => r.About).HasColumnName("about");
            row.Property(r => r.InDanger).HasColumnName("in_danger");
            row.Property(r => r.Risk).HasColumnName("risk");
            row.Property(r => r.CaseKey).HasColumnName("case_key");
            row.Property(r => r.BeganAt).HasColumnName("began_at");
            row.Property(r => r.ExpiresAt).HasColumnName("expires_at");
            row.HasIndex(r => r.Owner).IsUnique();
            row.HasIndex(r => r.ExpiresAt);
        }
    }
}
