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

    internal sealed class Mapping : IEntityTypeConfiguration<HoldApproval>
    {
        public void Configure(EntityTypeBuilder<HoldApproval> approval)
        {
            approval.ToTable(Table, table => table.HasCheckConstraint("CK_savings_approvals_by", "approved_by <> ''"));
            approval.HasKey(a => a.Hold);
            approval.Property(a => a.Hold).HasColumnName("hold").ValueGeneratedNever();
            approval.Property(a => a.By).HasColumnName("approved_by");
            approval.Property(a => a.At).HasColumnName("approved_at");
        }
    }
}
