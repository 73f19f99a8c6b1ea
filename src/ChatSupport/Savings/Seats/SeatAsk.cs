using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Seats;

/// <summary>One of the staff asked for something that needs two of them, the member being there.</summary>
internal sealed record SeatAsk
{
    public const string Table = "savings_seat_asks";

    /// <summary>Opaque id of the member; of the group or the seat where it is a leader's link.</summary>
    public required string Member { get; init; }

    public required SeatAskFor For { get; init; }

    /// <summary>Opaque id of who asked.</summary>
    public required string By { get; init; }

    /// <summary>The other one has to agree before.</summary>
    public required DateTimeOffset Until { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SeatAsk>
    {
        public void Configure(EntityTypeBuilder<SeatAsk> ask)
        {
            ask.ToTable(Table);
            ask.HasKey(a => new { a.Member, a.For });
            ask.Property(a => a.Member).HasColumnName("member");
            ask.Property(a => a.For).HasColumnName("what").HasConversion<string>().HasMaxLength(20);
            ask.Property(a => a.By).HasColumnName("asked_by");
            ask.Property(a => a.Until).HasColumnName("until");
        }
    }
}

/// <summary>What needs two of the staff.</summary>
internal enum SeatAskFor
{
    /// <summary>New PINs.</summary>
    Reset,

    /// <summary>Her money free of her own limits: she is in danger.</summary>
    Release,

    /// <summary>A second PIN, which shows her other pocket as well.</summary>
    Second,

    /// <summary>A link for the phone of a leader; it is asked about the group or the seat, not about a member.</summary>
    Leader,
}
