namespace ChatSupport.Staff.Audit;

/// <summary>Log lines of the audit log, 1901 to 1919.</summary>
internal static partial class AuditLog
{
    [LoggerMessage(1901, LogLevel.Error, "The head of the audit log cannot be written to {File}: entries are recorded, but until it can, nobody would notice that the newest were removed. Give the file and its folder to the user that runs the program, and make room on the disk")]
    public static partial void HeadNotWritten(this ILogger log, string file, Exception exception);

    [LoggerMessage(1902, LogLevel.Error, "The audit log does not go on where it ended, which entry {Number} records: its newest entries were removed, an older backup was put back, or audit.head was lost. Run 'chatsupport audit verify'")]
    public static partial void DoesNotGoOn(this ILogger log, long number);
}
