using Microsoft.Data.Sqlite;

namespace ChatSupport.Storage;

/// <summary>Says for the operator why the database cannot be written now, and what ends it. The program goes on by itself once it can.</summary>
internal static class StoreTrouble
{
    /// <summary>A sentence or two, without anything personal.</summary>
    /// <param name="cause">What SQLite said.</param>
    /// <param name="file">The database file.</param>
    public static string Say(Exception cause, string file) => (cause as SqliteException)?.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            $"Another program holds the database {file} locked. End it, or wait until it is done.",
        SQLitePCL.raw.SQLITE_FULL =>
            $"The disk of {file} is full. Make room on it.",
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM =>
            $"The database {file} may only be read. Give the file and its folder to the user that runs the program.",
        SQLitePCL.raw.SQLITE_CANTOPEN =>
            $"The database {file} cannot be opened. Put it back where it was, in a folder that the user of the program may write to.",
        SQLitePCL.raw.SQLITE_IOERR =>
            $"The disk does not take what is written to {file}. Look whether it is sound, and whether a quota or a limit on the size of files is reached.",
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT =>
            $"The database {file} is damaged. Stop the program, keep a copy of the file, and run 'chatsupport database restore' with a backup.",
        _ => $"The database {file} cannot be written: {cause.Message}",
    };
}
