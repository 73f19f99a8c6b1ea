using ChatSupport.Content.Recordings;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using Microsoft.Extensions.Options;

namespace ChatSupport.Content;

/// <summary>The recordings: those that were made in the console, and those that lie below <c>media/</c> of the content folder.</summary>
internal sealed class Media(IOptions<ContentOptions> options, IHostEnvironment environment, Library library, RecordingRows rows)
{
    private const int MostBytes = 20 * 1024 * 1024; // what a channel takes of a voice file, with room

    private readonly string folder = options.Value.FolderIn(environment);

    /// <summary>Where a recording lies in the content folder.</summary>
    /// <param name="name">Its name with language and without ending.</param>
    public static string PathOf(string name) => $"media/{name}.ogg";

    /// <summary>Opens a recording of the live revision.</summary>
    /// <param name="name">Its name with language and without ending, as a reply says it: <c>rights/hours.km</c>.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>Its bytes, Ogg with Opus; null where there is none of that name, or it is too large to send.</returns>
    /// <exception cref="Storage.StoreUnavailableException">The database cannot be read now.</exception>
    public Task<byte[]?> Read(string name, CancellationToken cancel) => Read(name, library.Current.Dialogs.Recorded, cancel);

    /// <summary>Opens a recording of any state of the content.</summary>
    /// <param name="name">Its name with language and without ending.</param>
    /// <param name="recorded">What was recorded in the console in that state.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <inheritdoc cref="Read(string, CancellationToken)"/>
    public async Task<byte[]?> Read(string name, IReadOnlyDictionary<string, Recording> recorded, CancellationToken cancel)
    {
        if (!RecordingList.IsName(name))
            return null;
        if (recorded.GetValueOrDefault(name) is { } recording && rows.Find(recording.Hash) is { } bytes)
            return bytes;
        try
        {
            var file = new FileInfo(Path.Combine(folder, PathOf(name)));
            return file.Exists && file.LinkTarget is null && file.Length <= MostBytes ? await File.ReadAllBytesAsync(file.FullName, cancel) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // as if it were not recorded: the text is there
        }
    }
}
