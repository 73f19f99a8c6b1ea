using ChatSupport.Savings.Entries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Office;

/// <summary>An entry that one person wants and that needs another: cash that goes from one hand to the next, cash that was counted, a correction. It is added and never changed; what became
/// of it is an <see cref="OfficeDecision"/>.</summary>
internal sealed record OfficeProposal
{
    public const string Table = "savings_proposals";

    /// <summary>Made by who asks, before she asks; the entry has it too.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="EntryKind.Handover"/>, <see cref="EntryKind.OpeningCash"/>, <see cref="EntryKind.Shortage"/>, <see cref="EntryKind.Surplus"/>,
    /// <see cref="EntryKind.Loan"/>, <see cref="EntryKind.Grant"/>, <see cref="EntryKind.ShareOut"/> (of a group's fines and shares, out of its box) or <see cref="EntryKind.Reversal"/>.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Position of the entry that is to be taken back; null for every other kind.</summary>
    public long? Entry { get; init; }

    /// <summary>Number of the account that is to be debited; 0 for a correction.</summary>
    public long Dr { get; init; }

    /// <summary>Number of the account that is to be credited; 0 for a correction.</summary>
    public long Cr { get; init; }

    /// <summary>In the smallest unit of both; 0 for a correction.</summary>
    public long Amount { get; init; }

    /// <inheritdoc cref="LedgerEntry.Reason"/>
    public required string Reason { get; init; }

    /// <summary>Opaque id of who wants it: for cash that is handed over, of who gives it.</summary>
    public required string Maker { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<OfficeProposal>
    {
        public void Configure(EntityTypeBuilder<OfficeProposal> proposal)
        {
            // A migration that makes this table anew must make its triggers anew, as for the others of the office: see the migrations SavingsOffice and SavingsOfficeOne.
            proposal.ToTable(Table, table =>
            {
                table.HasCheckConstraint("CK_savings_proposals_kind", "kind IN ('Handover', 'OpeningCash', 'Shortage', 'Surplus', 'Reversal', 'Loan', 'Grant', 'ShareOut') AND (kind = 'Reversal') = (entry IS NOT NULL)");
                table.HasCheckConstraint("CK_savings_proposals_money", "typeof(amount) = 'integer' AND (kind = 'Reversal' OR (dr <> cr AND amount BETWEEN 1 AND 1000000000000))");
                table.HasCheckConstraint("CK_savings_proposals_maker", "maker <> '' AND (kind NOT IN ('Shortage', 'Surplus', 'Reversal') OR reason <> '')");
            });
            proposal.HasKey(p => p.Id);
            proposal.Property(p => p.Id).HasColumnName("id");
            proposal.Property(p => p.Kind).HasColumnName("kind").HasConversion<string>();
            proposal.Property(p => p.Entry).HasColumnName("entry");
            proposal.Property(p => p.Dr).HasColumnName("dr");
            proposal.Property(p => p.Cr).HasColumnName("cr");
            proposal.Property(p => p.Amount).HasColumnName("amount");
            proposal.Property(p => p.Reason).HasColumnName("reason");
            proposal.Property(p => p.Maker).HasColumnName("maker");
            proposal.Property(p => p.At).HasColumnName("made_at");
        }
    }
}
