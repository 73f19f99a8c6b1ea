namespace ChatSupport.Conversations;

/// <summary>Log lines of the sender and the schedule, 1201 to 1299.</summary>
internal static partial class SenderLog
{
    [LoggerMessage(1201, LogLevel.Warning, "Message {OutboxId} was refused by channel {Channel} and is passed over: {Why}")]
    public static partial void Refused(this ILogger log, long outboxId, string channel, string why);

    [LoggerMessage(1202, LogLevel.Warning, "Message {OutboxId} was given up after {Hours:0} hours of trying on channel {Channel}: {Why}")]
    public static partial void GivenUp(this ILogger log, long outboxId, double hours, string channel, string why);

    [LoggerMessage(1203, LogLevel.Error, "Channel {Channel} failed in an unforeseen way with message {OutboxId}; it is tried again later")]
    public static partial void ChannelFailed(this ILogger log, string channel, long outboxId, Exception exception);

    [LoggerMessage(1204, LogLevel.Error, "Message {OutboxId} could not be dealt with; it is tried again in a minute")]
    public static partial void LaneFailed(this ILogger log, long outboxId, Exception exception);

    [LoggerMessage(1205, LogLevel.Error, "{Count} messages that waited do not open with our keys and are passed over")]
    public static partial void Unreadable(this ILogger log, int count);

    [LoggerMessage(1206, LogLevel.Warning, "The outbox could not be read; it is tried again in a second")]
    public static partial void OutboxUnread(this ILogger log, Exception exception);

    [LoggerMessage(1207, LogLevel.Warning, "The conversation of message {OutboxId} could not be told that it is out of reach; it is tried again")]
    public static partial void UnreachableUntold(this ILogger log, long outboxId, Exception exception);

    [LoggerMessage(1211, LogLevel.Warning, "What is due ({Kind}) could not be brought to its conversation; it is tried again in {Seconds:0} s")]
    public static partial void DueFailed(this ILogger log, DueKind kind, double seconds, Exception exception);

    [LoggerMessage(1212, LogLevel.Warning, "The schedule could not be read or written; it is tried again in {Seconds:0} s")]
    public static partial void ScheduleFailed(this ILogger log, double seconds, Exception exception);

    [LoggerMessage(1214, LogLevel.Warning, "The clock was set by {Seconds:0} s. Deletions of what was kept long enough wait for an hour; if the clock is wrong, put it right before")]
    public static partial void ClockSet(this ILogger log, double seconds);

    [LoggerMessage(1213, LogLevel.Information, "Retention removed {Count} rows that were kept long enough")]
    public static partial void Retained(this ILogger log, long count);
}
