using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Staff.Accounts;

/// <summary>A passkey of an account. Only its public half is here.</summary>
internal sealed class StaffPasskey
{
    /// <summary>The authenticator's id of it.</summary>
    public required byte[] Credential { get; init; }

    public required string Staff { get; init; }

    /// <summary>What the authenticator said when it was made and used last, as JSON.</summary>
    public required string Facts { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<StaffPasskey>
    {
        public void Configure(EntityTypeBuilder<StaffPasskey> passkey)
        {
            passkey.ToTable("staff_passkeys");
            passkey.HasKey(p => p.Credential);
            passkey.Property(p => p.Credential).HasColumnName("credential").HasMaxLength(1023);
            passkey.Property(p => p.Staff).HasColumnName("staff").HasMaxLength(32);
            passkey.Property(p => p.Facts).HasColumnName("facts").HasMaxLength(8000);
            passkey.HasIndex(p => p.Staff);
        }
    }
}
