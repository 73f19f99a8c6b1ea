using ChatSupport.Savings.Entries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Accounts;

/// <summary>Says that a hold was released, or an account closed. Rows are added and never changed or removed.</summary>
internal sealed record LedgerEnd
{
    public const string Table = "savings_ends";

    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Number { get; init; }

    public required EndOf What { get; init; }

    /// <summary>Number of the hold, or of the account.</summary>
    public required long Target { get; init; }

    /// <summary>Position of the last entry before it; 0 for none. No later entry touches what ended.</summary>
    public required long Behind { get; init; }

    /// <inheritdoc cref="LedgerEntry.Reason"/>
    public required string Reason { get; init; }

    /// <summary>Opaque id of who ended it.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <inheritdoc cref="LedgerAccount.Hash"/>
    public required byte[] Hash { get; init; }

    /// <inheritdoc cref="LedgerAccount.Seal"/>
    public required byte[] Seal { get; init; }

    /// <summary>What is hashed, behind the hash of the end before it. Its order is fixed for ever.</summary>
    public LedgerBytes Bytes() =>
        new LedgerBytes("end 1").Number(Number).Text(What.ToString()).Number(Target).Number(Behind).Text(Reason).Text(By).Number(At.ToUnixTimeMilliseconds());

    internal sealed class Mapping : IEntityTypeConfiguration<LedgerEnd>
    {
        public void Configure(EntityTypeBuilder<LedgerEnd> end)
        {
            end.ToTable(Table, table =>
            {
                table.HasCheckConstraint("CK_savings_ends_what", "what IN ('Hold', 'Account')");
                table.HasCheckConstraint("CK_savings_ends_by", "ended_by <> ''");
                table.HasCheckConstraint("CK_savings_ends_hashes", "length(hash) = 32 AND length(seal) = 32");
            });
            end.HasKey(e => e.Number);
            end.Property(e => e.Number).HasColumnName("number").ValueGeneratedNever();
            end.Property(e => e.What).HasColumnName("what").HasConversion<string>();
            end.Property(e => e.Target).HasColumnName("target");
            end.Property(e => e.Behind).HasColumnName("behind");
            end.Property(e => e.Reason).HasColumnName("reason");
            end.Property(e => e.By).HasColumnName("ended_by");
            end.Property(e => e.At).HasColumnName("at");
            end.Property(e => e.Hash).HasColumnName("hash");
            end.Property(e => e.Seal).HasColumnName("seal");
            end.HasIndex(e => new { e.What, e.Target }).IsUnique();
        }
    }
}

/// <summary>What ended.</summary>
internal enum EndOf
{
    Hold,
    Account,
}
