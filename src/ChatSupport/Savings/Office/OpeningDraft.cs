using ChatSupport.Savings.Amounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Office;

/// <summary>What one person read in a paper book at the beginning. It becomes an entry once somebody else read the same; until then it is no money.</summary>
internal sealed record OpeningDraft
{
    public const string Table = "savings_openings";

    /// <summary>Opaque id of the member.</summary>
    public required string Member { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>Opaque id of the account of who keyed it.</summary>
    public required string By { get; init; }

    /// <summary>In the smallest unit; above zero.</summary>
    public required long Amount { get; init; }

    /// <summary>Opaque id of the spreadsheet that it came in; null where it was keyed.</summary>
    public string? Sheet { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<OpeningDraft>
    {
        public void Configure(EntityTypeBuilder<OpeningDraft> draft)
        {
            draft.ToTable(Table, table => table.HasCheckConstraint("CK_savings_openings_amount", "typeof(amount) = 'integer' AND amount BETWEEN 1 AND 1000000000000"));
            draft.HasKey(d => new { d.Member, d.Currency, d.By }); // each person has one reading of a book
            draft.Property(d => d.Member).HasColumnName("member");
            draft.Property(d => d.Currency).HasColumnName("currency").HasConversion(currency => CurrencyFacts.Of(currency).Code, code => CurrencyFacts.Find(code)!.Value);
            draft.Property(d => d.By).HasColumnName("keyed_by");
            draft.Property(d => d.Amount).HasColumnName("amount");
            draft.Property(d => d.Sheet).HasColumnName("sheet");
            draft.Property(d => d.At).HasColumnName("keyed_at");
            draft.HasIndex(d => d.Sheet);
        }
    }
}
