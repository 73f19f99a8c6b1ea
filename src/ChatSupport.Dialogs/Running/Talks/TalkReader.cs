using System.Globalization;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Running.Talks;

/// <summary>Reads the talks that stand beside the dialogs. Pure; whatever the files hold, the answer is talks and findings.</summary>
public static class TalkReader
{
    private const string Ending = ".talk";

    /// <summary>Reads every talk of a content folder.</summary>
    /// <param name="files">Every file; those that do not end in <c>.talk</c> are passed over.</param>
    /// <param name="dialogs">The content: the talks may name its screens and languages only.</param>
    /// <param name="issues">Receives what is wrong. A talk with an error is left out, the others are read.</param>
    /// <returns>By file, in the order of their lines.</returns>
    public static IReadOnlyList<Talk> Read(IReadOnlyList<ContentFile> files, DialogSet dialogs, ICollection<DialogIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(issues);
        var talks = new List<Talk>();
        foreach (var file in files.Where(file => file.Path.EndsWith(Ending, StringComparison.Ordinal)).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var found = new List<DialogIssue>();
            if (YamlFile.Decode(file, found) is { } text)
                talks.AddRange(new TalkFile(file.Path, text, dialogs, found).Read());
            foreach (var issue in found.Take(FileRules.MostFindings))
                issues.Add(issue);
        }

        return talks;
    }
}

/// <summary>One file of talks.</summary>
internal sealed class TalkFile(string path, string text, DialogSet dialogs, List<DialogIssue> issues)
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private TalkDraft? draft;

    public IReadOnlyList<Talk> Read()
    {
        var talks = new List<Talk?>();
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.Trim() is [not '#', ..])
                ReadLine(line, number, talks);
        }

        talks.Add(draft?.Finish());
        return [.. talks.OfType<Talk>()];
    }

    private void ReadLine(string line, int number, List<Talk?> talks)
    {
        var begin = line.Length - line.TrimStart().Length;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            draft?.Spoil();
            issues.Add(TalkRules.NotALine.At(At(number, begin), $"The line '{Shorten(line.Trim())}' has no colon.",
                "Write it as 'what: value', for example 'she: hello'; a comment begins with #."));
            return;
        }

        var word = line[begin..colon].TrimEnd();
        var value = line[(colon + 1)..].Trim();
        var said = new TalkWord(word, value, At(number, begin), At(number, value.Length == 0 ? colon : line.IndexOf(value, colon + 1, StringComparison.Ordinal)));
        if (!TalkWord.All.Contains(word))
        {
            draft?.Spoil();
            issues.Add(TalkRules.UnknownWord.At(said.Mark, $"The line begins with '{Shorten(word)}', which no talk knows.",
                Similar.Mend(word, TalkWord.All, $"Known are: {string.Join(", ", TalkWord.All)}.")));
        }
        else if (value.Length == 0)
        {
            draft?.Spoil();
            issues.Add(TalkRules.Empty.At(said.Mark, $"'{word}' has no value.", "Write something behind the colon, or delete the line."));
        }
        else if (word == TalkWord.Talk)
        {
            talks.Add(draft?.Finish());
            Begin(said);
        }
        else if (draft is null)
        {
            issues.Add(TalkRules.Misplaced.At(said.Mark, $"'{word}' stands before the first talk.", "Begin the talk with 'talk: ' and what it shows."));
        }
        else
        {
            draft.Take(said);
        }
    }

    private void Begin(TalkWord said)
    {
        draft = new TalkDraft(said, dialogs, issues);
        if (!names.Add(said.Value))
        {
            draft.Spoil();
            issues.Add(TalkRules.Repeated.At(said.ValueMark, $"A talk of this file is called '{Shorten(said.Value)}' already.", "Say what this one shows."));
        }
    }

    private Mark At(int line, int index) => new(path, line, index + 1);

    private static string Shorten(string text) => Khmer.Clusters.Cut(text, 40);
}

/// <summary>A line, parted at its colon.</summary>
internal sealed record TalkWord(string Word, string Value, Mark Mark, Mark ValueMark)
{
    public const string Talk = "talk";
    public const string Language = "language";
    public const string Channel = "channel";
    public const string Starts = "starts";
    public const string Now = "now";
    public const string She = "she";
    public const string Presses = "she presses";
    public const string Shares = "she shares";
    public const string Sends = "she sends";
    public const string Screen = "screen";
    public const string Says = "says";
    public const string NeverSays = "never says";
    public const string Variable = "variable";
    public const string Effect = "effect";
    public const string Missed = "missed";

    public static IReadOnlyList<string> All { get; } =
        [Talk, Language, Channel, Starts, Now, She, Presses, Shares, Sends, Screen, Says, NeverSays, Variable, Effect, Missed];

    public static bool TryReadTime(string text, out DateTime time) => DateTime.TryParseExact(
        text, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
