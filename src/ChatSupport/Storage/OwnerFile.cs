namespace ChatSupport.Storage;

/// <summary>Files beside the database that only their owner may read.</summary>
internal static class OwnerFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A new file to write into.</summary>
    /// <exception cref="IOException">It exists or cannot be made.</exception>
    public static FileStream Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(file, options);
    }

    /// <summary>Puts a file in its place, at once and whole, and on disk.</summary>
    /// <exception cref="IOException">It cannot be written. What was in its place stays.</exception>
    public static void Put(string file, ReadOnlySpan<byte> content)
    {
        var fresh = $"{file}.{Path.GetRandomFileName()}"; // another process may be at it too
        try
        {
            using (var stream = Create(fresh))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            File.Move(fresh, file, overwrite: true);
        }
        catch
        {
            File.Delete(fresh);
            throw;
        }
    }
}
