using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>A query that dialogs can call, offered by a feature folder. It reads and writes nothing.</summary>
/// <remarks>Registered with <c>services.AddSingleton&lt;IBotQuery, NearbyQuery&gt;()</c> in the feature's door.</remarks>
internal interface IBotQuery
{
    /// <summary>What content may know of it.</summary>
    ActionSpec Spec { get; }

    /// <summary>Runs it.</summary>
    /// <param name="call">The filled-in arguments; anything may be missing or odd, which gives null, never an exception.</param>
    /// <param name="context">Her language and the time.</param>
    /// <param name="cancel">Cancelled at shutdown and after <see cref="ConversationOptions.QueryLimit"/>.</param>
    /// <returns>The result for the dialog; null where it could not be found out.</returns>
    Task<Value?> Run(ActionCall call, QueryContext context, CancellationToken cancel);
}

/// <summary>What a query may know of the turn.</summary>
/// <param name="Language">Her language tag.</param>
/// <param name="Now">The time of the turn.</param>
/// <param name="Content">The revision that the turn runs: facts that belong to content are those of this one, whatever was published meanwhile.</param>
internal sealed record QueryContext(string Language, DateTimeOffset Now, DialogSet Content)
{
    /// <summary>Opaque key of the conversation; empty where content is only tried.</summary>
    public string Conversation { get; init; } = "";

    /// <summary>Opaque id of her chat with a person; null for none.</summary>
    public string? Peer { get; init; }

    /// <summary>What she is in the middle of at her savings; null for nothing.</summary>
    public SeatNote? Seat { get; init; }

    /// <summary>Something came that is hers alone to open, with her PIN or word, and that was not done yet: others may hold the phone.</summary>
    public bool IsLocked { get; init; }

    /// <summary>What the dialogs asked for in this turn so far, which is committed with it: a query may say what will have come of it.</summary>
    public IReadOnlyList<Effect> Asked { get; init; } = [];

    /// <summary>Id of the event that the turn answers; empty where content is only tried.</summary>
    public string Event { get; init; } = "";

    /// <summary>Notes what a query said will have come of <see cref="Asked"/>: whoever carries it out holds to it, or has the turn run again.</summary>
    public Action<string> Promise { get; init; } = _ => { };
}
