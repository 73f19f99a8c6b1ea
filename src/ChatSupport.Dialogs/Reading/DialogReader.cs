using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading.Checks;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Reads, links and checks all content at once. Pure: the same files, actions and day always give the same result.</summary>
public static class DialogReader
{
    private const string Ending = ".yaml";
    private const string PlacesFolder = "places/";
    private const string MediaFolder = "media/";
    private const string RecordingEnding = ".ogg";

    /// <summary>Reads the content.</summary>
    /// <param name="files">Every file below the content folder, places, talks and the names of recordings included.</param>
    /// <param name="actions">Every action that content may name.</param>
    /// <param name="today">The day against which sources are stale.</param>
    /// <returns>The content with all findings, never only the first.</returns>
    public static ReadingResult Read(IReadOnlyList<ContentFile> files, IReadOnlyList<ActionSpec> actions, DateOnly today)
    {
        var issues = new List<DialogIssue>();
        var roots = ReadRoots(files, issues);
        var sources = new Sources();
        var hasPhrases = roots.Remove(PhrasesFile.Path, out var file);
        if (!hasPhrases)
            issues.Add(ShapeRules.MissingFile.At(new Mark(PhrasesFile.Path, 1, 1), "The file phrases.yaml does not exist, but the engine's own texts and words stand there.", "Add it; see dialogs/README.md."));

        var phrases = file is null ? PhrasesFile.None : PhrasesFile.Read(file, sources, issues);
        var dialogs = ReadDialogs(roots, phrases.Languages, sources, issues);
        if (dialogs.Count == 0)
        {
            issues.Add(ShapeRules.MissingFile.At(new Mark("home.yaml", 1, 1), "No dialog could be read.", "Add at least home.yaml; see dialogs/README.md."));
            return new ReadingResult(null, Sorted(issues));
        }

        var recorded = RecordingList.Read(files, issues).All;
        var set = new DialogSet
        {
            Dialogs = dialogs,
            Phrases = phrases.Phrases,
            Languages = phrases.Languages,
            // Whether the sound of a listed recording lies in the folder already changes nothing of the content: the list holds its hash.
            Fingerprint = Fingerprint.Of(files.Where(file => !(NameOf(file) is { } name && recorded.ContainsKey(name)))),
            Recordings = files.Select(NameOf).OfType<string>().Concat(recorded.Keys).ToHashSet(StringComparer.Ordinal),
            Recorded = recorded,
            RiskWords = RiskFile.Read(files, issues),
        };
        var unread = roots.Where(root => root.Value is null).Select(root => IdOf(root.Key)).ToHashSet(StringComparer.Ordinal);
        AllChecks.Find(new Inspection(set, sources, actions, today, unread, file is not null, TranslationRecord.Read(files, issues), issues));
        return new ReadingResult(set, Sorted(issues));
    }

    /// <summary>The nodes of every dialog file and of the phrases, in the newest format; null for a file that could not be read.</summary>
    private static SortedDictionary<string, YamlMap?> ReadRoots(IReadOnlyList<ContentFile> files, List<DialogIssue> issues)
    {
        var roots = new SortedDictionary<string, YamlMap?>(StringComparer.Ordinal);
        ContentFile[] dialogs = [.. files.Where(IsDialog)];
        var read = new (string Path, YamlMap? Root, List<DialogIssue> Issues)[dialogs.Length];
        // Most of the time goes here, and no file knows of another: on all cores, in the same order as on one.
        Parallel.For(0, dialogs.Length, at => read[at] = ReadRoot(dialogs[at]));
        foreach (var (path, root, found) in read)
        {
            roots[path] = root;
            issues.AddRange(found);
        }

        return roots;
    }

    private static (string Path, YamlMap? Root, List<DialogIssue> Issues) ReadRoot(ContentFile file)
    {
        var issues = new List<DialogIssue>();
        return (file.Path, YamlFile.Read(file, issues) is { } root ? Migrations.Lift(root, issues) : null, issues);
    }

    private static SortedDictionary<string, Dialog> ReadDialogs(
        SortedDictionary<string, YamlMap?> roots, IReadOnlyList<string> languages, Sources sources, List<DialogIssue> issues)
    {
        var linker = new Linker(roots.ToDictionary(root => IdOf(root.Key), root => (IReadOnlySet<string>)ScreenNames(root.Value), StringComparer.Ordinal));
        var texts = new TextReading(languages, issues);
        var dialogs = new SortedDictionary<string, Dialog>(StringComparer.Ordinal);
        foreach (var (path, root) in roots)
        {
            if (root is not null)
                dialogs[IdOf(path)] = new DialogFile(root, IdOf(path), texts, linker, sources, issues).Read();
        }

        return dialogs;
    }

    /// <summary>The name of the recording that a file holds; null where it holds none.</summary>
    private static string? NameOf(ContentFile file) => file.Path.StartsWith(MediaFolder, StringComparison.Ordinal) && file.Path.EndsWith(RecordingEnding, StringComparison.Ordinal)
        ? file.Path[MediaFolder.Length..^RecordingEnding.Length]
        : null;

    private static bool IsDialog(ContentFile file) =>
        file.Path.EndsWith(Ending, StringComparison.Ordinal) && !file.Path.StartsWith(PlacesFolder, StringComparison.Ordinal) && file.Path is not (TranslationRecord.Path or RecordingList.Path or RiskFile.Path);

    private static string IdOf(string path) => path[..^Ending.Length];

    private static HashSet<string> ScreenNames(YamlMap? root) =>
        root?.Find("screens") is YamlMap screens ? screens.Entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal) : [];

    private static IReadOnlyList<DialogIssue> Sorted(List<DialogIssue> issues) =>
    [
        .. issues.OrderBy(issue => issue.Mark.File, StringComparer.Ordinal).ThenBy(issue => issue.Mark.Line)
            .ThenBy(issue => issue.Mark.Column).ThenBy(issue => issue.Code, StringComparer.Ordinal),
    ];
}
