using System.Globalization;
using ChatSupport.Conversations;

namespace ChatSupport.Escalation.Referrals;

/// <summary>Something about a worker that somebody outside may be told: exactly what, to whom, until when. Written as sealed JSON; every change is a new record.</summary>
internal sealed record Referral
{
    public const int LongestName = 80;
    public const int LongestText = 600;
    public const int LongestReason = 300;

    /// <summary>Opaque id.</summary>
    public required string Id { get; init; }

    /// <summary>Opaque id of her chat.</summary>
    public required string Chat { get; init; }

    /// <summary>Where it stands.</summary>
    public ReferralState State { get; init; }

    /// <summary>Rises with each change and with each question: a yes to one is no yes to the next.</summary>
    public int Version { get; init; }

    /// <summary>Who would be told.</summary>
    public required string To { get; init; }

    /// <summary>It is an entry of the directory: numbers that staff put there may be said.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Exactly what would be told; empty until it is written.</summary>
    public string Text { get; init; } = "";

    /// <summary>A voice note in which it is read aloud; null for none.</summary>
    public LineMedia? Voice { get; init; }

    /// <summary>Opaque id of the educator who wrote it; null where the staff did.</summary>
    public string? By { get; init; }

    /// <summary>Since when it stands as it does.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The line by which it waits for a supervisor, for a number or name in it; null where it does not.</summary>
    public long? HeldLine { get; init; }

    /// <summary>Until when the yes, or the decision, holds. Set with the question, so that she knows it before she answers.</summary>
    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? GrantedAt { get; init; }

    /// <summary>The version she said yes to; null where she did not.</summary>
    public int? GrantedVersion { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When whoever was told was asked to forget it; null for not yet.</summary>
    public DateTimeOffset? ForgottenAt { get; init; }

    /// <summary>Whether it ended well; null while it did not end.</summary>
    public bool? WentWell { get; init; }

    /// <summary>Why whoever was told said no, or why it did not end well.</summary>
    public string? Reason { get; init; }

    /// <summary>The decision to tell it without her yes; null where it was asked of her.</summary>
    public Override? Override { get; init; }

    /// <summary>Names exactly this question, text, recipient and end.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Id}.{Version}");

    /// <summary>It was told to somebody.</summary>
    public bool IsTold => SentAt is not null;

    /// <summary>Whoever was told still knows what she took back.</summary>
    public bool OwesForgetting => this is { State: ReferralState.Revoked, SentAt: not null, ForgottenAt: null };

    /// <summary>Her yes to exactly this, or the decision of two, holds.</summary>
    public bool Holds(DateTimeOffset now) => now < Until && (Override is null ? GrantedVersion == Version && GrantedAt <= now : Override.IsOfTwo);

    /// <summary>Whether the machine lets this happen.</summary>
    public bool Can(ReferralEvent what, DateTimeOffset now) => Machine(now, _ => { }).CanFire(what);

    /// <summary>The referral after something happened.</summary>
    /// <exception cref="InvalidOperationException">The machine does not permit it.</exception>
    public Referral After(ReferralEvent what, DateTimeOffset now)
    {
        var next = State;
        Machine(now, state => next = state).Fire(what);
        return this with { State = next, At = now };
    }

    /// <summary>Reads a <see cref="Key"/>.</summary>
    /// <returns>Null where it is none.</returns>
    public static (string Id, int Version)? Read(string? key) =>
        key?.Split('.') is [var id, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? (id, version) : null;

    private Stateless.StateMachine<ReferralState, ReferralEvent> Machine(DateTimeOffset now, Action<ReferralState> move)
    {
        var state = State;
        return ReferralMachine.For(() => state, () => Holds(now), () => Override is null, () => Override is { IsOfTwo: true }, next =>
        {
            state = next;
            move(next);
        });
    }
}

/// <summary>A decision to tell it without her yes: only for a child, or where a life is at stake.</summary>
/// <param name="Ground">Which of the two.</param>
/// <param name="Reason">In the words of who began it.</param>
/// <param name="BegunBy">Opaque id of the staff account that began it.</param>
/// <param name="TellsHer">She is told of it.</param>
/// <param name="WhyNotHer">Why she is not; null where she is.</param>
internal sealed record Override(OverrideGround Ground, string Reason, string BegunBy, bool TellsHer, string? WhyNotHer)
{
    /// <summary>Opaque id of the staff account that agreed; null until one did.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>When she heard of it; null for not yet.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>Two different people stand behind it.</summary>
    public bool IsOfTwo => ConfirmedBy is not null && ConfirmedBy != BegunBy;
}

/// <summary>For whom something may be told without her yes.</summary>
internal enum OverrideGround
{
    /// <summary>A child is in danger.</summary>
    Child,

    /// <summary>A life is at stake.</summary>
    Life,
}

/// <summary>What the desk tells a worker's conversation of it.</summary>
internal static class ReferralNews
{
    /// <summary>She is asked something.</summary>
    public const string Asked = "referral-asked";

    /// <summary>Two of the staff decided without her.</summary>
    public const string Told = "referral-told";
}
