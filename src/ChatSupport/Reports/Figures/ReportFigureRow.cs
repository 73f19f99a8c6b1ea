using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Figures;

/// <summary>The table of a quarter as it was frozen: only what may be shown of it is left, and it does not change any more.</summary>
internal sealed class ReportFigureRow
{
    /// <summary>Such as <c>2026-Q4</c>.</summary>
    public required string Quarter { get; init; }

    /// <summary>Lines with semicolons between, figures with commas between, sums last; nothing where a figure is hidden.</summary>
    public required string Shown { get; init; }

    public required long FrozenAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportFigureRow>
    {
        public void Configure(EntityTypeBuilder<ReportFigureRow> row)
        {
            row.ToTable("report_figures");
            row.HasKey(r => r.Quarter);
            row.Property(r => r.Quarter).HasColumnName("quarter");
            row.Property(r => r.Shown).HasColumnName("shown");
            row.Property(r => r.FrozenAt).HasColumnName("frozen_at");
        }
    }
}
