using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Cases;

/// <summary>Her consent "write to me in this chat": where, and when. Without this row nothing leads from a case to a chat. It goes when she takes it back,
/// when the case is closed, and after 30 days without use.</summary>
internal sealed class ReportRouteRow
{
    public required string CaseId { get; init; }

    /// <summary>Keyed hash of her conversation, so that forgetting her finds it.</summary>
    public required string Owner { get; init; }

    /// <summary>The conversation and her safe hours, sealed for this row.</summary>
    public required byte[] Route { get; init; }

    public required long ConsentedAt { get; init; }

    /// <summary>The version of the words that she agreed to.</summary>
    public required int Words { get; init; }

    public required long ExpiresAt { get; init; }

    /// <summary>A notice waits and may be said from then on; null for none.</summary>
    public long? NoticeAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportRouteRow>
    {
        public void Configure(EntityTypeBuilder<ReportRouteRow> row)
        {
            row.ToTable("report_routes");
            row.HasKey(r => r.CaseId);
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.Owner).HasColumnName("owner");
            row.Property(r => r.Route).HasColumnName("route");
            row.Property(r => r.ConsentedAt).HasColumnName("consented_at");
            row.Property(r => r.Words).HasColumnName("words");
            row.Property(r => r.ExpiresAt).HasColumnName("expires_at");
            row.Property(r => r.NoticeAt).HasColumnName("notice_at");
            row.HasIndex(r => r.Owner);
            row.HasIndex(r => r.ExpiresAt);
            row.HasIndex(r => r.NoticeAt).HasFilter("notice_at IS NOT NULL");
        }
    }
}
