using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Office;

/// <summary>What became of an <see cref="OfficeProposal"/>: once, and for ever. Who made it never confirms it; the database holds that too.</summary>
internal sealed record OfficeDecision
{
    public const string Table = "savings_decisions";

    /// <summary>Id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The entry was made; false where it was turned down or taken back.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>Opaque id of who decided.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<OfficeDecision>
    {
        public void Configure(EntityTypeBuilder<OfficeDecision> decision)
        {
            decision.ToTable(Table, table => table.HasCheckConstraint("CK_savings_decisions_by", "decided_by <> ''"));
            decision.HasKey(d => d.Proposal);
            decision.Property(d => d.Proposal).HasColumnName("proposal");
            decision.Property(d => d.IsConfirmed).HasColumnName("is_confirmed");
            decision.Property(d => d.By).HasColumnName("decided_by");
            decision.Property(d => d.At).HasColumnName("decided_at");
        }
    }
}
