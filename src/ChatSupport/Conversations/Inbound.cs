using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>One event on its way to a conversation, from a channel, the schedule or another conversation.</summary>
[GenerateSerializer, Immutable]
internal sealed record Inbound
{
    /// <summary>Unique per (channel, bot): the same id again changes nothing. <c>tg:123456:987654321</c> is channel, bot id, update id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Opaque key of the conversation, from <see cref="ConversationKeys"/>; never a chat id.</summary>
    [Id(1)] public required string Conversation { get; init; }

    /// <summary>Where replies go, as the channel writes it (chat id); stored encrypted only. Null for events that come from inside.</summary>
    [Id(2)] public string? Address { get; init; }

    /// <summary>What happened.</summary>
    [Id(3)] public required InboundEvent Event { get; init; }

    /// <summary>When it arrived here.</summary>
    [Id(4)] public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>The channel's id of her own message, so that it can be deleted; null where there is none (a button press).</summary>
    [Id(5)] public string? MessageId { get; init; }

    /// <summary>The channel's id of the message whose button was pressed; null where none was.</summary>
    [Id(6)] public string? PressedOn { get; init; }

    /// <summary>The language her app says, as a tag; null where unknown. Only the first turn looks at it.</summary>
    [Id(7)] public string? LanguageHint { get; init; }

    /// <summary>What the channel calls that which she did, to be given back with each answer to it; null where the channel has no use for it.</summary>
    [Id(8)] public string? ReplyTo { get; init; }

    /// <summary>The thread of the chat in which she did it, as <see cref="LineThread.Key"/> named it; null outside of any.</summary>
    [Id(9)] public string? Thread { get; init; }

    /// <summary>The channel's id of the message that hers answers or points at; null where it does neither.</summary>
    [Id(10)] public string? AnswersTo { get; init; }

    /// <summary>A number for where it came from, which means nothing once the program ends and is never stored: whether much comes from one place can be told by it, not from
    /// which. Null where the channel does not know.</summary>
    [Id(11)] public int? Place { get; init; }

    /// <summary>Opaque ids only: the runtime writes calls with their arguments into its warnings and exceptions.</summary>
    public override string ToString() => $"event {Id} of {Conversation}";
}

/// <summary>What happened.</summary>
[GenerateSerializer, Immutable]
internal abstract record InboundEvent
{
    /// <summary>She did something.</summary>
    [GenerateSerializer, Immutable]
    public sealed record Did([property: Id(0)] Input Input) : InboundEvent;

    /// <summary>More of what she sent a moment ago (a further picture of an album). The menus answered it already and only remember it, so that it can be
    /// deleted; between two people it is said like the rest.</summary>
    /// <param name="Part">What it is.</param>
    [GenerateSerializer, Immutable]
    public sealed record Continued([property: Id(0)] Input Part) : InboundEvent;

    /// <summary>She sent a slash command: <c>start</c>, <c>x</c>, <c>forget</c>, <c>language</c>, <c>help</c>, <c>menu</c>, <c>person</c>, <c>back</c>; an unknown one counts as text.</summary>
    [GenerateSerializer, Immutable]
    public sealed record Commanded([property: Id(0)] string Name) : InboundEvent;

    /// <summary>She can no longer be reached (blocked, deactivated).</summary>
    [GenerateSerializer, Immutable]
    public sealed record Unreachable : InboundEvent;

    /// <summary>She can be reached again.</summary>
    [GenerateSerializer, Immutable]
    public sealed record Reachable : InboundEvent;

    /// <summary>The chat was kept long enough and is deleted by its channel: what the conversation keeps goes with it.</summary>
    [GenerateSerializer, Immutable]
    public sealed record Ended : InboundEvent;

    /// <summary>Her address changed; <see cref="Inbound.Address"/> is the new one.</summary>
    [GenerateSerializer, Immutable]
    public sealed record Moved : InboundEvent;

    /// <summary>The schedule: something is due.</summary>
    [GenerateSerializer, Immutable]
    public sealed record Due([property: Id(0)] DueKind Kind) : InboundEvent;

    /// <summary>Another conversation, or the desk's clock, tells this one what changed for it.</summary>
    /// <param name="What">What happened, in the words of the part that tells it.</param>
    /// <param name="About">Opaque id of what it is about.</param>
    [GenerateSerializer, Immutable]
    public sealed record News([property: Id(0)] string What, [property: Id(1)] string About) : InboundEvent;

    /// <summary>She put a sign under a message (<see cref="Inbound.AnswersTo"/>), or took it away.</summary>
    /// <param name="Emoji">The sign; null where it was taken away.</param>
    [GenerateSerializer, Immutable]
    public sealed record Reacted([property: Id(0)] string? Emoji) : InboundEvent;

    /// <summary>Another part of the program has something to show her: a neutral line first, the screen on her tap.</summary>
    [GenerateSerializer, Immutable]
    public sealed record Notice([property: Id(0)] string Screen) : InboundEvent;
}

/// <summary>What can become due for a conversation.</summary>
internal enum DueKind
{
    /// <summary>Ten quiet minutes in a sensitive dialog.</summary>
    SensitiveExpiry,

    /// <summary>72 quiet hours anywhere.</summary>
    PlaceExpiry,

    /// <summary>24 hours without consent.</summary>
    ConsentExpiry,

    /// <summary>A notice that waited for the end of the quiet hours.</summary>
    Notice,

    /// <summary>The ten minutes of a link code.</summary>
    LinkExpiry,

    /// <summary>At once: she went on in another conversation, this one is to be emptied.</summary>
    LinkTaken,

    /// <summary>What was shown for a short time, such as what she saved, is to be closed.</summary>
    WindowCloses,
}

/// <summary>What became of an inbound event.</summary>
internal enum Receipt
{
    /// <summary>Its turn is on disk.</summary>
    Committed,

    /// <summary>It was on disk before; nothing changed.</summary>
    Repeated,

    /// <summary>Too many events from this conversation; she was told once. Nothing else changed.</summary>
    TooFast,
}
