using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content;

/// <summary>The folder that staff edit, as it is on disk.</summary>
internal static class ContentFolder
{
    /// <summary>Its usual name.</summary>
    public const string UsualName = "dialogs";

    private const string Media = "media/";

    /// <summary>Every dialog, place and talk with its bytes, and every recording by name only, in an order that is the same on every machine.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <exception cref="IOException">The folder is missing or a file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static IReadOnlyList<ContentFile> Read(string folder)
    {
        var paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !path.Split('/').Any(part => part.StartsWith('.')));
        return [.. paths.Where(IsContent).Order(StringComparer.Ordinal).Select(path => new ContentFile(path, ReadBytes(folder, path)))];
    }

    /// <summary>Writes files into a folder, but for recordings, of which only the names are known. Each file is the old one or the new one at any
    /// moment, and none is new before all could be written.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static async Task<int> Write(string folder, IReadOnlyList<ContentFile> files, CancellationToken cancel)
    {
        var written = new List<(string Waiting, string Path)>();
        try
        {
            foreach (var file in files.Where(file => IsText(file.Path)))
            {
                var path = Inside(folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                written.Add((Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.new"), path));
                await File.WriteAllBytesAsync(written[^1].Waiting, file.Bytes, cancel);
            }
        }
        catch
        {
            foreach (var (waiting, _) in written.Where(file => File.Exists(file.Waiting)))
                File.Delete(waiting);
            throw;
        }
        foreach (var (waiting, path) in written)
            File.Move(waiting, path, overwrite: true);
        return written.Count;
    }

    /// <summary>Deletes files from a folder.</summary>
    /// <exception cref="IOException">A file cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Delete(string folder, IReadOnlyList<ContentFile> files)
    {
        foreach (var file in files)
            File.Delete(Inside(folder, file));
    }

    /// <summary>The folder of that name beside <paramref name="start"/> or above it; null where there is none.</summary>
    public static string? Find(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, UsualName);
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }

    /// <summary>Whether a path is that of a dialog, place or talk; a recording is not.</summary>
    public static bool IsText(string path) => path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".talk", StringComparison.Ordinal);

    private static string Inside(string folder, ContentFile file)
    {
        var path = Path.GetFullPath(file.Path, folder);
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new IOException($"'{file.Path}' would stand outside of {folder}.");
    }

    private static bool IsContent(string path) => IsText(path) || (path.StartsWith(Media, StringComparison.Ordinal) && !path.EndsWith(".md", StringComparison.Ordinal));

    private static ReadOnlyMemory<byte> ReadBytes(string folder, string path)
    {
        if (!IsText(path))
            return ReadOnlyMemory<byte>.Empty;

        using var file = File.OpenRead(Path.Combine(folder, path));
        // One byte more than is looked into is enough to be refused for its size.
        var bytes = new byte[Math.Min(file.Length, YamlFile.MaxBytes + 1)];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes.AsMemory(0, read);
    }
}
