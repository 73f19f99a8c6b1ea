using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Accounts;

/// <summary>An account of the ledger. Rows are added and never changed or removed; that one was closed is a row of <see cref="LedgerEnd"/>.</summary>
internal sealed record LedgerAccount
{
    public const string Table = "savings_accounts";

    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Number { get; init; }

    public required AccountKind Kind { get; init; }

    /// <summary>Opaque id of the member, group or collector; empty for the organisation.</summary>
    public required string Owner { get; init; }

    public required Pocket Pocket { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>Opaque id of who opened it.</summary>
    public required string By { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Over this row and the one before it.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Proves the hash with a key that is not in the database.</summary>
    public required byte[] Seal { get; init; }

    /// <summary>What is hashed, behind the hash of the account before it. Its order is fixed for ever.</summary>
    public LedgerBytes Bytes() => new LedgerBytes("account 1").Number(Number).Text(Kind.ToString()).Text(Owner).Text(Pocket.ToString()).Text(CurrencyFacts.Of(Currency).Code)
        .Text(By).Number(OpenedAt.ToUnixTimeMilliseconds());

    internal sealed class Mapping : IEntityTypeConfiguration<LedgerAccount>
    {
        private const string Behaviour = """
            side = CASE WHEN kind IN ('MemberSavings', 'Shares', 'SocialFund', 'Fines') THEN -1 ELSE 1 END
            AND guarded = (kind NOT IN ('Opening', 'OverShort'))
            """;

        private const string Kinds = "kind IN ('MemberSavings', 'CollectorFloat', 'GroupBox', 'NgoSafe', 'Opening', 'OverShort', 'Loan', 'Shares', 'SocialFund', 'Fines')";
        private const string Pockets = "pocket IN ('None', 'Open', 'Private') AND (pocket <> 'None') = (kind = 'MemberSavings')";
        private const string Owners = "(owner = '') = (kind IN ('NgoSafe', 'Opening', 'OverShort'))";
        private const string Hashes = "length(hash) = 32 AND length(seal) = 32";

        public void Configure(EntityTypeBuilder<LedgerAccount> account)
        {
            // A migration that makes this table anew must make its triggers anew, as for all tables of the ledger: see the migration Savings.
            account.ToTable(Table, table =>
            {
                table.HasCheckConstraint("CK_savings_accounts_kind", Kinds);
                table.HasCheckConstraint("CK_savings_accounts_behaviour", Behaviour);
                table.HasCheckConstraint("CK_savings_accounts_pocket", Pockets);
                table.HasCheckConstraint("CK_savings_accounts_owner", Owners);
                table.HasCheckConstraint("CK_savings_accounts_currency", "currency IN ('KHR', 'USD')");
                table.HasCheckConstraint("CK_savings_accounts_hashes", Hashes);
            });
            account.HasKey(a => a.Number);
            account.Property(a => a.Number).HasColumnName("number").ValueGeneratedNever();
            account.Property(a => a.Kind).HasColumnName("kind").HasConversion<string>();
            account.Property(a => a.Owner).HasColumnName("owner");
            account.Property(a => a.Pocket).HasColumnName("pocket").HasConversion<string>();
            account.Property(a => a.Currency).HasColumnName("currency").HasConversion(currency => CurrencyFacts.Of(currency).Code, code => CurrencyFacts.Find(code)!.Value);
            account.Property<int>("side");
            account.Property<bool>("guarded");
            account.Property(a => a.By).HasColumnName("opened_by");
            account.Property(a => a.OpenedAt).HasColumnName("opened_at");
            account.Property(a => a.Hash).HasColumnName("hash");
            account.Property(a => a.Seal).HasColumnName("seal");
            account.HasIndex(a => new { a.Kind, a.Owner, a.Pocket, a.Currency }).IsUnique();
            account.HasIndex(a => a.Owner);
        }
    }
}
