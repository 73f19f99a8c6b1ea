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
[JsonDerivedType(typeof(Line), "line")]
[JsonDerivedType(typeof(EndThread), "end-thread")]
[JsonDerivedType(typeof(React), "react")]
[JsonDerivedType(typeof(Post), "post")]
internal abstract record OutboundBody
{
    /// <summary>Do not ring: nothing she waits for (the decoy after a quiet expiry).</summary>
    public bool Silent { get; init; }

    /// <summary>What it answers, as <see cref="Inbound.ReplyTo"/> named it; null where that is not known or it comes unasked.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>A reply of the dialog.</summary>
    /// <param name="Reply">The reply.</param>
    /// <param name="Replaces">True to edit the menu she pressed; false to send a new message (and delete the older menu).</param>
    public sealed record Show(Reply Reply, bool Replaces) : OutboundBody
    {
        /// <summary>Rows of small buttons between the text and the choices: a pad to enter a PIN without typing it. Web chats do not show them.</summary>
        public ImmutableArray<ImmutableArray<Button>> Keys { get; init; } = [];

        /// <summary>Where the message that it takes the place of is gone, it is not sent: a new one would show it to whoever sees the phone ring.</summary>
        public bool OnlyEdits { get; init; }

        /// <summary>What she may send here besides words. A phone app has buttons for that itself; our own page shows them where this says so.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public FilesTaken Takes { get; init; }
    }

    /// <summary>A line of plain text without buttons.</summary>
    public sealed record Say(string Text) : OutboundBody;

    /// <summary>Delete these messages of the chat; empty in the outbox row where the sender fills in all that it knows (leave quickly, forget).</summary>
    public sealed record Erase(ImmutableArray<string> Messages, bool Everything) : OutboundBody
    {
        /// <summary>What was sent in them goes as well, where the channel keeps it: nobody else is to be shown it.</summary>
        public bool WithFiles { get; init; }
    }

    /// <summary>A line between two people, or what the desk says to somebody who answers there. It is never passed on by accident: channels that can protect it.</summary>
    public sealed record Line : OutboundBody
    {
        /// <summary>The text; the words beneath it where there is <see cref="Media"/>.</summary>
        public required string Text { get; init; }

        /// <summary>What it brings besides words; null for nothing.</summary>
        public LineMedia? Media { get; init; }

        /// <summary>Rows of buttons beneath it.</summary>
        public ImmutableArray<ImmutableArray<Button>> Buttons { get; init; } = [];

        /// <summary>The thread it belongs to; null for the chat itself.</summary>
        public LineThread? Thread { get; init; }

        /// <summary>The channel's id of the message that it takes the place of; null for a new one.</summary>
        public string? Edits { get; init; }

        /// <summary>Where the message to edit is gone, nothing is sent instead.</summary>
        public bool OnlyEdits { get; init; }

        /// <summary>The channel's id of the message that it answers; null for none.</summary>
        public string? AnswersTo { get; init; }

        /// <summary>Named when it arrived, or when it is known that it never will; null where nobody asks.</summary>
        public string? Ticket { get; init; }

        /// <summary>Goes before what others wait for: somebody is in danger.</summary>
        public bool Urgent { get; init; }
    }

    /// <summary>Ends a thread: it goes with all that was said in it. Channels without threads do nothing.</summary>
    public sealed record EndThread(string Key) : OutboundBody;

    /// <summary>Puts a sign under a message, or takes it away where it is null.</summary>
    public sealed record React(string Message, string? Emoji) : OutboundBody;

    /// <summary>No message: it is brought to the conversation itself, behind what waits for it.</summary>
    public sealed record Post(InboundEvent.News News) : OutboundBody;
}

/// <summary>What a screen takes besides words.</summary>
internal enum FilesTaken
{
    /// <summary>Nothing, or what its question asks for.</summary>
    None,

    /// <summary>A recording of her voice.</summary>
    Voice,

    /// <summary>A recording of her voice, or a picture.</summary>
    VoiceAndPictures,
}

/// <summary>A thread of a chat: all that belongs to one matter. What it is called harms nobody who reads it over her shoulder.</summary>
/// <param name="Key">Opaque; the same thread for the same key.</param>
/// <param name="Title">What it is called.</param>
internal sealed record LineThread(string Key, string Title);

/// <summary>What a line brings besides words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Media">Opaque key of a recording or picture, as the channel of <paramref name="From"/> named it; null for a location.</param>
/// <param name="From">Opaque key of the conversation that it came from.</param>
/// <param name="Latitude">Degrees; of a location.</param>
/// <param name="Longitude">Degrees; of a location.</param>
internal sealed record LineMedia(LineMediaKind Kind, string? Media, string From, double? Latitude = null, double? Longitude = null);

/// <summary>What a line can bring.</summary>
internal enum LineMediaKind
{
    /// <summary>A voice note.</summary>
    Voice,

    /// <summary>A picture.</summary>
    Photo,

    /// <summary>A spot on the map.</summary>
    Location,
}

/// <summary>What a channel says of one attempt to send.</summary>
internal abstract record SendOutcome
{
    /// <summary>It arrived.</summary>
    /// <param name="MessageId">The channel's id of the message; null where there is none (a deletion).</param>
    public sealed record Sent(string? MessageId) : SendOutcome
    {
        /// <summary>The thread that it belongs to was gone, and a new one was begun for it.</summary>
        public bool InNewThread { get; init; }
    }


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

/// <summary>Opens what a worker or her helper sent in one channel, so that another can send it on. One per channel that takes files.</summary>
internal interface IMediaSource
{
    /// <summary>The channel's short name.</summary>
    string Channel { get; }

    /// <summary>Reads it.</summary>
    /// <param name="conversation">Opaque key of the conversation that it was sent in.</param>
    /// <param name="media">Its opaque key there.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Null where it is gone, or too large to be fetched.</returns>
    Task<SentMedia?> Read(string conversation, string media, CancellationToken cancel);
}

/// <summary>A recording or picture.</summary>
/// <param name="ContentType">As the channel says it: <c>audio/ogg</c>.</param>
/// <param name="Bytes">All of it.</param>
internal sealed record SentMedia(string ContentType, byte[] Bytes);
