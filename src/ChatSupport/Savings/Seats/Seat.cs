using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Seats;

/// <summary>A member's seat: the conversation in which she looks at her savings. She has one, and a conversation is one's.</summary>
internal sealed record Seat
{
    public const string Table = "savings_seats";

    /// <summary>Opaque key.</summary>
    public required string Conversation { get; init; }

    /// <summary>Opaque id.</summary>
    public required string Member { get; init; }

    public required DateTimeOffset LinkedAt { get; init; }

    /// <summary>Her phone is lost: nothing is shown there any more. The row goes once the chat was emptied.</summary>
    public bool IsTakenOff { get; init; }

    /// <summary>Day of the meeting that she was reminded of last; null for none.</summary>
    public string? RemindedOf { get; init; }

    /// <summary>The month that she was told of last, <c>2026-11</c>; null for none.</summary>
    public string? ToldOf { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Seat>
    {
        public void Configure(EntityTypeBuilder<Seat> seat)
        {
            seat.ToTable(Table);
            seat.HasKey(s => s.Conversation);
            seat.Property(s => s.Conversation).HasColumnName("conversation");
            seat.Property(s => s.Member).HasColumnName("member");
            seat.Property(s => s.LinkedAt).HasColumnName("linked_at");
            seat.Property(s => s.IsTakenOff).HasColumnName("is_taken_off");
            seat.Property(s => s.RemindedOf).HasColumnName("reminded_of");
            seat.Property(s => s.ToldOf).HasColumnName("told_of");
            seat.HasIndex(s => s.Member);
        }
    }
}
