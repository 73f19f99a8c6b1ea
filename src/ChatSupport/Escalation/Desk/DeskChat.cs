using System.Collections.Immutable;
using ChatSupport.Escalation.Duty;

namespace ChatSupport.Escalation.Desk;

/// <summary>A chat between a worker and whoever helps her. Written as sealed JSON; every change is a new record.</summary>
internal sealed record DeskChat
{
    /// <summary>Opaque id.</summary>
    public required string Id { get; init; }

    /// <summary>Opaque key of the worker's conversation.</summary>
    public required string Worker { get; init; }

    /// <summary>Her language tag.</summary>
    public required string Language { get; init; }

    /// <summary>What she is called here: made up for this chat, never used again for her.</summary>
    public required Alias Alias { get; init; }

    /// <summary>Where it stands.</summary>
    public DeskState State { get; init; } = DeskState.Triaging;

    /// <summary>How urgent it is, 0 to 3: danger now, high, normal, a question.</summary>
    public required int Level { get; init; }

    /// <summary>What it is about, as the content named it; null where it did not say.</summary>
    public string? Topic { get; init; }

    /// <summary>Where she works; null where she did not say.</summary>
    public DeskArea? Area { get; init; }

    /// <summary>What she answered to the three questions.</summary>
    public Triage Triage { get; init; } = new();

    /// <summary>Opaque id of the educator who has it; null where nobody has.</summary>
    public string? Owner { get; init; }

    /// <summary>Rises with every change of hands.</summary>
    public int Epoch { get; init; }

    /// <summary>The supervisor who reads and writes along; null for none.</summary>
    public string? Supervisor { get; init; }

    /// <summary>Whether lines may go to her now.</summary>
    public Reach Reach { get; init; }

    /// <summary>Who is asked to take it at this moment.</summary>
    public ImmutableArray<DeskOffer> Offers { get; init; } = [];

    /// <summary>Who was asked in this round; when all were, a new one begins.</summary>
    public ImmutableArray<string> Asked { get; init; } = [];

    /// <summary>Who must not be asked again: let it go, may know her, or she wished for another.</summary>
    public ImmutableArray<string> Excluded { get; init; } = [];

    /// <summary>Somebody who must not have it: the worker did not want her, or she may know the worker.</summary>
    public bool MustNotHave(Educator educator) => Excluded.Contains(educator.Id) || (Area is { } area && area.IsIn(educator.NotAreas));

    /// <summary>By what it became one with danger; null where it is none.</summary>
    public FoundBy? FoundBy { get; init; }

    /// <summary>Nobody but a supervisor is asked to take it, unless there is danger: helpers reported her for misuse again and again.</summary>
    public bool OnlySupervisors { get; init; }

    /// <summary>Whom she would like to talk with again; asked first. Null for nobody.</summary>
    public string? Wished { get; init; }

    /// <summary>Whom its helper asked to take it; null while nobody is.</summary>
    public string? TransferTo { get; init; }

    /// <summary>When she asked for a person. Letting it go does not change it.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>When somebody is to be asked next; null while it does not wait.</summary>
    public DateTimeOffset? OfferAt { get; init; }

    /// <summary>When those who are asked need not answer any more, or the one it would go over to.</summary>
    public DateTimeOffset? LapsesAt { get; init; }

    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>When the first line of a human being arrived at her.</summary>
    public DateTimeOffset? FirstReplyAt { get; init; }

    /// <summary>Since when she waits for an answer; null where none is owed.</summary>
    public DateTimeOffset? OwedSince { get; init; }

    /// <summary>When its helper was last reminded of what is owed now; null for not yet.</summary>
    public DateTimeOffset? NudgedAt { get; init; }

    /// <summary>Since when she is quiet after an answer; null while one is owed.</summary>
    public DateTimeOffset? QuietSince { get; init; }

    /// <summary>When she was asked whether she is still there; null for not since she was last heard.</summary>
    public DateTimeOffset? CheckedInAt { get; init; }

    /// <summary>When she last said something.</summary>
    public DateTimeOffset? SaidAt { get; init; }

