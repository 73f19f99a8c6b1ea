using System.Collections.Immutable;
using ChatSupport.Conversations.Insight;

namespace ChatSupport.Conversations;

/// <summary>One finished turn: everything that is committed together.</summary>
internal sealed record Turn
{
    /// <summary>The state after it; its version is one above the state it began with.</summary>
    public required ConversationState Next { get; init; }

    /// <summary>What to send, in order.</summary>
    public ImmutableArray<OutboundBody> Out { get; init; } = [];

    /// <summary>What becomes due, or no longer does; at most one row per kind.</summary>
    public ImmutableArray<ScheduleChange> Schedule { get; init; } = [];

    /// <summary>What changes of link codes; null for nothing. Where it does not hold any more at the commit, the turn is stale.</summary>
    public LinkChange? Link { get; init; }

    /// <summary>What else it changes outside of its conversation, in this order.</summary>
    public ImmutableArray<TurnEffect> Effects { get; init; } = [];

    /// <summary>What the turn tells of the way through the content, without who took it; null for nothing. It is counted, never kept.</summary>
    public Footstep? Footstep { get; init; }

    /// <summary>True to delete state, address, schedule and message ids of the conversation with this commit, once the outbox rows of this turn are sent.
    /// Only its inbound ids stay for 48 hours, so that a repeated update does not begin a new conversation.</summary>
    public bool Forgets { get; init; }
}

/// <summary>One row of the schedule.</summary>
/// <param name="Kind">What becomes due; a later change of the same kind replaces an earlier one.</param>
/// <param name="At">When; null to take the row away.</param>
internal sealed record ScheduleChange(DueKind Kind, DateTimeOffset? At);

/// <summary>The stored version, or a link code that the turn was decided on, moved since the turn began: load the state again and repeat the turn.</summary>
internal sealed class StaleConversationException : Exception
{
    public StaleConversationException()
    {
    }

    public StaleConversationException(string message) : base(message)
    {
    }

    public StaleConversationException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
