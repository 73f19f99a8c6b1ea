using System.Globalization;
using System.Text;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>The file <c>media/recordings.yaml</c>: which recording each screen has in each language, and what its text was when it was recorded.
/// The sound itself is kept elsewhere, under its hash. Immutable.</summary>
public sealed class RecordingList
{
    /// <summary>Where it stands in the content folder.</summary>
    public const string Path = "media/recordings.yaml";

    private const int LongestName = 200;
    private const int LongestSeconds = 3600;
    private const int HashDigits = 64;

    private const string Head = """
        # What was recorded in the console: the hash of the sound, its seconds, and what the text was when it was recorded.
        # Written by the console; nobody needs to edit it. Who replaces a sound by hand deletes its line here.
        format: 1

        """;

    private readonly SortedDictionary<string, Recording> recordings;

    private RecordingList(SortedDictionary<string, Recording> recordings) => this.recordings = recordings;

    /// <summary>Nothing was recorded yet.</summary>
    public static RecordingList None { get; } = new(new(StringComparer.Ordinal));

    /// <summary>The recordings by name with language and without ending: <c>rights/hours.km</c>.</summary>
    public IReadOnlyDictionary<string, Recording> All => recordings;

    /// <summary>Reads it from the content.</summary>
    /// <param name="files">Every file below the content folder.</param>
    /// <param name="issues">Receives every finding about the file itself.</param>
    /// <returns><see cref="None"/> where it is missing or cannot be read.</returns>
    public static RecordingList Read(IReadOnlyList<ContentFile> files, ICollection<DialogIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(issues);
        if (files.FirstOrDefault(file => file.Path == Path) is not { } file || YamlFile.Read(file, issues) is not { } read || Migrations.Lift(read, issues) is not { } root)
            return None;

        var fields = new YamlFields(root, issues);
        fields.Node("format");
        var recordings = new SortedDictionary<string, Recording>(StringComparer.Ordinal);
        foreach (var (name, mark, node) in fields.Fields("recordings", required: true)?.Entries ?? [])
        {
            if (!IsName(name))
                issues.Add(ShapeRules.BadName.At(mark, $"The recording '{name}' has a name that no file can have.", "Delete the line, and record it again in the console."));
            else if (Read(node) is { } recording)
                recordings[name] = recording;
            else if (node is not YamlHole)
                issues.Add(ShapeRules.Unreadable.At(node.Mark, $"'{name}' holds no recording, but a hash, seconds and a short hash are expected.", "Delete the line, and record it again in the console."));
        }

        fields.RefuseUnknown();
        return new RecordingList(recordings);
    }

    /// <summary>The same with one recording put in, or taken out.</summary>
    /// <param name="name">Its name with language and without ending, one that <see cref="IsName"/> allows.</param>
    /// <param name="recording">The recording; null takes it out.</param>
    public RecordingList With(string name, Recording? recording)
    {
        var changed = new SortedDictionary<string, Recording>(recordings, StringComparer.Ordinal);
        if (recording is null)
            changed.Remove(name);
        else if (IsName(name))
            changed[name] = recording;
        else
            throw new ArgumentException("The recording has a name that no file can have.", nameof(name));
        return new RecordingList(changed);
    }

    /// <summary>The file, a line for each recording, in the order of their names.</summary>
    public string ToYaml()
    {
        var yaml = new StringBuilder(Head.ReplaceLineEndings("\n")).Append(recordings.Count == 0 ? "recordings: {}\n" : "recordings:\n");
        foreach (var (name, recording) in recordings)
            yaml.Append(CultureInfo.InvariantCulture, $"  {name}: {recording.Hash} {recording.Seconds} {recording.Print}\n");
        return yaml.ToString();
    }

    /// <summary>A short hash of a text, by which it is known whether it changed.</summary>
    public static string PrintOf(string text) => TranslationRecord.Hash(text);

    /// <summary>Whether a recording may be called so: letters, digits, dots, dashes and slashes, no part that is empty or begins with a dot, so that no
    /// name leads out of the folder.</summary>
    /// <param name="name">Its name with language and without ending: <c>rights/hours.km</c>.</param>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= LongestName
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.')
            && name.Split('/').All(part => part.Length > 0 && part[0] != '.');
    }

    private static Recording? Read(YamlNode node) =>
        node is YamlScalar scalar && scalar.Value.Split(' ') is [var hash, var length, var print]
        && hash.Length == HashDigits && hash.All(char.IsAsciiHexDigitLower) && print.Length > 0 && print.All(char.IsAsciiHexDigitLower)
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestSeconds
            ? new Recording(hash, seconds, print)
            : null;
}
