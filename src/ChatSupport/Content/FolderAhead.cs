using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content;

/// <summary>Reads the folder while the rest of the program is put together: a start waits for the longer of the two, not for both.</summary>
internal sealed class FolderAhead
{
    private FolderAhead(string folder, Task<FolderReading> reading) => (Folder, Reading) = (folder, reading);

    /// <summary>The whole path of the folder.</summary>
    public string Folder { get; }

    /// <summary>Ends with what was read, or with the <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> that kept it from being read.</summary>
    public Task<FolderReading> Reading { get; }

    public static FolderAhead Begin(IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = (configuration.GetSection(ContentOptions.Section).Get<ContentOptions>() ?? new()).FolderIn(environment);
        return new FolderAhead(folder, Task.Run(() =>
        {
            var files = ContentFolder.Read(folder);
            return new FolderReading(files, DialogReader.Read(files, KnownActions.All, RevisionReader.Today(TimeProvider.System)));
        }));
    }
}

/// <summary>A folder with its dialogs.</summary>
internal sealed record FolderReading(IReadOnlyList<ContentFile> Files, ReadingResult Dialogs);
