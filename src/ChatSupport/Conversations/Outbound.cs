using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>One message to a worker, from its row in the outbox, with everything a channel needs to send it.</summary>
internal sealed record Outbound
{
    /// <summary>Number of the row; rises within a conversation in the order of sending.</summary>
    public required long Id { get; init; }

    /// <summary>Opaque key of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>Where it goes, decrypted, as the channel writes it. Never logged.</summary>
    public required string Address { get; init; }

    /// <summary>What to send.</summary>
    public required OutboundBody Body { get; init; }

    /// <summary>The message to edit in place instead of sending a new one; null for a new one.</summary>
    public string? Edits { get; init; }

    /// <summary>Do not ring.</summary>
    public bool Silent { get; init; }
}

/// <summary>What to send.</summary>
[JsonDerivedType(typeof(Show), "show")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(Erase), "erase")]
internal abstract record OutboundBody
{
    /// <summary>Do not ring: nothing she waits for (the decoy after a quiet expiry).</summary>
    public bool Silent { get; init; }

    /// <summary>What it answers, as <see cref="Inbound.ReplyTo"/> named it; null where that is not known or it comes unasked.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>A reply of the dialog.</summary>
    /// <param name="Reply">The reply.</param>
    /// <param name="Replaces">True to edit the menu she pressed; false to send a new message (and delete the older menu).</param>
    public sealed record Show(Reply Reply, bool Replaces) : OutboundBody;

    /// <summary>A line of plain text without buttons.</summary>
    public sealed record Say(string Text) : OutboundBody;

    /// <summary>Delete these messages of the chat; empty in the outbox row where the sender fills in all that it knows (leave quickly, forget).</summary>
    public sealed record Erase(ImmutableArray<string> Messages, bool Everything) : OutboundBody;
}

/// <summary>What a channel says of one attempt to send.</summary>
internal abstract record SendOutcome
{
    /// <summary>It arrived.</summary>
    /// <param name="MessageId">The channel's id of the message; null where there is none (a deletion).</param>
    public sealed record Sent(string? MessageId) : SendOutcome;

    /// <summary>The channel asks to wait.</summary>
    /// <param name="For">How long.</param>
    /// <param name="Everybody">True where it asks so for all chats, not for this one alone.</param>
    public sealed record Wait(TimeSpan For, bool Everybody = false) : SendOutcome;

    /// <summary>It failed and may go through later (network, 5xx).</summary>
    public sealed record TryAgain(string Why) : SendOutcome;

    /// <summary>It can never go through (malformed, too long): recorded and passed over. <paramref name="Why"/> holds no content.</summary>
    public sealed record Refused(string Why) : SendOutcome;

    /// <summary>The message to edit is gone or too old: send it as a new one.</summary>
    public sealed record EditGone : SendOutcome;

    /// <summary>She blocked the bot or her account is gone.</summary>
    public sealed record Unreachable : SendOutcome;

    /// <summary>The chat has a new address: store it and send again.</summary>
    public sealed record Moved(string Address) : SendOutcome;
}

/// <summary>A way out. One per channel; the sender calls it, at most one call at a time per conversation.</summary>
internal interface IChannelOut
{
    /// <summary>The channel's short name, the first part of every conversation key it makes: <c>tg</c>, <c>term</c>.</summary>
    string Channel { get; }

    /// <summary>The most messages a second over all chats (Telegram: 30) and within one chat (Telegram: 1, bursts of a few).</summary>
    ChannelPace Pace { get; }

    /// <summary>Sends one message. Never throws for an answer of the channel; cancellation only at shutdown.</summary>
    Task<SendOutcome> Send(Outbound outbound, CancellationToken cancel);
}

/// <summary>How fast a channel may be used.</summary>
/// <param name="PerSecond">Messages a second over all chats.</param>
/// <param name="PerChatPerSecond">Messages a second within one chat, over time.</param>
/// <param name="ChatBurst">Messages that one chat may get at once.</param>
/// <param name="EraseWithin">How old a message may be to be deleted; null where nothing can be.</param>
internal sealed record ChannelPace(double PerSecond, double PerChatPerSecond, int ChatBurst, TimeSpan? EraseWithin)
{
    /// <summary>The channel keeps the chat itself: where everything is to be erased it is asked to, also for messages whose ids nobody knows any more.</summary>
    public bool ErasesWhole { get; init; }
}

/// <summary>Reads a recording of the content for a channel that can play it.</summary>
/// <param name="media">Its name, as <see cref="Reply.Recording"/> says it.</param>
/// <param name="cancel">Gives up.</param>
/// <returns>Its bytes, Ogg with Opus; null where there is none of that name.</returns>
internal delegate Task<byte[]?> ReadRecording(string media, CancellationToken cancel);
