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

    private async Task<bool> Replace(string path, string? was, string? becomes, CancellationToken cancel)
    {
        var there = await HashOf(path, cancel);
        if (there == becomes)
            return true;
        if (there is not null && there != was)
            return false;
        if (there is not null)
            await KeepFormer(path, there, cancel);
        if (becomes is null)
            File.Delete(path);
        else if (rows.Find(becomes) is { } bytes)
            await Write(path, bytes, cancel);
        return true;
    }

    /// <summary>A roll back may need what only this folder has, where it came with a list from another machine.</summary>
    private async Task KeepFormer(string path, string hash, CancellationToken cancel)
    {
        if (rows.Find(hash) is not null)
            return;
        var row = new RecordingRow { Hash = hash, Bytes = await File.ReadAllBytesAsync(path, cancel), MadeAt = time.GetUtcNow(), MadeBy = AuditNote.System, IsKept = true };
        await writer.Write(store =>
        {
            RecordingRows.Put(store, row);
            return true;
        }, cancel);
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
