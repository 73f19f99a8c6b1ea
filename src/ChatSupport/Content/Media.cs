using Microsoft.Extensions.Options;

namespace ChatSupport.Content;

/// <summary>The recordings below <c>media/</c> of the content folder.</summary>
internal sealed class Media(IOptions<ContentOptions> options, IHostEnvironment environment)
{
    private const string Ending = ".ogg";
    private const int LongestName = 200;
    private const int MostBytes = 20 * 1024 * 1024; // what a channel takes of a voice file, with room

    private readonly string folder = Path.Combine(options.Value.FolderIn(environment), "media");

    /// <summary>Opens a recording.</summary>
    /// <param name="name">Its name with language and without ending, as a reply says it: <c>rights/hours.km</c>.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>Its bytes, Ogg with Opus; null where there is none of that name, or it is too large to send.</returns>
    public async Task<byte[]?> Read(string name, CancellationToken cancel)
    {
        if (!IsName(name))
            return null;
        try
        {
            var file = new FileInfo(Path.Combine(folder, name + Ending));
            return file.Exists && file.LinkTarget is null && file.Length <= MostBytes ? await File.ReadAllBytesAsync(file.FullName, cancel) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // as if it were not recorded: the text is there
        }
    }

    /// <summary>Small letters, digits, dots, dashes and slashes, and no way out of the folder.</summary>
    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.')
        && name.Split('/').All(part => part.Length > 0 && part[0] != '.');
}
