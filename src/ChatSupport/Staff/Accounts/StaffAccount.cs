using ChatSupport.Staff.Roles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Staff.Accounts;

/// <summary>One person on the staff. It can be used once it has a passkey, or a password with a code app.</summary>
internal sealed class StaffAccount
{
    /// <summary>Opaque; never reused.</summary>
    public required string Id { get; init; }

    /// <summary>The name that others on the staff see, and that is typed to sign in with a password.</summary>
    public required string Name { get; set; }

    public IReadOnlyList<StaffRole> Roles { get; set; } = [];

    /// <summary>Salted hash; null where there is no password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>The key of the code app in base 32; null where there is none.</summary>
    public string? CodeKey { get; set; }

    /// <summary>The codes that were taken last, with spaces between: none is taken twice.</summary>
    public string? LastCode { get; set; }

    /// <summary>Changes with everything that must end what was begun before.</summary>
    public required string Stamp { get; set; }

    /// <summary>Stopped accounts stay, because the audit log names them.</summary>
    public bool IsStopped { get; set; }

    /// <summary>Wrong tries with the password in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Until then no password is taken.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    public required DateTimeOffset MadeAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<StaffAccount>
    {
        public void Configure(EntityTypeBuilder<StaffAccount> account)
        {
            account.ToTable("staff");
            account.HasKey(a => a.Id);
            account.Property(a => a.Id).HasColumnName("id").HasMaxLength(32);
            account.Property<byte[]>("name_key").HasMaxLength(32); // keyed hash of the folded name
            account.HasIndex("name_key").IsUnique();
            account.Property(a => a.Name).HasColumnName("name").HasConversion<byte[]>(); // sealed, as the three below
            account.Property(a => a.PasswordHash).HasColumnName("password").HasConversion<byte[]>();
            account.Property(a => a.CodeKey).HasColumnName("code_key").HasConversion<byte[]>();
            account.Property(a => a.LastCode).HasColumnName("last_code").HasConversion<byte[]>();
            account.Property(a => a.Roles).HasColumnName("roles").HasMaxLength(200)
                .HasConversion(roles => RoleText.Write(roles), text => RoleText.Read(text));
            account.Property(a => a.Stamp).HasColumnName("stamp").HasMaxLength(32);
            account.Property(a => a.IsStopped).HasColumnName("is_stopped");
            account.Property(a => a.Failures).HasColumnName("failures");
            account.Property(a => a.LockedUntil).HasColumnName("locked_until");
            account.Property(a => a.MadeAt).HasColumnName("made_at");
        }
    }
}
