using System.Globalization;
using ChatSupport.Conversations;

namespace ChatSupport.Channels.DirectLine;

/// <summary>A web chat as it stands.</summary>
/// <param name="Site">The site it was begun for.</param>
/// <param name="InPlace">Its client shows a menu in the place of an older one.</param>
/// <param name="LastNumber">The last number given; 0 where nothing was said yet.</param>
/// <param name="Locale">Language of the last menu.</param>
internal sealed record Chat(string Site, bool InPlace, long LastNumber, string? Locale);

/// <summary>The names of a web chat.</summary>
internal static class ChatNames
{
    /// <summary>Short name of the channel.</summary>
    public const string Channel = "web";

    /// <summary>The conversation's opaque key; its id, which clients see, is not kept in clear.</summary>
    public static string KeyOf(this ConversationKeys keys, string conversationId) => keys.For(Channel, "directline", conversationId);

    /// <summary>The id of an activity, as clients see it.</summary>
    public static string ActivityId(string conversationId, long born) => string.Create(CultureInfo.InvariantCulture, $"{conversationId}|{born:0000000}");

    /// <summary>The number that is in an activity's id; null where it is none of this conversation.</summary>
    public static long? Born(string conversationId, string? activityId) =>
        activityId?.Split('|') is [var conversation, var number] && conversation == conversationId
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var born)
            ? born
            : null;
}
