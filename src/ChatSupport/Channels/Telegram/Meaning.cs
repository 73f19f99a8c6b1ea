using ChatSupport.Conversations;

namespace ChatSupport.Channels.Telegram;

/// <summary>What an update means here.</summary>
internal abstract record Meaning
{
    private Meaning()
    {
    }

    /// <summary>Nothing: it is confirmed and forgotten.</summary>
    public static Meaning Nothing { get; } = new None();

    /// <summary>An event of a conversation.</summary>
    /// <param name="Inbound">The event.</param>
    /// <param name="Press">The id of the button press to be answered after the commit; null where none was.</param>
    public sealed record Event(Inbound Inbound, string? Press = null) : Meaning;

    /// <summary>A button press that belongs to no conversation: it is only answered, so that her app stops waiting.</summary>
    public sealed record LonePress(string Id) : Meaning;

    /// <summary>Somebody talks to the bot in a group, or put it there.</summary>
    /// <param name="Chat">The group.</param>
    public sealed record Group(long Chat) : Meaning;

    private sealed record None : Meaning;
}
