using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Workers;

/// <summary>What somebody sent, as a line of a chat.</summary>
internal static class WorkerSaid
{
    /// <summary>Reads it; null for what is no line (a button).</summary>
    public static Said? Of(Input input, Inbound inbound, string language) => input switch
    {
        Input.Text text => new Said(text.Value, null, inbound.MessageId),
        Input.Voice voice => new Said(voice.Caption ?? "", new LineMedia(LineMediaKind.Voice, voice.Media, inbound.Conversation), inbound.MessageId),
        Input.Photo photo => new Said(photo.Caption ?? "", new LineMedia(LineMediaKind.Photo, photo.Media, inbound.Conversation), inbound.MessageId),
        Input.Location spot => new Said("", new LineMedia(LineMediaKind.Location, null, inbound.Conversation, spot.Latitude, spot.Longitude), inbound.MessageId),
        Input.Unreadable { Kind: "contact" } => new Said($"📎 {DeskWord.KindContact.In(language)}", null, inbound.MessageId) { Contact = "contact" },
        Input.Unreadable { Kind: var kind } => new Said($"📎 {WordOf(kind).In(language)}", null, inbound.MessageId),
        _ => null,
    };

    /// <summary>The words in it, also those under a picture or a voice note; null for none.</summary>
    public static string? Words(Input input) => input switch
    {
        Input.Text text => text.Value,
        Input.Voice voice => voice.Caption,
        Input.Photo photo => photo.Caption,
        _ => null,
    };

    private static DeskWord WordOf(string? kind) => kind switch
    {
        "sticker" => DeskWord.KindSticker,
        "video" => DeskWord.KindVideo,
        "document" => DeskWord.KindDocument,
        _ => DeskWord.KindOther,
    };
}
