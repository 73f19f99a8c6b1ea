using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Meetings;

/// <summary>Whether a member was at a meeting.</summary>
/// <param name="Meeting">Opaque id.</param>
/// <param name="Member">Opaque id.</param>
/// <param name="Here">Null where she was not called yet.</param>
/// <param name="Refusals">How often money was asked for in her name that was not there: after a few, nobody finds out more.</param>
internal sealed record Attendance(string Meeting, string Member, bool? Here, int Refusals)
{
    public const string Table = "savings_attendance";

    internal sealed class Mapping : IEntityTypeConfiguration<Attendance>
    {
        public void Configure(EntityTypeBuilder<Attendance> one)
        {
            one.ToTable(Table);
            one.HasKey(a => new { a.Meeting, a.Member });
            one.Property(a => a.Meeting).HasColumnName("meeting");
            one.Property(a => a.Member).HasColumnName("member");
            one.Property(a => a.Here).HasColumnName("here");
            one.Property(a => a.Refusals).HasColumnName("refusals");
        }
    }
}

/// <summary>Notes of one kind that were counted at the end of a meeting.</summary>
/// <param name="Meeting">Opaque id.</param>
/// <param name="Currency"><c>KHR</c> or <c>USD</c>.</param>
/// <param name="Note">What one is worth, in riel or whole dollars; 0, with 0 pieces, says that it was looked and there is none.</param>
/// <param name="Pieces">How many.</param>
/// <param name="By">Opaque id of the leader.</param>
internal sealed record NoteCount(string Meeting, string Currency, long Note, long Pieces, string By)
{
    public const string Table = "savings_counts";

    internal sealed class Mapping : IEntityTypeConfiguration<NoteCount>
    {
        public void Configure(EntityTypeBuilder<NoteCount> count)
        {
            count.ToTable(Table, table =>
            {
                table.HasCheckConstraint("CK_savings_counts_currency", "currency IN ('KHR', 'USD')");
                table.HasCheckConstraint("CK_savings_counts_numbers", "typeof(note) = 'integer' AND typeof(pieces) = 'integer' AND note >= 0 AND pieces BETWEEN 0 AND 100000 AND (note = 0) = (pieces = 0)");
            });
            count.HasKey(c => new { c.Meeting, c.Currency, c.Note });
            count.Property(c => c.Meeting).HasColumnName("meeting");
            count.Property(c => c.Currency).HasColumnName("currency");
            count.Property(c => c.Note).HasColumnName("note");
            count.Property(c => c.Pieces).HasColumnName("pieces");
            count.Property(c => c.By).HasColumnName("counted_by");
        }
    }
}

/// <summary>Cash that a leader wants to hand over to the safe, until who receives it has counted it.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="Leader">Opaque id of who gives.</param>
/// <param name="Currency"><c>KHR</c> or <c>USD</c>.</param>
/// <param name="Amount">In the smallest unit.</param>
/// <param name="At">When it was offered.</param>
/// <param name="State">What became of it.</param>
/// <param name="By">The officer who counted it; null before.</param>
internal sealed record HandoverOffer(string Id, string Leader, string Currency, long Amount, DateTimeOffset At, HandoverState State, string? By)
{
    public const string Table = "savings_handovers";

    internal sealed class Mapping : IEntityTypeConfiguration<HandoverOffer>
    {
        public void Configure(EntityTypeBuilder<HandoverOffer> offer)
        {
            offer.ToTable(Table, table =>
            {
                table.HasCheckConstraint("CK_savings_handovers_state", "state IN ('Offered', 'Taken', 'Refused', 'Kept')");
                table.HasCheckConstraint("CK_savings_handovers_currency", "currency IN ('KHR', 'USD')");
                table.HasCheckConstraint("CK_savings_handovers_amount", "typeof(amount) = 'integer' AND amount > 0");
                table.HasCheckConstraint("CK_savings_handovers_by", "(state IN ('Taken', 'Refused')) = (taken_by IS NOT NULL) AND COALESCE(taken_by <> leader, 1)");
            });
            offer.HasKey(o => o.Id);
            offer.Property(o => o.Id).HasColumnName("id");
            offer.Property(o => o.Leader).HasColumnName("leader");
            offer.Property(o => o.Currency).HasColumnName("currency");
            offer.Property(o => o.Amount).HasColumnName("amount");
            offer.Property(o => o.At).HasColumnName("at");
            offer.Property(o => o.State).HasColumnName("state").HasConversion<string>();
            offer.Property(o => o.By).HasColumnName("taken_by");
            offer.HasIndex(o => new { o.Leader, o.Currency }).IsUnique().HasFilter("state = 'Offered'").HasDatabaseName("IX_savings_handovers_offered");
        }
    }
}

/// <summary>What became of an offer. Stored by name.</summary>
internal enum HandoverState
{
    Offered,

    /// <summary>It was counted, and is entered.</summary>
    Taken,

    /// <summary>Another sum was counted: nothing is entered.</summary>
    Refused,

    /// <summary>The leader took it back.</summary>
    Kept,
}

/// <summary>A leader asks the savings officer to take an entry back.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="Entry">Position of the entry.</param>
/// <param name="Meeting">Opaque id.</param>
/// <param name="Leader">Opaque id of who asks.</param>
/// <param name="At">When.</param>
/// <param name="DeclinedBy">The officer who found that it was right; null while she has not, or took it back.</param>
internal sealed record CorrectionAsk(string Id, long Entry, string Meeting, string Leader, DateTimeOffset At, string? DeclinedBy)
{
    public const string Table = "savings_corrections";

    internal sealed class Mapping : IEntityTypeConfiguration<CorrectionAsk>
    {
        public void Configure(EntityTypeBuilder<CorrectionAsk> ask)
        {
            ask.ToTable(Table);
            ask.HasKey(a => a.Id);
            ask.Property(a => a.Id).HasColumnName("id");
            ask.Property(a => a.Entry).HasColumnName("entry");
            ask.Property(a => a.Meeting).HasColumnName("meeting");
            ask.Property(a => a.Leader).HasColumnName("leader");
            ask.Property(a => a.At).HasColumnName("at");
            ask.Property(a => a.DeclinedBy).HasColumnName("declined_by");
            ask.HasIndex(a => a.Entry).IsUnique();
        }
    }
}
