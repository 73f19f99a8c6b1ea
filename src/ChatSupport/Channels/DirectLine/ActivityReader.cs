using System.Collections.Immutable;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Says what a posted activity means.</summary>
internal static class ActivityReader
{
    /// <summary>What stands before the id of a button in what a pressed button says.</summary>
    public const string ButtonMark = "b:";

    private const int LongestText = 4096; // as Telegram's own messages; our page says so before she sends
    private const string Leave = "x";
    private const string Start = "start";

    /// <summary>What it means; an activity without a meaning is taken and changes nothing.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="files">What was uploaded with it.</param>
    public static Meaning Read(IncomingActivity activity, ImmutableArray<UploadedFile> files = default)
    {
        return activity.Type switch
        {
            "message" => ReadMessage(activity, files.IsDefault ? [] : files),
            "event" => ReadEvent(activity),
            "messageUpdate" => new Meaning([new InboundEvent.Did(new Input.Edited())], Echo: false),
            "typing" or "conversationUpdate" or "endOfConversation" or "messageReaction" or "messageDelete" or "handoff" or "trace" => Meaning.Nothing,
            null or "" => new Meaning(Refusal.Bad("The activity has no type.")),
            _ => new Meaning(Refusal.Bad("The activity has a type that this server does not know.")),
        };
    }

    private static Meaning ReadEvent(IncomingActivity activity) => activity.Name switch
    {
        "leave" => new Meaning([new InboundEvent.Commanded(Leave)], Echo: false) { IsLeaving = true },
        "start" => new Meaning([new InboundEvent.Commanded(Start)], Echo: false),
        _ => new Meaning([], Echo: true), // clients announce themselves with events of their own
    };

    private static Meaning ReadMessage(IncomingActivity activity, ImmutableArray<UploadedFile> files)
    {
        if (activity.PressedValue is { } pressed && pressed.StartsWith(ButtonMark, StringComparison.Ordinal))
            return new Meaning([new InboundEvent.Did(new Input.Button(pressed[ButtonMark.Length..]))], Echo: true) { IsPress = true };

        if (activity.Text is { Length: > LongestText })
            return new Meaning(Refusal.TooLong);

        var events = ImmutableArray.CreateBuilder<InboundEvent>();
        if (activity.Location is { } spot)
            events.Add(new InboundEvent.Did(new Input.Location(spot.Latitude, spot.Longitude)));
        if (files is [var first, ..])
        {
            events.Add(new InboundEvent.Did(ContentOf(first)));
            events.AddRange(files[1..].Select(file => new InboundEvent.Continued(ContentOf(file))));
        }
        else if (activity.HasAttachments)
        {
            events.Add(new InboundEvent.Did(new Input.Unreadable())); // a file that stands elsewhere is not fetched
        }
        if (!string.IsNullOrWhiteSpace(activity.Text) && activity.Location is null)
            events.Add(new InboundEvent.Did(new Input.Text(activity.Text)));
        else if (events.Count == 0 && activity.PressedValue is { Length: > 0 } value)
            events.Add(new InboundEvent.Did(new Input.Text(value)));
        return events.Count == 0
            ? new Meaning(Refusal.Bad("The message is empty. Send text, a file or channelData.location."))
            : new Meaning(events.ToImmutable(), Echo: true);
    }

    private static Input ContentOf(UploadedFile file) => file.IsImage ? new Input.Photo(file.Key) : new Input.Voice(file.Key);
}

/// <summary>What an activity means.</summary>
/// <param name="Events">What she did, in order; empty for nothing.</param>
/// <param name="Echo">It becomes a part of the chat.</param>
internal sealed record Meaning(ImmutableArray<InboundEvent> Events, bool Echo)
{
    public Meaning(Refusal refusal)
        : this([], Echo: false) => Refusal = refusal;

    public static Meaning Nothing { get; } = new([], Echo: false);

    /// <summary>Why it cannot be taken; null where it can.</summary>
    public Refusal? Refusal { get; }

    /// <summary>She pressed a button.</summary>
    public bool IsPress { get; init; }

    /// <summary>She leaves quickly and is gone already: nobody sends it again.</summary>
    public bool IsLeaving { get; init; }
}

/// <summary>A file that she sent, as it is kept.</summary>
internal sealed record UploadedFile(string Key, string ContentType)
{
    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>What it is called: nothing that her phone calls it.</summary>
    public string Name => $"{(IsImage ? "photo" : "voice")}.{ContentType[(ContentType.IndexOf('/', StringComparison.Ordinal) + 1)..]}";
}
