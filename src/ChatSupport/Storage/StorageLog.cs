namespace ChatSupport.Storage;

/// <summary>Log lines of the store, 1001 to 1099.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(1001, LogLevel.Error, "The database cannot be written: {Trouble} Nothing is acknowledged until it can; it is tried again every second")]
    public static partial void WritingFailed(this ILogger log, string trouble, Exception exception);

    [LoggerMessage(1002, LogLevel.Information, "The database can be written again")]
    public static partial void WritingRecovered(this ILogger log);

    [LoggerMessage(1003, LogLevel.Information, "The database was brought from {Applied} to {Known} migrations in {Milliseconds:0} ms")]
    public static partial void Migrated(this ILogger log, int applied, int known, double milliseconds);

    [LoggerMessage(1004, LogLevel.Warning, "New keys were made in {Folder}. Copy them to a safe place apart from the backups of the database: without them nothing stored can be read")]
    public static partial void KeysMade(this ILogger log, string folder);
}
