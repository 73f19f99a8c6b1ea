using ChatSupport.Savings.Amounts;
using ChatSupport.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Seats;

/// <summary>What a member set so that nobody can make her take out all at once. Stricter counts at once, looser a day later: who stands beside her gains nothing by it.</summary>
internal sealed record SeatLimits
{
    public const string Table = "savings_limits";

    private const string Columns = "member, cap_riel, cap_cents, has_delay, next_cap_riel, next_cap_cents, next_has_delay, next_at, cool_until, free_until";

    private const string Write = $"""
        INSERT INTO savings_limits ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (member) DO UPDATE SET cap_riel = excluded.cap_riel, cap_cents = excluded.cap_cents, has_delay = excluded.has_delay, next_cap_riel = excluded.next_cap_riel,
        next_cap_cents = excluded.next_cap_cents, next_has_delay = excluded.next_has_delay, next_at = excluded.next_at, cool_until = excluded.cool_until, free_until = excluded.free_until
        """;

    /// <summary>How long it takes until a looser limit counts, how long money is kept where she wished so, and after a new PIN from the staff.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromHours(24);

    /// <summary>Opaque id.</summary>
    public required string Member { get; init; }

    /// <summary>The most riel that she may be given on a day; null for no limit.</summary>
    public long? CapRiel { get; init; }

    /// <summary>The most cents that she may be given on a day; null for no limit.</summary>
    public long? CapCents { get; init; }

    /// <summary>A day passes between her asking and her being given.</summary>
    public bool HasDelay { get; init; }

    public long? NextCapRiel { get; init; }

    public long? NextCapCents { get; init; }

    public bool NextHasDelay { get; init; }

    /// <summary>When the three before this count; null where nothing is to change.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Nothing is given before: her PIN was reset.</summary>
    public DateTimeOffset? CoolUntil { get; init; }

    /// <summary>None of it counts until then: two of the staff released her money because she is in danger.</summary>
    public DateTimeOffset? FreeUntil { get; init; }

    /// <summary>As they count at a moment.</summary>
    public SeatLimits At(DateTimeOffset now) =>
        NextAt <= now ? this with { CapRiel = NextCapRiel, CapCents = NextCapCents, HasDelay = NextHasDelay, NextAt = null } : this;

    public long? CapOf(Currency currency) => currency == Currency.Khr ? CapRiel : CapCents;

    /// <summary>As she wishes them from now on.</summary>
    /// <param name="now">The time.</param>
    /// <param name="capRiel">See <see cref="CapRiel"/>.</param>
    /// <param name="capCents">See <see cref="CapCents"/>.</param>
    /// <param name="hasDelay">See <see cref="HasDelay"/>.</param>
    public SeatLimits Wish(DateTimeOffset now, long? capRiel, long? capCents, bool hasDelay)
    {
        var today = At(now);
        var strict = today with
        {
            CapRiel = Least(today.CapRiel, capRiel),
            CapCents = Least(today.CapCents, capCents),
            HasDelay = today.HasDelay || hasDelay,
            NextAt = null,
        };
        return (strict.CapRiel, strict.CapCents, strict.HasDelay) == (capRiel, capCents, hasDelay)
            ? strict
            : strict with { NextCapRiel = capRiel, NextCapCents = capCents, NextHasDelay = hasDelay, NextAt = now + Wait };
    }

    /// <summary>A member's limits; none where she set none.</summary>
    public static SeatLimits Of(StoreSession session, string member) => session[$"SELECT {Columns} FROM savings_limits WHERE member = $1"].All(
        row => new SeatLimits
        {
            Member = row.GetString(0),
            CapRiel = SeatRows.Number(row, 1),
            CapCents = SeatRows.Number(row, 2),
            HasDelay = row.GetInt64(3) != 0,
            NextCapRiel = SeatRows.Number(row, 4),
            NextCapCents = SeatRows.Number(row, 5),
            NextHasDelay = row.GetInt64(6) != 0,
            NextAt = SeatRows.Moment(row, 7),
            CoolUntil = SeatRows.Moment(row, 8),
            FreeUntil = SeatRows.Moment(row, 9),
        }, member) is [var one]
            ? one : new SeatLimits { Member = member };

    public void Save(StoreSession session) => session[Write].Run(
        Member, CapRiel, CapCents, HasDelay, NextCapRiel, NextCapCents, NextHasDelay, NextAt?.ToUnixTimeMilliseconds(), CoolUntil?.ToUnixTimeMilliseconds(), FreeUntil?.ToUnixTimeMilliseconds());

    private static long? Least(long? one, long? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);

    internal sealed class Mapping : IEntityTypeConfiguration<SeatLimits>
    {
        public void Configure(EntityTypeBuilder<SeatLimits> limits)
        {
            limits.ToTable(Table);
            limits.HasKey(l => l.Member);
            limits.Property(l => l.Member).HasColumnName("member");
            limits.Property(l => l.CapRiel).HasColumnName("cap_riel");
            limits.Property(l => l.CapCents).HasColumnName("cap_cents");
            limits.Property(l => l.HasDelay).HasColumnName("has_delay");
            limits.Property(l => l.NextCapRiel).HasColumnName("next_cap_riel");
            limits.Property(l => l.NextCapCents).HasColumnName("next_cap_cents");
            limits.Property(l => l.NextHasDelay).HasColumnName("next_has_delay");
            limits.Property(l => l.NextAt).HasColumnName("next_at");
            limits.Property(l => l.CoolUntil).HasColumnName("cool_until");
            limits.Property(l => l.FreeUntil).HasColumnName("free_until");
        }
    }
}
