using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Work;

/// <summary>A case about a child or a life in danger that a supervisor has to see. A trigger of the database adds it with the case, so that no way in which
/// a case comes to be forgets it; supervisors are called until one of them saw it.</summary>
internal sealed class ReportAlertRow
{
    public required string CaseId { get; init; }

    public required long Since { get; init; }

    /// <summary>When supervisors are called next.</summary>
    public required long NextAt { get; init; }

    /// <summary>How often they were called.</summary>
    public required int Times { get; init; }

    /// <summary>How many phones were rung the last time; 0 for none, which the console says in red.</summary>
    public required int Reached { get; init; }

    /// <summary>When they were called last; null for not yet.</summary>
    public long? CalledAt { get; init; }

    /// <summary>When a supervisor saw it; null for not yet.</summary>
    public long? SeenAt { get; init; }

    /// <summary>Opaque id of that supervisor's account.</summary>
    public string? SeenBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportAlertRow>
    {
        public void Configure(EntityTypeBuilder<ReportAlertRow> row)
        {
            row.ToTable("report_alerts", table => table.HasCheckConstraint("CK_report_alerts_seen", "(seen_by IS NULL) = (seen_at IS NULL)"));
            row.HasKey(r => r.CaseId);
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.Since).HasColumnName("since");
            row.Property(r => r.NextAt).HasColumnName("next_at");
            row.Property(r => r.Times).HasColumnName("times");
            row.Property(r => r.Reached).HasColumnName("reached");
            row.Property(r => r.CalledAt).HasColumnName("called_at");
            row.Property(r => r.SeenAt).HasColumnName("seen_at");
            row.Property(r => r.SeenBy).HasColumnName("seen_by");
            row.HasIndex(r => r.NextAt).HasFilter("seen_at IS NULL");
        }
    }
}
