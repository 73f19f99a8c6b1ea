using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Cases;

/// <summary>A message between her and a case worker: text in UTF-8, sealed to the key of the conversation (purpose <c>message</c>); or a recording of her voice
/// (purpose <c>attachment</c>).</summary>
internal sealed class ReportMessageRow
{
    /// <summary>32 hexadecimal digits; the file opens under this row alone.</summary>
    public required string Id { get; init; }

    public required string CaseId { get; init; }

    /// <summary>She wrote it; else a case worker did.</summary>
    public required bool FromReporter { get; init; }

    /// <summary>Which key of the conversation it is sealed to.</summary>
    public required uint Epoch { get; init; }

    public required long At { get; init; }

    /// <summary>When the other side first saw it; null for not yet.</summary>
    public long? SeenAt { get; init; }

    /// <summary>What a recording is, such as <c>audio/ogg</c>; empty for words.</summary>
    public required string Media { get; init; }

    /// <summary>An age file.</summary>
    public required byte[] Sealed { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportMessageRow>
    {
        public void Configure(EntityTypeBuilder<ReportMessageRow> row)
        {
            row.ToTable("report_messages");
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.FromReporter).HasColumnName("from_reporter");
            row.Property(r => r.Epoch).HasColumnName("epoch");
            row.Property(r => r.At).HasColumnName("at");
            row.Property(r => r.SeenAt).HasColumnName("seen_at");
            row.Property(r => r.Media).HasColumnName("media").HasDefaultValue("");
            row.Property(r => r.Sealed).HasColumnName("sealed");
            row.HasIndex(r => new { r.CaseId, r.At });
        }
    }
}
