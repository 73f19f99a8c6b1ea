namespace ChatSupport.Reports;

/// <summary>Log lines of reports. Opaque ids only, and never what a report is about.</summary>
internal static partial class ReportLog
{
    [LoggerMessage(2201, LogLevel.Error, "The clock of reports could not do what is due; it tries again in a moment.")]
    public static partial void ClockFailed(this ILogger log, Exception trouble);

    [LoggerMessage(2202, LogLevel.Error, "{What} failed for {Id}: {Fault} at {Place}. It is tried again; others do not wait for it.")]
    public static partial void DueFailed(this ILogger log, string what, string id, string fault, string place);

    [LoggerMessage(2203, LogLevel.Warning, "Reports are not taken: {Wrong}")]
    public static partial void NotTaken(this ILogger log, string wrong);

    [LoggerMessage(2204, LogLevel.Warning, "After a restore {Count} cases that had been destroyed were destroyed again.")]
    public static partial void DestroyedAgain(this ILogger log, int count);

    [LoggerMessage(2205, LogLevel.Warning, "Too many numbers of reports are tried: more than {PerMinute} a minute. Who tries one now is asked to wait.")]
    public static partial void TooManyTries(this ILogger log, int perMinute);

    [LoggerMessage(2206, LogLevel.Error, "A worker who left could not be forgotten among reports: {Fault} at {Place}. Her own turn is not touched by it.")]
    public static partial void ForgettingFailed(this ILogger log, string fault, string place);

    [LoggerMessage(2207, LogLevel.Warning, "A file that was sent for a report could not be fetched from {Channel}: {Fault}. She was asked to send it again.")]
    public static partial void FileNotFetched(this ILogger log, string channel, string fault);
}
