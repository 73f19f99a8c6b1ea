using System.Security.Cryptography;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;

namespace ChatSupport.Content.Recordings;

/// <summary>Writes the sounds of published recordings into a folder, so that it is whole without the database.</summary>
internal sealed class RecordingCopies(RecordingRows rows, StoreWriter writer, TimeProvider time)
{
    /// <summary>Brings the sounds of a folder from one state of the content to the next. What somebody put there by hand is left alone.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="before">The files that were live.</param>
    /// <param name="after">The files that are live now.</param>
    /// <param name="cancel">Gives up between two sounds.</param>
    /// <returns>Paths that were left alone.</returns>
    /// <exception cref="IOException">A sound cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public async Task<IReadOnlyList<string>> Follow(string folder, IReadOnlyList<ContentFile> before, IReadOnlyList<ContentFile> after, CancellationToken cancel)
    {
        var (old, now) = (RecordingList.Read(before, []).All, RecordingList.Read(after, []).All);
        var left = new List<string>();
        foreach (var name in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (was, becomes) = (old.GetValueOrDefault(name)?.Hash, now.GetValueOrDefault(name)?.Hash);
            if (was != becomes && !await Replace(Path.Combine(folder, Media.PathOf(name)), was, becomes, cancel))
                left.Add(Media.PathOf(name));
        }
        return left;
    }

    /// <summary>Takes the sounds that a list names, and that only a folder has yet, into the database, so that every node, backup and roll back has them.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="files">The content that is published from it.</param>
    /// <param name="cancel">Gives up between two sounds.</param>
    /// <exception cref="IOException">A sound cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A sound may not be read.</exception>
    public async Task TakeUp(string folder, IReadOnlyList<ContentFile> files, CancellationToken cancel)
    {
        foreach (var (name, recording) in RecordingList.Read(files, []).All)
        {
            var path = Path.Combine(folder, Media.PathOf(name));
            if (rows.Has(recording.Hash) || await HashOf(path, cancel) != recording.Hash)
                continue;
            var row = new RecordingRow { Hash = recording.Hash, Bytes = await File.ReadAllBytesAsync(path, cancel), MadeAt = time.GetUtcNow(), MadeBy = AuditNote.System, IsKept = true };
            await writer.Write(store =>
            {
                RecordingRows.Put(store, row);
                return true;
            }, cancel);
        }
    }

    /// <summary>Copies the sounds that a list names from one folder into another, where that has none of the name.</summary>
    /// <exception cref="IOException">A sound cannot be copied.</exception>
    /// <exception cref="UnauthorizedAccessException">A sound may not be read or written.</exception>
    public static async Task Bring(string from, string to, IReadOnlyList<ContentFile> files, CancellationToken cancel)
    {
        foreach (var (name, recording) in RecordingList.Read(files, []).All)
        {
            var (source, target) = (Path.Combine(from, Media.PathOf(name)), Path.Combine(to, Media.PathOf(name)));
            if (!File.Exists(target) && await HashOf(source, cancel) == recording.Hash)
                await Write(target, await File.ReadAllBytesAsync(source, cancel), cancel);
        }
    }

    private async Task<bool> Replace(string path, string? was, string? becomes, CancellationToken cancel)
    {
        var there = await HashOf(path, cancel);
        if (there == becomes)
            return true;
        if (there is not null && there != was)
            return false;
        if (becomes is null)
            File.Delete(path);
        else if (rows.Find(becomes) is { } bytes)
            await Write(path, bytes, cancel);
        return true;
    }

    private static async Task Write(string path, byte[] bytes, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
        var waiting = Path.Combine(folder, $".{Path.GetFileName(path)}.new");
        try
        {
            await File.WriteAllBytesAsync(waiting, bytes, cancel);
            File.Move(waiting, path, overwrite: true);
        }
        catch
        {
            File.Delete(waiting);
            throw;
        }
    }

    /// <summary>Null where there is no such file.</summary>
    private static async Task<string?> HashOf(string path, CancellationToken cancel)
    {
        if (!File.Exists(path))
            return null;
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
    }
}
