namespace ChatSupport.Channels.DirectLine;

/// <summary>Log lines of the web chat, 1401 to 1499. Never an address, a token, an id of a conversation or what was said.</summary>
internal static partial class DirectLineLog
{
    [LoggerMessage(1401, LogLevel.Error, "The call {Call} failed with {Fault}; the client was told that the fault is ours")]
    public static partial void CallFailed(this ILogger log, string call, string fault);

    [LoggerMessage(1402, LogLevel.Information, "Retention removed {Count} web chats that were kept long enough")]
    public static partial void Retained(this ILogger log, long count);

    [LoggerMessage(1403, LogLevel.Warning, "Old web chats could not be removed; it is tried again in {Minutes:0} minutes")]
    public static partial void RetentionFailed(this ILogger log, double minutes, Exception exception);

    [LoggerMessage(1404, LogLevel.Warning, "Recording {Media} is not among the content; she reads the text instead")]
    public static partial void NoRecording(this ILogger log, string media);
}
