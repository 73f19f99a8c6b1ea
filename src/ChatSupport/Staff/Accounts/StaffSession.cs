using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Staff.Accounts;

/// <summary>One sign-in of an account, until it ends.</summary>
internal sealed class StaffSession
{
    /// <summary>Opaque and not secret: the browser proves with a sealed cookie that it holds it.</summary>
    public required string Id { get; init; }

    public required string Staff { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When it was used last, to about a minute.</summary>
    public DateTimeOffset UsedAt { get; set; }

    /// <summary>Which kind of browser on which system, such as "Firefox, Android".</summary>
    public required string Device { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<StaffSession>
    {
        public void Configure(EntityTypeBuilder<StaffSession> session)
        {
            session.ToTable("staff_sessions");
            session.HasKey(s => s.Id);
            session.Property(s => s.Id).HasColumnName("id").HasMaxLength(32);
            session.Property(s => s.Staff).HasColumnName("staff").HasMaxLength(32);
            session.Property(s => s.BeganAt).HasColumnName("began_at");
            session.Property(s => s.UsedAt).HasColumnName("used_at");
            session.Property(s => s.Device).HasColumnName("device").HasMaxLength(60);
            session.HasIndex(s => s.Staff);
        }
    }
}