    /// <summary>When the supervisors were last called for what is wrong now; null for not yet.</summary>
    public DateTimeOffset? AlarmedAt { get; init; }

    /// <summary>When the second supervisor and the director's line were called.</summary>
    public DateTimeOffset? SecondAlarmAt { get; init; }

    /// <summary>Since when a line of a chat with danger in it is on its way; null where none is.</summary>
    public DateTimeOffset? SendingSince { get; init; }

    /// <summary>When what did not arrive at her helper is brought to her again; null where nothing failed.</summary>
    public DateTimeOffset? AgainAt { get; init; }

    /// <summary>When supervisors are called again for a line that waits for their decision; null where none does.</summary>
    public DateTimeOffset? HeldAgainAt { get; init; }

    public DateTimeOffset? LostAt { get; init; }

    public DateTimeOffset? ClosingAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How it ended; null while it is open.</summary>
    public string? Outcome { get; init; }

    /// <summary>What she said of it afterwards: 1 heard, 2 a little, 3 not; null where she did not.</summary>
    public int? Rating { get; init; }

    /// <summary>Who had it last.</summary>
    public string? LastOwner { get; init; }

    public bool IsOpen => State is not (DeskState.Closed or DeskState.Triaging);

    /// <summary>Nobody has it and somebody should.</summary>
    public bool Waits => State is DeskState.Queued or DeskState.Offered;

    /// <summary>How urgent it is by now: what waits for long comes before what came later.</summary>
    public int LevelAt(DateTimeOffset now, DeskOptions options) => Waits && Level == 2 && now - ArrivedAt > options.AgesAfter ? 1 : Level;

    /// <summary>Whether the machine lets this happen.</summary>
    public bool Can(DeskEvent what) => Machine(_ => { }).CanFire(what);

    /// <summary>The chat after something happened.</summary>
    /// <exception cref="InvalidOperationException">The machine does not permit it.</exception>
    public DeskChat After(DeskEvent what)
    {
        var next = State;
        Machine(state => next = state).Fire(what);
        return this with { State = next };
    }

    private Stateless.StateMachine<DeskState, DeskEvent> Machine(Action<DeskState> move)
    {
        var now = State;
        return DeskMachine.For(() => now, () => Owner is not null, state =>
        {
            now = state;
            move(state);
        });
    }
}

/// <summary>What somebody is called in a chat: two words and a sign, in each language.</summary>
internal sealed record Alias(string Sign, string Km, string En)
{
    public string In(string language) => $"{Sign} {(language == "km" ? Km : En)}";
}

/// <summary>A district or commune.</summary>
/// <param name="Km">Its name in Khmer.</param>
/// <param name="En">Its name in English.</param>
/// <param name="Words">Every way in which staff may write it.</param>
internal sealed record DeskArea(string Km, string En, ImmutableArray<string> Words)
{
    public string In(string language) => language == "km" ? Km : En;

    /// <summary>Whether it is one of those.</summary>
    public bool IsIn(IEnumerable<string> areas) => areas.Any(area => Words.Contains(area, StringComparer.OrdinalIgnoreCase));
}

/// <summary>Her answers to the three questions before a person comes; null where she skipped one.</summary>
internal sealed record Triage(bool? Danger = null, bool? Dying = null, bool? Minor = null);

/// <summary>Somebody was asked to take a chat.</summary>
/// <param name="Educator">Opaque id.</param>
/// <param name="Message">The channel's id of the question; null until it arrived.</param>
internal sealed record DeskOffer(string Educator, string? Message);

/// <summary>Whether lines may go to the worker now.</summary>
internal enum Reach
{
    /// <summary>They may.</summary>
    Open,

    /// <summary>She was away for a while and is first asked whether it is safe.</summary>
    AskSafe,

    /// <summary>She said that it is not safe now.</summary>
    NotSafe,

    /// <summary>She left quickly.</summary>
    Hidden,

    /// <summary>The channel cannot reach her.</summary>
    Lost,

    /// <summary>She looks at something else in which no line may appear: what she writes there is not for her helper.</summary>
    Elsewhere,
}
