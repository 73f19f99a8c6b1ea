using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Office;

/// <summary>That somebody agreed to a withdrawal. Who pays names her as the confirmer. It is added and never changed; the database refuses who asked for the money.</summary>
internal sealed record HoldApproval
{
    public const string Table = "savings_approvals";

    /// <summary>Number of the hold.</summary>
    public required long Hold { get; init; }

    /// <summary>Opaque id of the account of who agreed.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Made with a key outside of the database: a row that somebody else puts in approves nothing.</summary>
    public byte[]? Seal { get; init; }

    /// <summary>What is sealed.</summary>
    /// <param name="hold">Hash of the hold: it is approved as it was asked for.</param>
    /// <param name="by">Opaque id of who agreed.</param>
    /// <param name="at">When, in milliseconds since 1970.</param>
    public static byte[] HashOf(byte[] hold, string by, long at) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(hold)}\n{by}\n{at}")));

    internal sealed class Mapping : IEntityTypeConfiguration<HoldApproval>
    {
        public void Configure(EntityTypeBuilder<HoldApproval> approval)
        {
            approval.ToTable(Table, table => table.HasCheckConstraint("CK_savings_approvals_by", "approved_by <> ''"));
            approval.HasKey(a => a.Hold);
            approval.Property(a => a.Hold).HasColumnName("hold").ValueGeneratedNever();
            approval.Property(a => a.By).HasColumnName("approved_by");
            approval.Property(a => a.At).HasColumnName("approved_at");
            approval.Property(a => a.Seal).HasColumnName("seal");
        }
    }
}
