using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Work;

/// <summary>A case worker's own key, in a form that only her passkey or her words on paper open. The server cannot.</summary>
internal sealed class ReportKeyRow
{
    /// <summary>Public half, <c>age1…</c>; by it the signed list of readers knows her.</summary>
    public required string Recipient { get; init; }

    /// <summary>Opaque id of the account whose key it is.</summary>
    public required string Staff { get; init; }

    /// <summary><c>passkey</c> or <c>words</c>: what opens it.</summary>
    public required string Kind { get; init; }

    /// <summary>Names the passkey; empty for words.</summary>
    public required string Hint { get; init; }

    /// <summary>An age file of the private half.</summary>
    public required byte[] Sealed { get; init; }

    public required long MadeAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportKeyRow>
    {
        public void Configure(EntityTypeBuilder<ReportKeyRow> row)
        {
            row.ToTable("report_keys", table => table.HasCheckConstraint("CK_report_keys_kind", "kind IN ('passkey', 'words')"));
            row.HasKey(r => r.Recipient);
            row.Property(r => r.Recipient).HasColumnName("recipient");
            row.Property(r => r.Staff).HasColumnName("staff");
            row.Property(r => r.Kind).HasColumnName("kind");
            row.Property(r => r.Hint).HasColumnName("hint");
            row.Property(r => r.Sealed).HasColumnName("sealed");
            row.Property(r => r.MadeAt).HasColumnName("made_at");
            row.HasIndex(r => r.Staff);
        }
    }
}
