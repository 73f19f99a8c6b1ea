using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Work;

/// <summary>Something to be done in a case: a coded word and a day. What is to be said about it is a note, sealed in the browser.</summary>
internal sealed class ReportTaskRow
{
    public required string Id { get; init; }

    public required string CaseId { get; init; }

    /// <summary>A word of <see cref="TaskBook.Kinds"/>.</summary>
    public required string Kind { get; init; }

    public required long DueAt { get; init; }

    /// <summary>Opaque id of the account that wrote it down.</summary>
    public required string MadeBy { get; init; }

    public required long MadeAt { get; init; }

    /// <summary>Opaque id of the account that did it; null for not yet.</summary>
    public string? DoneBy { get; init; }

    public long? DoneAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportTaskRow>
    {
        public void Configure(EntityTypeBuilder<ReportTaskRow> row)
        {
            row.ToTable("report_tasks", table => table.HasCheckConstraint("CK_report_tasks_done", "(done_by IS NULL) = (done_at IS NULL)"));
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.Kind).HasColumnName("kind");
            row.Property(r => r.DueAt).HasColumnName("due_at");
            row.Property(r => r.MadeBy).HasColumnName("made_by");
            row.Property(r => r.MadeAt).HasColumnName("made_at");
            row.Property(r => r.DoneBy).HasColumnName("done_by");
            row.Property(r => r.DoneAt).HasColumnName("done_at");
            row.HasIndex(r => new { r.CaseId, r.DoneAt, r.DueAt });
        }
    }
}
