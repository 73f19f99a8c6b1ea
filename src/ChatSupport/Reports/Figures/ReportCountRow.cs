using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Figures;

/// <summary>How many reports of a kind came in a quarter that is not over. A number alone: no row of it belongs to a case, and when the quarter is frozen
/// it goes.</summary>
internal sealed class ReportCountRow
{
    /// <summary>Such as <c>2026-Q4</c>.</summary>
    public required string Quarter { get; init; }

    /// <summary>Who the reports are about, a word of <see cref="ReportCounts.Abouts"/>.</summary>
    public required string About { get; init; }

    /// <summary>As it arrived: 0 danger now, 1 high, 2 usual, 3 low.</summary>
    public required int Risk { get; init; }

    public required long Count { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportCountRow>
    {
        public void Configure(EntityTypeBuilder<ReportCountRow> row)
        {
            row.ToTable("report_counts");
            row.HasKey(r => new { r.Quarter, r.About, r.Risk });
            row.Property(r => r.Quarter).HasColumnName("quarter");
            row.Property(r => r.About).HasColumnName("about");
            row.Property(r => r.Risk).HasColumnName("risk");
            row.Property(r => r.Count).HasColumnName("count");
        }
    }
}
