namespace ChatSupport.Escalation;

/// <summary>Log lines of the desk. Opaque ids only.</summary>
internal static partial class DeskLog
{
    [LoggerMessage(2001, LogLevel.Error, "The desk's clock could not do what is due; it tries again in a moment.")]
    public static partial void ClockFailed(this ILogger log, Exception trouble);

    [LoggerMessage(2003, LogLevel.Error, "What is due at the desk for {Id} failed: {Fault} at {Place}. It is tried again in a minute; others do not wait for it.")]
    public static partial void DueFailed(this ILogger log, string id, string fault, string place);

    [LoggerMessage(2002, LogLevel.Error, "The desk could not be told of a worker who left or came back: {Fault} at {Place}. Her own turn is not touched by it.")]
    public static partial void ActFailed(this ILogger log, string fault, string place);
}
