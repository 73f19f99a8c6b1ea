using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Holds;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Seats;

/// <summary>What keeps a member's money from being taken out under pressure: limits of her own, and the day after her PIN was reset.</summary>
internal static class Restraint
{
    private const string PaidSince = """
        SELECT coalesce(sum(e.amount), 0) FROM savings_entries e JOIN savings_accounts a ON a.number = e.dr
        WHERE a.owner = $1 AND a.kind = 'MemberSavings' AND a.currency = $2 AND e.kind = 'Withdrawal' AND e.recorded_at >= $3
        AND NOT EXISTS (SELECT 1 FROM savings_entries r WHERE r.reverses = e.seq)
        """;

    /// <summary>Why a withdrawal of this much cannot even be asked for; null where it can.</summary>
    public static LedgerRefusal? OnAsking(StoreSession session, LedgerAccount account, Money amount, DateTimeOffset now) =>
        Counting(session, account, now)?.CapOf(amount.Currency) < amount.Minor ? LedgerRefusal.OverHerCap : null;

    /// <summary>Why money that was asked for is not given yet; null where it is.</summary>
    public static LedgerRefusal? OnPaying(StoreSession session, LedgerAccount account, LedgerHold hold, DateTimeOffset now)
    {
        if (Counting(session, account, now) is not { } limits)
            return null;
        if (limits.CoolUntil > now || (limits.HasDelay && hold.PlacedAt + SeatLimits.Wait > now))
            return LedgerRefusal.TooSoon;
        if (limits.CapOf(account.Currency) is not { } cap)
            return null;
        var morning = new DateTimeOffset(PhnomPenh.DayOf(now).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7)).ToUnixTimeMilliseconds();
        var paid = (long)session[PaidSince].One(account.Owner, CurrencyFacts.Of(account.Currency).Code, morning)!;
        return paid + hold.Amount > cap ? LedgerRefusal.OverHerCap : null;
    }

    private static SeatLimits? Counting(StoreSession session, LedgerAccount account, DateTimeOffset now) =>
        account.Kind == AccountKind.MemberSavings && SeatLimits.Of(session, account.Owner).At(now) is var limits && !(limits.FreeUntil > now) ? limits : null;
}
