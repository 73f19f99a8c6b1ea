using System.Collections.Immutable;
using ChatSupport.Escalation.Desk;

namespace ChatSupport.Escalation.Duty;

/// <summary>Somebody who answers at the desk. Written as sealed JSON; every change is a new record.</summary>
internal sealed record Educator
{
    /// <summary>Opaque id.</summary>
    public required string Id { get; init; }

    /// <summary>What staff call her. Never leaves the console.</summary>
    public required string Name { get; init; }

    /// <summary>What workers and other educators call her.</summary>
    public required Alias Alias { get; init; }

    /// <summary>What she may do at the desk.</summary>
    public DeskRole Role { get; init; }

    /// <summary>Opaque id of her staff account, by which she answers in the console; null for none.</summary>
    public string? Account { get; init; }

    /// <summary>Opaque key of her conversation with the bot; null until she joined, and after her phone was lost.</summary>
    public string? Conversation { get; init; }

    /// <summary>Her language tag.</summary>
    public string Language { get; init; } = "km";

    /// <summary>The languages she can help in.</summary>
    public ImmutableArray<string> Languages { get; init; } = ["km"];

    /// <summary>Areas whose workers she may know, and is not asked for.</summary>
    public ImmutableArray<string> NotAreas { get; init; } = [];

    /// <summary>Whether she takes chats now.</summary>
    public DutyState Duty { get; init; }

    /// <summary>Since when; also of the last time.</summary>
    public DateTimeOffset? DutySince { get; init; }

    /// <summary>When she last said that she is on.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>When she was asked whether she still is; null where she need not answer.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Questions to take a chat that she let pass, in a row.</summary>
    public int Lapses { get; init; }

    /// <summary>Until when she rests after a hard chat.</summary>
    public DateTimeOffset? RestsUntil { get; init; }

    /// <summary>A chat that she has not been asked about yet, how it was for her; null for none.</summary>
    public string? Debrief { get; init; }

    /// <summary>Her planned blocks of two hours.</summary>
    public ImmutableArray<ShiftBlock> Plan { get; init; } = [];

    /// <summary>The beginning of the block she was last reminded of.</summary>
    public DateTimeOffset? RemindedOf { get; init; }

    /// <summary>She cannot be reached: she blocked the bot, or left quickly.</summary>
    public bool Away { get; init; }

    /// <summary>When she stopped working at the desk; null while she does.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Somebody who can be asked now, but for how many chats she has.</summary>
    public bool CanBeAsked(DateTimeOffset now) => LeftAt is null && Duty == DutyState.On && (Conversation ?? Account) is not null && !Away && !(RestsUntil > now);
}

/// <summary>What somebody may do at the desk.</summary>
internal enum DeskRole
{
    /// <summary>Takes chats.</summary>
    Educator,

    /// <summary>Is called when a chat waits, and can take it over.</summary>
    Supervisor,

    /// <summary>The second supervisor, or who stands for the director's line: called when the first did not help.</summary>
    Director,
}

/// <summary>Whether an educator takes chats now.</summary>
internal enum DutyState
{
    /// <summary>She is not at work.</summary>
    Off,

    /// <summary>She can be asked.</summary>
    On,

    /// <summary>She rests, for as long as she likes.</summary>
    Paused,
}

/// <summary>Two hours of a week.</summary>
/// <param name="Day">The day, where she is.</param>
/// <param name="Hour">The first hour: 0, 2 … 22.</param>
internal sealed record ShiftBlock(DayOfWeek Day, int Hour);
