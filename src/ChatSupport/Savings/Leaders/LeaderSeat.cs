using ChatSupport.Savings.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Leaders;

/// <summary>Somebody who leads a savings group from her phone. Who she is stands nowhere: staff give her a link, face to face.</summary>
internal sealed record LeaderSeat
{
    public const string Table = "savings_leaders";

    /// <summary>Opaque. It is who makes her entries and owns her float, on whatever phone she is.</summary>
    public required string Id { get; init; }

    /// <summary>Opaque id of her group.</summary>
    public required string Group { get; init; }

    /// <summary>Opaque key of her conversation; null while no phone is linked.</summary>
    public string? Conversation { get; init; }

    /// <summary>Hash of what stands in the link that waits to be used; null for none.</summary>
    public string? LinkHash { get; init; }

    /// <summary>Until when that link works.</summary>
    public DateTimeOffset? LinkUntil { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Null while she leads.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<LeaderSeat>
    {
        public void Configure(EntityTypeBuilder<LeaderSeat> seat)
        {
            seat.ToTable(Table);
            seat.HasKey(s => s.Id);
            seat.Property(s => s.Id).HasColumnName("id");
            seat.Property(s => s.Group).HasColumnName("group_id");
            seat.Property(s => s.Conversation).HasColumnName("conversation");
            seat.Property(s => s.LinkHash).HasColumnName("link_hash");
            seat.Property(s => s.LinkUntil).HasColumnName("link_until");
            seat.Property(s => s.MadeAt).HasColumnName("made_at");
            seat.Property(s => s.LeftAt).HasColumnName("left_at");
            seat.HasIndex(s => s.Conversation).IsUnique().HasFilter("conversation IS NOT NULL");
            seat.HasIndex(s => s.LinkHash).IsUnique().HasFilter("link_hash IS NOT NULL");
            seat.HasIndex(s => s.Group);
            seat.HasOne<SavingsGroup>().WithMany().HasForeignKey(s => s.Group).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
