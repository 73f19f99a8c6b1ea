using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Cases;

/// <summary>One thing of a report that is sealed to its case key: an answer of hers, or a recording or picture.</summary>
/// <remarks>What an <c>answer</c> holds is JSON in UTF-8: <c>{"question":"what","text":"…"}</c>, a coded choice <c>{"question":"since","choice":"week"}</c>, or
/// what stands for a file <c>{"question":"more","file":"ID of the row of the attachment","type":"audio/ogg"}</c>. An <c>attachment</c> holds the bytes.</remarks>
internal sealed class ReportItemRow
{
    /// <summary>32 hexadecimal digits; the file opens under this row alone.</summary>
    public required string Id { get; init; }

    public required string CaseId { get; init; }

    /// <summary>The word of the purpose within the file: <c>answer</c>, <c>attachment</c>, <c>identity</c>, <c>note</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>Which question it belongs to, a coded word; so an answer that she gives again takes the place of the earlier one with all that belonged to it.</summary>
    public required string Question { get; init; }

    /// <summary>Which key of the case it is sealed to.</summary>
    public required uint Epoch { get; init; }

    public required long At { get; init; }

    /// <summary>An age file.</summary>
    public required byte[] Sealed { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportItemRow>
    {
        public void Configure(EntityTypeBuilder<ReportItemRow> row)
        {
            row.ToTable("report_items");
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.Purpose).HasColumnName("purpose");
            row.Property(r => r.Question).HasColumnName("question");
            row.Property(r => r.Epoch).HasColumnName("epoch");
            row.Property(r => r.At).HasColumnName("at");
            row.Property(r => r.Sealed).HasColumnName("sealed");
            row.HasIndex(r => new { r.CaseId, r.At });
        }
    }
}
