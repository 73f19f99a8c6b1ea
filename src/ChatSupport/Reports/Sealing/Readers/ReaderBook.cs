using Microsoft.Extensions.Options;

namespace ChatSupport.Reports.Sealing.Readers;

/// <summary>Who can open reports now: the signed list in its file, looked at again whenever it is asked, and the newest version ever taken, so that an
/// older list, in which a leaver still counts, is not taken again.</summary>
/// <remarks>Whoever may change both files and the settings of this machine can bring back an old list; that a row in the database adds no reader, and
/// no list but the root's, holds also then.</remarks>
internal sealed class ReaderBook(IOptions<ReportsOptions> options, IHostEnvironment host, TimeProvider time)
{
    private readonly Lock taking = new();

    /// <summary>The file of the list.</summary>
    public string File { get; } = Path.GetFullPath(options.Value.Readers, host.ContentRootPath);

    /// <summary>Remembers the newest version that was taken.</summary>
    private string SeenFile => File + ".seen";

    /// <summary>Who can open a report that is sealed now.</summary>
    /// <param name="wrong">Why nobody can, a sentence with what to do: then the intake shows hotlines instead of questions.</param>
    public ReaderSet? Now(out string wrong) => Take(remember: true, out wrong) is { } list ? ReaderSet.Of(list.At(time.GetUtcNow()), out wrong) : null;

    /// <summary>The list, if it is the root's and no older one.</summary>
    /// <param name="remember">From now on no older one is taken.</param>
    /// <param name="wrong">Why it is not taken, a sentence with what to do.</param>
    public ReaderList? Take(bool remember, out string wrong) => Take(remember, out _, out wrong);

    /// <summary>The same with its text, for who looks at the signature once more.</summary>
    /// <inheritdoc cref="Take(bool, out string)"/>
    public ReaderList? Take(bool remember, out string text, out string wrong)
    {
        text = "";
        if (!RootKey.TryParse(options.Value.RootKey, out var root))
        {
            wrong = $"{ReportsOptions.Section}:RootKey is not set. Make a root key (chatsupport reports keys init) and put its public half there.";
            return null;
        }
        lock (taking)
        {
            try
            {
                return ReaderList.Read(text = Text(), root, out wrong) is { } list && IsNoOlder(list, remember, out wrong) ? list : null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                wrong = $"The list of readers {File} cannot be read: {e.Message} Put the signed file there, readable by the user that runs the program.";
                return null;
            }
        }
    }

    private bool IsNoOlder(ReaderList list, bool remember, out string wrong)
    {
        var mark = new SeenMark(list.Root.ToString(), list.Version, list.Fingerprint);
        var seen = SeenMark.Read(SeenFile);
        wrong = "";
        if (seen == mark)
            return true;
        if (seen is not null && seen.Root == mark.Root && seen.Version >= list.Version)
        {
            wrong = seen.Version == list.Version
                ? $"The list of readers has version {list.Version}, but is another list than the one of that version that was taken before. Sign again from the one that was taken."
                : $"The list of readers has version {list.Version}, but version {seen.Version} was taken before. Put the newest one there; an old one may give reports to somebody who left.";
            return false;
        }
        if (remember)
            mark.Write(SeenFile);
        return true;
    }

    private string Text()
    {
        using var reader = new StreamReader(File);
        var text = new char[ReaderList.Longest + 1];
        return new string(text, 0, reader.ReadBlock(text));
    }
}
