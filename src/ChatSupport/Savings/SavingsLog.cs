namespace ChatSupport.Savings;

/// <summary>Log lines of the savings, 1701 to 1799.</summary>
internal static partial class SavingsLog
{
    [LoggerMessage(1701, LogLevel.Error, "The head of the savings ledger cannot be written to {File}: entries are recorded, but until it can, nobody would notice that the newest were removed. Give the file and its folder to the user that runs the program, and make room on the disk")]
    public static partial void LedgerHeadNotWritten(this ILogger log, string file, Exception exception);

    [LoggerMessage(1702, LogLevel.Error, "The savings ledger does not go on where it ended, which the audit log records: {Gap} Compare it with the last backup and the last export before more is entered")]
    public static partial void LedgerDoesNotGoOn(this ILogger log, string gap);

    [LoggerMessage(1721, LogLevel.Error, "Members could not be told of meetings and months now: it is tried again in a quarter of an hour")]
    public static partial void RemindersFailed(this ILogger log, Exception exception);
}
