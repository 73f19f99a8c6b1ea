using ChatSupport.Dialogs.Running;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ChatSupport.Channels.Telegram;

/// <summary>What a message holds.</summary>
internal static class MessageKinds
{
    /// <summary>Her input. What nobody reads here is <see cref="Input.Unreadable"/>, also a kind that is newer than this program.</summary>
    /// <param name="message">A message with content.</param>
    /// <param name="seal">Hides a file id.</param>
    public static Input Read(Message message, Func<string, string> seal) => message switch
    {
        { Text: { } text } => new Input.Text(text),
        { Venue.Location: { } spot } => new Input.Location(spot.Latitude, spot.Longitude),
        { Location: { } spot } => new Input.Location(spot.Latitude, spot.Longitude),
        { Voice.FileId: { } file } => new Input.Voice(seal(file), message.Caption),
        { Photo: { Length: > 0 } sizes } => new Input.Photo(seal(sizes.MaxBy(size => (long)size.Width * size.Height)!.FileId), message.Caption),
        { Sticker: not null } => new Input.Unreadable("sticker"),
        { Contact: not null } => new Input.Unreadable("contact"),
        { Video: not null } or { VideoNote: not null } or { Animation: not null } => new Input.Unreadable("video"),
        { Document: { MimeType: "application/pdf", FileId: { } file } } => new Input.Unreadable("document", seal(file), message.Caption),
        { Document: not null } or { Audio: not null } => new Input.Unreadable("document"),
        _ => new Input.Unreadable(),
    };

    /// <summary>Telegram itself says something about the chat; nobody wrote it.</summary>
    public static bool IsService(Message message) => message.Type is not (
        MessageType.Text or MessageType.Photo or MessageType.Audio or MessageType.Video or MessageType.Voice or MessageType.Document
        or MessageType.Sticker or MessageType.Location or MessageType.Contact or MessageType.Venue or MessageType.Game or MessageType.VideoNote
        or MessageType.Invoice or MessageType.Poll or MessageType.Dice or MessageType.Animation or MessageType.Story or MessageType.PaidMedia
        or MessageType.Checklist or MessageType.LivePhoto or MessageType.RichMessage or MessageType.Giveaway or MessageType.Unknown);
}
