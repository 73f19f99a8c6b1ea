using ChatSupport.Content.Recordings;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;

namespace ChatSupport.Content;

/// <summary>Keeps the folder that people edit by hand in step with what is published in the console, and never writes over what somebody changed there.</summary>
internal sealed class FolderCopy(IOptions<ContentOptions> options, IHostEnvironment environment, RecordingCopies recordings, ILogger<FolderCopy> log)
{
    private readonly string folder = options.Value.FolderIn(environment);

    /// <summary>Writes what was published into the folder.</summary>
    /// <param name="before">The files that were live.</param>
    /// <param name="after">The files that are live now.</param>
    /// <param name="cancel">Gives up before a file is replaced.</param>
    /// <returns>Paths that were left alone because they hold a change of their own; null where the folder could not be written at all.</returns>
    public async Task<IReadOnlyList<string>?> Follow(IReadOnlyList<ContentFile> before, IReadOnlyList<ContentFile> after, CancellationToken cancel)
    {
        try
        {
            var there = ContentFolder.Read(folder);
            var change = ContentImport.Of(before, after, exact: true);
            var (own, free) = Split([.. change.New, .. change.Changed], there, before);
            var (ownGone, gone) = Split(change.Gone, there, before);
            await ContentFolder.Write(folder, free, cancel);
            ContentFolder.Delete(folder, gone);
            return [.. own.Concat(ownGone).Select(file => file.Path), .. await recordings.Follow(folder, before, after, cancel)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or StoreUnavailableException)
        {
            log.FolderNotWritten(folder, e.Message);
            return null;
        }
    }

    /// <summary>Files of the folder that are not as they were published: somebody changed them by hand.</summary>
    /// <returns>Empty where there are none, or the folder cannot be read.</returns>
    public IReadOnlyList<ContentFile> Own(IReadOnlyList<ContentFile> published)
    {
        try
        {
            var byPath = published.ToDictionary(file => file.Path, StringComparer.Ordinal);
            return [.. ContentFolder.Read(folder).Where(file => ContentFolder.IsText(file.Path) && !IsSame(byPath.GetValueOrDefault(file.Path), file))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Those that the folder holds in a form of its own, and those that may be written.</summary>
    private static (List<ContentFile> Own, List<ContentFile> Free) Split(IReadOnlyList<ContentFile> files, IReadOnlyList<ContentFile> there, IReadOnlyList<ContentFile> before)
    {
        var (own, free) = (new List<ContentFile>(), new List<ContentFile>());
        foreach (var file in files)
        {
            var now = there.FirstOrDefault(one => one.Path == file.Path);
            var isOwn = now is not null && !IsSame(now, file) && !IsSame(before.FirstOrDefault(one => one.Path == file.Path), now);
            (isOwn ? own : free).Add(file);
        }
        return (own, free);
    }

    private static bool IsSame(ContentFile? one, ContentFile other) => one is not null && one.Bytes.Span.SequenceEqual(other.Bytes.Span);
}
