using System.Security.Cryptography;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Savings.Seats;

/// <summary>Looks at PINs, and makes new ones.</summary>
/// <remarks>Each look is counted on disk before it is made, so that no crash, restart or second phone gives more of them. It takes as long whatever is wrong: the
/// digits, the wait, or that there is no PIN at all.</remarks>
internal sealed class SeatPins(StoreWriter writer, StoreReaders readers, SlowHash hash, HashCost cost, TimeProvider time)
{
    private const int MostChanges = 10; // a day: a PIN that is refused because it is her other one must not be found by trying

    private readonly SeatPin nobody = Fresh("", cost);

    /// <summary>Looks once.</summary>
    /// <param name="member">Opaque id; null where nobody has a seat here.</param>
    /// <param name="pin">Six digits.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<PinAnswer> Look(string? member, string pin, CancellationToken cancel)
    {
        var begun = member is null ? null : await writer.Write(session => Begin(session, member), cancel);
        var kept = begun ?? nobody;
        byte[] found;
        try
        {
            found = await hash.Of(pin, kept.Salt, kept.Cost, cancel);
        }
        catch (TimeoutException)
        {
            if (begun is not null)
                await writer.Write(session => GiveBack(session, begun), cancel);
            return PinAnswer.Wrong; // not looked at; the same words
        }
        var (isOpen, isBoth) = (Same(found, kept.Open ?? nobody.Both), Same(found, kept.Both));
        return begun is null ? PinAnswer.Wrong : isBoth ? PinAnswer.Both : isOpen ? PinAnswer.Open : PinAnswer.Wrong;
    }

    /// <summary>Begins anew after a right one, in the transaction of the turn that says so.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="member">Opaque id.</param>
    /// <param name="both">It shows both pockets. The open one takes back only its own look: who was made to tell that one could else try the other without end.</param>
    public static void Forgive(StoreSession session, string member, bool both)
    {
        if (SeatRows.Pin(session, member) is not { } pin)
            return;
        var wrong = both ? 0 : Math.Clamp(pin.Wrong - 1, 0, PinRules.LeftOver);
        SeatRows.Save(session, pin with { Wrong = wrong, WrongAt = wrong == 0 ? null : pin.WrongAt, LockedUntil = null });
    }

    /// <summary>Whether a member chose a PIN.</summary>
    public bool HasPin(string member) => readers.Read(session => SeatRows.Pin(session, member)) is { Open: not null };

    /// <summary>Makes a new PIN.</summary>
    /// <param name="member">Opaque id.</param>
    /// <param name="pin">Six digits that are not easy.</param>
    /// <param name="both">It shows both pockets.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>What to save; null where it cannot be this one: it is her other one, or too many were tried today.</returns>
    public async Task<SeatPin?> Make(string member, string pin, bool both, CancellationToken cancel)
    {
        var today = SeatRows.Text(PhnomPenh.DayOf(time.GetUtcNow()));
        var kept = await writer.Write(session => Count(session, member, today), cancel);
        if (kept is null)
            return null;
        byte[] made;
        try
        {
            made = await hash.Of(pin, kept.Salt, kept.Cost, cancel);
        }
        catch (TimeoutException)
        {
            return null;
        }
        if (both)
            return kept.Open is null || Same(made, kept.Open) ? null : kept with { Both = made };
        return Same(made, kept.Both) ? null : kept with { Open = made };
    }

    /// <summary>Keeps a new PIN. What was counted meanwhile stays counted.</summary>
    public static void Save(StoreSession session, SeatPin made, bool both)
    {
        if (SeatRows.Pin(session, made.Member) is { } kept && kept.Salt.AsSpan().SequenceEqual(made.Salt))
            SeatRows.Save(session, both ? kept with { Both = made.Both } : kept with { Open = made.Open, Wrong = 0, WrongAt = null, LockedUntil = null });
    }

    /// <summary>No PIN at all any more; she chooses a new one. Her second one goes as well: what it shows stays unseen until staff let her choose another.</summary>
    public void Reset(StoreSession session, string member) => SeatRows.Save(session, Fresh(member, cost));

    private SeatPin? Begin(StoreSession session, string member)
    {
        var now = time.GetUtcNow();
        if (SeatRows.Pin(session, member) is not { Open: not null } pin || pin.LockedUntil > now)
            return null;
        if (now - pin.WrongAt > PinRules.WrongLasts)
            pin = pin with { Wrong = 0, WrongAt = null };
        SeatRows.Save(session, pin with { Wrong = pin.Wrong + 1, WrongAt = now, LockedUntil = PinRules.LockAfter(pin.Wrong + 1, now) });
        return pin;
    }

    private static bool GiveBack(StoreSession session, SeatPin begun)
    {
        if (SeatRows.Pin(session, begun.Member) is { } pin && pin.Wrong == begun.Wrong + 1)
            SeatRows.Save(session, pin with { Wrong = begun.Wrong, WrongAt = begun.WrongAt, LockedUntil = begun.LockedUntil });
        return true;
    }

    private SeatPin? Count(StoreSession session, string member, string today)
    {
        var pin = SeatRows.Pin(session, member) ?? Fresh(member, cost);
        var changes = pin.ChangedOn == today ? pin.Changes + 1 : 1;
        if (changes > MostChanges)
            return null;
        pin = pin with { Changes = changes, ChangedOn = today };
        SeatRows.Save(session, pin);
        return pin;
    }

    private static SeatPin Fresh(string member, HashCost cost) => new()
    {
        Member = member,
        Salt = RandomNumberGenerator.GetBytes(SlowHash.SaltSize),
        Both = RandomNumberGenerator.GetBytes(SlowHash.Size),
        MemoryKib = cost.MemoryKib,
        Passes = cost.Passes,
    };

    private static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}

/// <summary>What a PIN shows.</summary>
internal enum PinAnswer
{
    /// <summary>Nothing: it is not hers, or it was not looked at.</summary>
    Wrong,

    /// <summary>The open pocket.</summary>
    Open,

    /// <summary>Both.</summary>
    Both,
}
