using System.Globalization;

namespace ChatSupport.Channels.Telegram;

/// <summary>A message of ours, as the rest of the program knows it: its number, and a <c>p</c> behind it where it may not be passed on.
/// Telegram fixes that when a message is sent, so an edit must know it.</summary>
/// <param name="Id">Telegram's number within the chat.</param>
/// <param name="Protected">It cannot be forwarded or saved.</param>
internal readonly record struct SentMessage(int Id, bool Protected)
{
    private const char Mark = 'p';

    /// <summary>Reads what <see cref="ToString"/> writes, and the plain number of a message of hers.</summary>
    public static bool TryParse(string? text, out SentMessage message)
    {
        var marked = text is [.., Mark];
        var read = int.TryParse(marked ? text.AsSpan(0, text!.Length - 1) : text, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        message = new SentMessage(id, marked);
        return read;
    }

    public override string ToString() => Id.ToString(CultureInfo.InvariantCulture) + (Protected ? "p" : "");
}
