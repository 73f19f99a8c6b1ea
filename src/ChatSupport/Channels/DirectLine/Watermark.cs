using System.Globalization;

namespace ChatSupport.Channels.DirectLine;

/// <summary>How far a client has read: a number of its conversation.</summary>
internal static class Watermark
{
    public static Refusal Refused { get; } = Refusal.Bad("The watermark is none of this conversation. Use the last one that this server gave for it, or none.");

    /// <summary>Reads what a client sent; nothing and <c>-</c> mean the beginning.</summary>
    /// <returns>False for what is no number, or one that the conversation never reached.</returns>
    public static bool TryRead(string? text, Chat chat, out long number)
    {
        number = 0;
        return text is null or "" or "-"
            || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= chat.LastNumber);
    }

    public static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);
}
