namespace ChatSupport.Escalation;

/// <summary>Log lines of the desk. Opaque ids only.</summary>
internal static partial class DeskLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The desk's clock could not do what is due; it tries again in a moment.")]
    public static partial void ClockFailed(this ILogger log, Exception trouble);
}
