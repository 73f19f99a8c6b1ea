using ChatSupport.Savings.Entries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Holds;

/// <summary>Money of a member that is kept back for a withdrawal until it is paid out, released, or its time is over. Rows are added and never changed: a payment is
/// an entry that names the hold, a release is a row of <see cref="Accounts.LedgerEnd"/>, and expiry is a question of the clock alone.</summary>
internal sealed record LedgerHold
{
    public const string Table = "savings_holds";

    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Number { get; init; }

    /// <inheritdoc cref="LedgerEntry.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="LedgerEntry.Request"/>
    public required byte[] Request { get; init; }

    /// <summary>Number of the member's account.</summary>
    public required long Account { get; init; }

    /// <summary>In the smallest unit of the account's currency; above zero.</summary>
    public required long Amount { get; init; }

    /// <summary>Position of the last entry before it; 0 for none.</summary>
    public required long Behind { get; init; }

    /// <summary>Opaque id of who asked for it.</summary>
    public required string Maker { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>From this moment on it holds nothing back.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <inheritdoc cref="Accounts.LedgerAccount.Hash"/>
    public required byte[] Hash { get; init; }

    /// <inheritdoc cref="Accounts.LedgerAccount.Seal"/>
    public required byte[] Seal { get; init; }

    /// <summary>What is hashed, behind the hash of the hold before it. Its order is fixed for ever.</summary>
    public LedgerBytes Bytes() => new LedgerBytes("hold 1").Number(Number).Text(Id).Bytes(Request).Number(Account).Number(Amount).Number(Behind).Text(Maker)
        .Number(PlacedAt.ToUnixTimeMilliseconds()).Number(ExpiresAt.ToUnixTimeMilliseconds());

    internal sealed class Mapping : IEntityTypeConfiguration<LedgerHold>
    {
        public void Configure(EntityTypeBuilder<LedgerHold> hold)
        {
            hold.ToTable(Table, table =>
            {
                table.HasCheckConstraint("CK_savings_holds_amount", "typeof(amount) = 'integer' AND amount BETWEEN 1 AND 1000000000000");
                table.HasCheckConstraint("CK_savings_holds_times", "placed_at < expires_at");
                table.HasCheckConstraint("CK_savings_holds_maker", "maker <> ''");
                table.HasCheckConstraint("CK_savings_holds_hashes", "length(request) = 32 AND length(hash) = 32 AND length(seal) = 32");
            });
            hold.HasKey(h => h.Number);
            hold.Property(h => h.Number).HasColumnName("number").ValueGeneratedNever();
            hold.Property(h => h.Id).HasColumnName("id").IsRequired(); // by convention it would be the key, and then it is none
            hold.Property(h => h.Request).HasColumnName("request");
            hold.Property(h => h.Account).HasColumnName("account");
            hold.Property(h => h.Amount).HasColumnName("amount");
            hold.Property(h => h.Behind).HasColumnName("behind");
            hold.Property(h => h.Maker).HasColumnName("maker");
            hold.Property(h => h.PlacedAt).HasColumnName("placed_at");
            hold.Property(h => h.ExpiresAt).HasColumnName("expires_at");
            hold.Property(h => h.Hash).HasColumnName("hash");
            hold.Property(h => h.Seal).HasColumnName("seal");
            hold.HasIndex(h => h.Id).IsUnique();
            hold.HasIndex(h => new { h.Account, h.ExpiresAt });
        }
    }
}
