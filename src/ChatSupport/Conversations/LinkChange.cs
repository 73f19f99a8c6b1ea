namespace ChatSupport.Conversations;

/// <summary>What a turn changes of link codes, committed with it.</summary>
internal abstract record LinkChange
{
    /// <summary>A code stands for this conversation from now on; an earlier one falls.</summary>
    /// <param name="Code">Keyed hash.</param>
    /// <param name="Until">When it falls.</param>
    public sealed record Offer(string Code, DateTimeOffset Until) : LinkChange;

    /// <summary>The time of this conversation's code is over.</summary>
    public sealed record End : LinkChange;

    /// <summary>The code was right, the PIN or word after it was not. Commits only if nobody else was wrong meanwhile.</summary>
    public sealed record WrongSecret(LinkFound Link, DateTimeOffset? LockedUntil) : LinkChange;

    /// <summary>This conversation goes on where the other left off. Commits only if the code still stands, no PIN was wrong meanwhile and the other conversation is as it was read,
    /// and leaves that one behind empty in the same commit: at no moment are there two open copies, or none.</summary>
    /// <param name="Link">The code and where it leads.</param>
    /// <param name="Left">What remains there.</param>
    public sealed record Take(LinkFound Link, ConversationState Left) : LinkChange;
}

/// <summary>A code that stands, and the place behind it.</summary>
/// <param name="Code">Keyed hash.</param>
/// <param name="Conversation">Opaque key of the conversation that goes on elsewhere.</param>
/// <param name="Wrong">Wrong PINs or words after this code so far.</param>
/// <param name="LockedUntil">No PIN or word is looked at before this time; null for none.</param>
/// <param name="State">That conversation as last committed.</param>
internal sealed record LinkFound(string Code, string Conversation, int Wrong, DateTimeOffset? LockedUntil, ConversationState State);

/// <summary>What a conversation has to do with link codes.</summary>
internal sealed record LinkTries
{
    /// <summary>Wrong codes in a row.</summary>
    public int Wrong { get; init; }

    /// <summary>When the last one was typed.</summary>
    public DateTimeOffset WrongAt { get; init; }

    /// <summary>Keyed hash of a right code; the PIN or word of its owner is asked for, and what is typed next is looked at as one. Null for none.</summary>
    public string? Pending { get; init; }

    /// <summary>Until when the code stands that this conversation offered last; null where it offered none.</summary>
    public DateTimeOffset? OfferedUntil { get; init; }
}
