using System.Data.Common;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Office;

/// <summary>A paper book laid beside the ledger at one position of it. It is added and never changed: a book that was wrong once and right later are two rows.</summary>
internal sealed record BookCheck
{
    public const string Table = "savings_book_checks";
    public const string Columns = "number, member, at_seq, book_riel, book_cents, ledger_riel, ledger_cents, checked_by, seen_by, note, checked_at";

    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>Opaque id of the member.</summary>
    public required string Member { get; init; }

    /// <summary>The last entry that the book should hold.</summary>
    public required long AtSeq { get; init; }

    /// <summary>What the book says, in riel.</summary>
    public required long BookRiel { get; init; }

    /// <summary>What the book says, in cents.</summary>
    public required long BookCents { get; init; }

    /// <summary>What the ledger said at that position: both pockets together, because a paper book has one.</summary>
    public required long LedgerRiel { get; init; }

    /// <inheritdoc cref="LedgerRiel"/>
    public required long LedgerCents { get; init; }

    /// <summary>Opaque id of the account of who keyed it.</summary>
    public required string By { get; init; }

    public required SeenBy SeenBy { get; init; }

    /// <summary>A word, or nothing.</summary>
    public required string Note { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whether both say the same.</summary>
    public bool Matches => BookRiel == LedgerRiel && BookCents == LedgerCents;

    /// <summary>Reads a row of <see cref="Columns"/>.</summary>
    public static BookCheck Of(DbDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Member = row.GetString(1),
        AtSeq = row.GetInt64(2),
        BookRiel = row.GetInt64(3),
        BookCents = row.GetInt64(4),
        LedgerRiel = row.GetInt64(5),
        LedgerCents = row.GetInt64(6),
        By = row.GetString(7),
        SeenBy = LedgerRows.Word<SeenBy>(row.GetString(8)),
        Note = row.GetString(9),
        At = LedgerRows.Moment(row.GetInt64(10)),
    };

    /// <summary>An amount of it as money.</summary>
    public static Money Money(long minor, Currency currency) => new(minor, currency);

    internal sealed class Mapping : IEntityTypeConfiguration<BookCheck>
    {
        public void Configure(EntityTypeBuilder<BookCheck> check)
        {
            check.ToTable(Table, table =>
            {
                table.HasCheckConstraint("CK_savings_book_checks_amounts", "book_riel >= 0 AND book_cents >= 0 AND at_seq >= 0");
                table.HasCheckConstraint("CK_savings_book_checks_by", "checked_by <> '' AND seen_by IN ('Member', 'Leader', 'Nobody')");
            });
            check.HasKey(c => c.Number);
            check.Property(c => c.Number).HasColumnName("number").ValueGeneratedNever();
            check.Property(c => c.Member).HasColumnName("member");
            check.Property(c => c.AtSeq).HasColumnName("at_seq");
            check.Property(c => c.BookRiel).HasColumnName("book_riel");
            check.Property(c => c.BookCents).HasColumnName("book_cents");
            check.Property(c => c.LedgerRiel).HasColumnName("ledger_riel");
            check.Property(c => c.LedgerCents).HasColumnName("ledger_cents");
            check.Property(c => c.By).HasColumnName("checked_by");
            check.Property(c => c.SeenBy).HasColumnName("seen_by").HasConversion<string>();
            check.Property(c => c.Note).HasColumnName("note");
            check.Property(c => c.At).HasColumnName("checked_at");
            check.HasIndex(c => new { c.Member, c.Number });
        }
    }
}

/// <summary>Who looked at the book with who keyed it.</summary>
internal enum SeenBy
{
    /// <summary>She whose book it is.</summary>
    Member,

    /// <summary>The leader of her group.</summary>
    Leader,

    Nobody,
}
