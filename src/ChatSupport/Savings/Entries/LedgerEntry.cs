using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Entries;

/// <summary>One movement of money between two accounts of one currency. Rows are added and never changed or removed, which the database holds as well.</summary>
internal sealed record LedgerEntry
{
    public const string Table = "savings_entries";

    /// <summary>1, 2, 3 … without a gap: the position in the ledger.</summary>
    public required long Seq { get; init; }

    /// <summary>Made by who asks, before she asks, so that the same asked twice is entered once.</summary>
    public required string Id { get; init; }

    /// <summary>Hash of what was asked for.</summary>
    public required byte[] Request { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>Number of the account that is debited.</summary>
    public required long Dr { get; init; }

    /// <summary>Number of the account that is credited.</summary>
    public required long Cr { get; init; }

    /// <summary>In the smallest unit of the accounts' currency; above zero.</summary>
    public required long Amount { get; init; }

    /// <summary>The day in Phnom Penh on which the money changed hands.</summary>
    public required DateOnly OccurredOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>A word, never a sentence: nothing here can be taken back, so nobody may be known from it. Empty where none is needed.</summary>
    public required string Reason { get; init; }

    /// <summary>Opaque id of who made it.</summary>
    public required string Maker { get; init; }

    /// <summary>Opaque id of who confirmed it, never the maker.</summary>
    public required string? Confirmer { get; init; }

    /// <summary>Position of the entry that this one takes back.</summary>
    public required long? Reverses { get; init; }

    /// <summary>Number of the hold that it ends by paying out.</summary>
    public required long? Hold { get; init; }

    /// <summary>What belongs together: riel and dollars given at once, the lines of one sheet.</summary>
    public required string? Link { get; init; }

    /// <summary>Balance of the debited account behind this entry, as its kind counts it. Not hashed: it follows from the entries, and verifying computes it anew.</summary>
    public required long DrBalance { get; init; }

    /// <summary>Balance of the credited account behind this entry.</summary>
    public required long CrBalance { get; init; }

    /// <summary>Hash of the entry before it.</summary>
    public required byte[] PrevHash { get; init; }

    /// <summary>Over this entry and, through the one before it, all before it.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Proves the hash with a key that is not in the database.</summary>
    public required byte[] Seal { get; init; }

    /// <summary>The day as it is stored and hashed.</summary>
    public static string DayText(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What is hashed, behind the hash of the entry before it. Its order is fixed for ever.</summary>
    public LedgerBytes Bytes() => new LedgerBytes("entry 1").Number(Seq).Text(Id).Bytes(Request).Text(Kind.ToString()).Number(Dr).Number(Cr).Number(Amount)
        .Text(DayText(OccurredOn)).Number(RecordedAt.ToUnixTimeMilliseconds()).Text(Reason).Text(Maker).Text(Confirmer).Number(Reverses).Number(Hold).Text(Link);

    internal sealed class Mapping : IEntityTypeConfiguration<LedgerEntry>
    {
        private const string Kinds = "kind IN ('Deposit', 'Withdrawal', 'Handover', 'Opening', 'OpeningCash', 'Shortage', 'Surplus', 'Pocket', 'Reversal', 'Loan', 'Repayment', 'Share', 'ShareOut', 'Contribution', 'Grant', 'Fine')";
        private const string TwoPeople = "maker <> '' AND COALESCE(confirmer <> maker AND confirmer <> '', kind NOT IN ('Withdrawal', 'Handover', 'Opening', 'OpeningCash', 'Loan', 'ShareOut', 'Grant'))";
        private const string Why = "kind NOT IN ('Reversal', 'Shortage', 'Surplus') OR reason <> ''";
        private const string Amounts = "typeof(amount) = 'integer' AND amount BETWEEN 1 AND 1000000000000";
        private const string Hashes = "length(request) = 32 AND length(prev_hash) = 32 AND length(hash) = 32 AND length(seal) = 32";

        public void Configure(EntityTypeBuilder<LedgerEntry> entry)
        {
            entry.ToTable(Table, table =>
            {
                table.HasCheckConstraint("CK_savings_entries_two_accounts", "dr <> cr");
                table.HasCheckConstraint("CK_savings_entries_amount", Amounts);
                table.HasCheckConstraint("CK_savings_entries_kind", Kinds);
                table.HasCheckConstraint("CK_savings_entries_two_people", TwoPeople);
                table.HasCheckConstraint("CK_savings_entries_why", Why);
                table.HasCheckConstraint("CK_savings_entries_day", "occurred_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'");
                table.HasCheckConstraint("CK_savings_entries_reversal", "(kind = 'Reversal') = (reverses IS NOT NULL) AND (kind = 'Withdrawal') = (hold IS NOT NULL)");
                table.HasCheckConstraint("CK_savings_entries_hashes", Hashes);
            });
            Columns(entry);
            entry.HasIndex(e => e.Id).IsUnique();
            entry.HasIndex(e => e.Dr); // an index ends with the position, so these two give an account's newest lines first
            entry.HasIndex(e => e.Cr);
            entry.HasIndex(e => e.Reverses).IsUnique().HasFilter("reverses IS NOT NULL");
            entry.HasIndex(e => e.Link).HasFilter("link IS NOT NULL"); // what belongs to a meeting
            entry.HasIndex(e => e.Hold).IsUnique().HasFilter("hold IS NOT NULL");
        }

        private static void Columns(EntityTypeBuilder<LedgerEntry> entry)
        {
            entry.HasKey(e => e.Seq);
            entry.Property(e => e.Seq).HasColumnName("seq").ValueGeneratedNever();
            entry.Property(e => e.Id).HasColumnName("id").IsRequired(); // by convention it would be the key, and then it is none
            entry.Property(e => e.Request).HasColumnName("request");
            entry.Property(e => e.Kind).HasColumnName("kind").HasConversion<string>();
            entry.Property(e => e.Dr).HasColumnName("dr");
            entry.Property(e => e.Cr).HasColumnName("cr");
            entry.Property(e => e.Amount).HasColumnName("amount");
            entry.Property(e => e.OccurredOn).HasColumnName("occurred_on");
            entry.Property(e => e.RecordedAt).HasColumnName("recorded_at");
            entry.Property(e => e.Reason).HasColumnName("reason");
            entry.Property(e => e.Maker).HasColumnName("maker");
            entry.Property(e => e.Confirmer).HasColumnName("confirmer");
            entry.Property(e => e.Reverses).HasColumnName("reverses");
            entry.Property(e => e.Hold).HasColumnName("hold");
            entry.Property(e => e.Link).HasColumnName("link");
            entry.Property(e => e.DrBalance).HasColumnName("dr_balance");
            entry.Property(e => e.CrBalance).HasColumnName("cr_balance");
            entry.Property(e => e.PrevHash).HasColumnName("prev_hash");
            entry.Property(e => e.Hash).HasColumnName("hash");
            entry.Property(e => e.Seal).HasColumnName("seal");
        }
    }
}
