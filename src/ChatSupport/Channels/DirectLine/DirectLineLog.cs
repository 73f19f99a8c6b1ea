namespace ChatSupport.Channels.DirectLine;

/// <summary>Log lines of the web chat, 1501 to 1599. Never an address, a token, an id of a conversation or what was said.</summary>
internal static partial class DirectLineLog
{
    [LoggerMessage(1501, LogLevel.Error, "The call {Call} failed with {Fault}; the client was told that the fault is ours")]
    public static partial void CallFailed(this ILogger log, string call, string fault);

    [LoggerMessage(1502, LogLevel.Information, "Retention removed {Count} web chats that were kept long enough")]
    public static partial void Retained(this ILogger log, long count);

    [LoggerMessage(1503, LogLevel.Warning, "Old web chats could not be removed; it is tried again in {Minutes:0} minutes")]
    public static partial void RetentionFailed(this ILogger log, double minutes, Exception exception);

    [LoggerMessage(1504, LogLevel.Warning, "Recording {Media} is not among the content; she reads the text instead")]
    public static partial void NoRecording(this ILogger log, string media);

    [LoggerMessage(1505, LogLevel.Warning, "A picture or recording was refused: {FreeMegabytes} MB of the disk are free, and ChatSupport:DirectLine:SpareDisk keeps {SpareMegabytes} MB for words. Make room")]
    public static partial void DiskNearlyFull(this ILogger log, long freeMegabytes, int spareMegabytes);

    [LoggerMessage(1506, LogLevel.Error, "A conversation whose web chat is old does not open; the chat is removed, its row stays. Look whether the keys are the right ones")]
    public static partial void EndedUntold(this ILogger log);
}
