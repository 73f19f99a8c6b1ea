using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Staff.Accounts;

/// <summary>A link that works once: it makes the first administrator, lets an invited person in, or gives a person new keys.</summary>
internal sealed class StaffLink
{
    /// <summary>Hash of what stands in the link; the link itself is nowhere.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The account it belongs to; null for the first administrator, whose account it makes.</summary>
    public string? Staff { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<StaffLink>
    {
        public void Configure(EntityTypeBuilder<StaffLink> link)
        {
            link.ToTable("staff_links");
            link.HasKey(l => l.Hash);
            link.Property(l => l.Hash).HasColumnName("hash").HasMaxLength(32);
            link.Property(l => l.Staff).HasColumnName("staff").HasMaxLength(32);
            link.Property(l => l.EndsAt).HasColumnName("ends_at");
            link.HasIndex(l => l.Staff);
        }
    }
}
