using System.Collections.Immutable;
using ChatSupport.Conversations;

namespace ChatSupport.Escalation.Relay;

/// <summary>A line of a chat between two people. Written as sealed JSON.</summary>
internal sealed record DeskLine
{
    /// <summary>Rises with every line of every chat; 0 for one that is not written yet.</summary>
    public long Number { get; init; }

    /// <summary>Opaque id of the chat.</summary>
    public required string Chat { get; init; }

    /// <summary>Who wrote it.</summary>
    public required LineFrom From { get; init; }

    /// <summary>Opaque id of the educator or supervisor who wrote it; null for the worker.</summary>
    public string? Educator { get; init; }

    /// <summary>The turn of hands it was written in.</summary>
    public int Epoch { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>What it brings besides words; null for nothing.</summary>
    public LineMedia? Media { get; init; }

    /// <summary>What it said before it was changed, oldest first.</summary>
    public ImmutableArray<string> Earlier { get; init; } = [];

    /// <summary>The writer's channel's id of her message; null where there is none.</summary>
    public string? Source { get; init; }

    /// <summary>Whose chat it was brought to; null while it waits.</summary>
    public string? To { get; init; }

    /// <summary>That channel's id of it; null until it arrived.</summary>
    public string? Copy { get; init; }

    /// <summary>The number of the row by which it is on its way; null where it is not.</summary>
    public long? Row { get; init; }

    /// <summary>Where it stands.</summary>
    public required LineState State { get; init; }

    /// <summary>It was changed while it was on its way: the change follows it.</summary>
    public bool ChangeFollows { get; init; }

    /// <summary>Why it is held: a word for each kind of contact found; null where it is not.</summary>
    public string? HeldFor { get; init; }

    /// <summary>Names of the risk words in it, as the content calls them.</summary>
    public ImmutableArray<string> Risk { get; init; } = [];

    /// <summary>A supervisor read it and says that its risk words mean nothing here.</summary>
    public bool RiskIsFalse { get; init; }

    /// <summary>The question to the worker that it holds back, by its key; null for a line of a chat.</summary>
    public string? Referral { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When a human being on the other side was seen to have read it.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}

/// <summary>Who wrote a line.</summary>
internal enum LineFrom
{
    /// <summary>The worker.</summary>
    Worker,

    /// <summary>Her helper, or a supervisor who joined.</summary>
    Helper,

    /// <summary>A note of the helper's, or a whisper of a supervisor: never shown to the worker.</summary>
    Note,
}

/// <summary>Where a line stands.</summary>
internal enum LineState
{
    /// <summary>Nobody is there to bring it to, or it is not safe now.</summary>
    Waiting,

    /// <summary>It is on its way.</summary>
    Sending,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It did not arrive, and is not tried any more; who wrote it knows.</summary>
    Failed,

    /// <summary>A supervisor decides whether it goes on.</summary>
    Held,

    /// <summary>Who wrote it is asked whether it should go.</summary>
    Asked,

    /// <summary>Who wrote it took it back.</summary>
    TakenBack,

    /// <summary>It was refused, and its writer told.</summary>
    Refused,
}
