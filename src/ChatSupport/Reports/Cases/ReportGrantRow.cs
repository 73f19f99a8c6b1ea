using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Cases;

/// <summary>The private half of a key of a case, sealed to one reader.</summary>
internal sealed class ReportGrantRow
{
    /// <summary>32 hexadecimal digits; the file opens under this row alone.</summary>
    public required string Id { get; init; }

    public required string CaseId { get; init; }

    /// <summary><c>case-key</c> or <c>thread-key</c>, as the file itself says.</summary>
    public required string Purpose { get; init; }

    /// <summary>Which key of the case it is.</summary>
    public required uint Epoch { get; init; }

    /// <summary>Id of the reader in the signed list: a case worker, or a recovery key.</summary>
    public required string Staff { get; init; }

    /// <summary>Which key of that reader.</summary>
    public required uint ReaderEpoch { get; init; }

    /// <summary>An age file with the private half as text.</summary>
    public required byte[] Sealed { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportGrantRow>
    {
        public void Configure(EntityTypeBuilder<ReportGrantRow> row)
        {
            row.ToTable("report_grants", table => table.HasCheckConstraint("CK_report_grants_purpose", "purpose IN ('case-key', 'thread-key')"));
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.CaseId).HasColumnName("case_id");
            row.Property(r => r.Purpose).HasColumnName("purpose");
            row.Property(r => r.Epoch).HasColumnName("epoch");
            row.Property(r => r.Staff).HasColumnName("staff");
            row.Property(r => r.ReaderEpoch).HasColumnName("reader_epoch");
            row.Property(r => r.Sealed).HasColumnName("sealed");
            row.HasIndex(r => new { r.CaseId, r.Purpose, r.Epoch, r.Staff, r.ReaderEpoch }).IsUnique();
            row.HasIndex(r => r.Staff);
        }
    }
}
