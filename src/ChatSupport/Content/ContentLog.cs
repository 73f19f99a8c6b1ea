namespace ChatSupport.Content;

/// <summary>Log lines of the content, 1301 to 1399.</summary>
internal static partial class ContentLog
{
    [LoggerMessage(1301, LogLevel.Information, "Revision {Number} of the content is live ({Findings} findings). After a change of {Folder}, 'chatsupport dialogs publish' brings it to workers without a restart")]
    public static partial void Live(this ILogger log, long number, int findings, string folder);

    [LoggerMessage(1302, LogLevel.Information, "Revision {Number} was published from {Folder}")]
    public static partial void Published(this ILogger log, long number, string folder);

    [LoggerMessage(1303, LogLevel.Warning, "The content in {Folder} is not served, revision {Number} goes on: {Trouble}")]
    public static partial void FolderRefused(this ILogger log, string folder, long number, string trouble);

    [LoggerMessage(1304, LogLevel.Information, "Revision {Number} of the content was published elsewhere and is live here from now on")]
    public static partial void TakenUp(this ILogger log, long number);

    [LoggerMessage(1305, LogLevel.Error, "Revision {Number} of the content cannot be read by this program, revision {Current} goes on: {Trouble}")]
    public static partial void NotTakenUp(this ILogger log, long number, long current, string trouble);

    [LoggerMessage(1306, LogLevel.Information, "{Folder} holds content that was live before revision {Number} and was rolled back or changed in the console since; revision {Number} goes on. 'chatsupport dialogs publish' would publish the folder again")]
    public static partial void OlderFolder(this ILogger log, string folder, long number);

    [LoggerMessage(1308, LogLevel.Warning, "What was published in the console could not be written to {Folder}; it is live all the same: {Trouble}")]
    public static partial void FolderNotWritten(this ILogger log, string folder, string trouble);

    [LoggerMessage(1307, LogLevel.Error, "Looking for newly published content failed with {Fault}; it is looked for again")]
    public static partial void WatchFailed(this ILogger log, string fault);
}
