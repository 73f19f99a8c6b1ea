using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Content.Recordings;

/// <summary>The sound of a recording. It is never changed: another sound has another hash.</summary>
internal sealed class RecordingRow
{
    /// <summary>SHA-256 of its bytes, 64 small hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>Ogg with Opus.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>When it was first recorded.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Opaque id of the account.</summary>
    public required string MadeBy { get; init; }

    /// <summary>A revision names it, so that it is kept: a roll back may need it. What was never published goes.</summary>
    public bool IsKept { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RecordingRow>
    {
        public void Configure(EntityTypeBuilder<RecordingRow> recording)
        {
            recording.ToTable("recordings");
            recording.HasKey(r => r.Hash);
            recording.Property(r => r.Hash).HasColumnName("hash").HasMaxLength(64);
            recording.Property(r => r.Bytes).HasColumnName("bytes");
            recording.Property(r => r.MadeAt).HasColumnName("made_at");
            recording.Property(r => r.MadeBy).HasColumnName("made_by").HasMaxLength(32);
            recording.Property(r => r.IsKept).HasColumnName("is_kept");
        }
    }
}
