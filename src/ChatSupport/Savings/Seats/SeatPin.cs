using ChatSupport.Storage.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Seats;

/// <summary>A member's PINs, hashed slowly, and how often somebody was wrong. Both are hashed with one salt, so that looking for one takes as long as looking for
/// the other; where there is no second one, its place holds chance, so that not even the file says whether there is.</summary>
internal sealed record SeatPin
{
    public const string Table = "savings_pins";

    /// <summary>Opaque id of the member.</summary>
    public required string Member { get; init; }

    public required byte[] Salt { get; init; }

    /// <summary>Hash of the PIN that shows the open pocket; null until she chose one.</summary>
    public byte[]? Open { get; init; }

    /// <summary>Hash of the PIN that shows both, or chance.</summary>
    public required byte[] Both { get; init; }

    public required int MemoryKib { get; init; }

    public required int Passes { get; init; }

    /// <summary>Wrong ones in a row, counted before each look.</summary>
    public int Wrong { get; init; }

    /// <summary>None is looked at before this time; null for none.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>When the last wrong one was entered; null for none. A day later it counts no more.</summary>
    public DateTimeOffset? WrongAt { get; init; }

    /// <summary>New PINs that were tried on <see cref="ChangedOn"/>.</summary>
    public int Changes { get; init; }

    /// <summary>A day in Phnom Penh; null for none.</summary>
    public string? ChangedOn { get; init; }

    public HashCost Cost => new(MemoryKib, Passes);

    internal sealed class Mapping : IEntityTypeConfiguration<SeatPin>
    {
        public void Configure(EntityTypeBuilder<SeatPin> pin)
        {
            pin.ToTable(Table);
            pin.HasKey(p => p.Member);
            pin.Property(p => p.Member).HasColumnName("member");
            pin.Property(p => p.Salt).HasColumnName("salt");
            pin.Property(p => p.Open).HasColumnName("open");
            pin.Property(p => p.Both).HasColumnName("both");
            pin.Property(p => p.MemoryKib).HasColumnName("memory_kib");
            pin.Property(p => p.Passes).HasColumnName("passes");
            pin.Property(p => p.Wrong).HasColumnName("wrong");
            pin.Property(p => p.LockedUntil).HasColumnName("locked_until");
            pin.Property(p => p.WrongAt).HasColumnName("wrong_at");
            pin.Property(p => p.Changes).HasColumnName("changes");
            pin.Property(p => p.ChangedOn).HasColumnName("changed_on");
            pin.Ignore(p => p.Cost);
        }
    }
}
