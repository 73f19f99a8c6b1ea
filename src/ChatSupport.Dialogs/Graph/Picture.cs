using System.Text.RegularExpressions;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Graph;

/// <summary>What is drawn: the screens of the whole content or of one dialog, with their ways and the screens of other dialogs that these lead to.</summary>
internal sealed partial class Picture
{
    private const int LongestLine = 40; // clusters

    private readonly DialogSet dialogs;
    private readonly string language;

    public Picture(DialogSet dialogs, DialogGraph graph, string? dialog, string language)
    {
        this.dialogs = dialogs;
        this.language = language;
        Screens = [.. graph.Screens.Where(screen => dialog is null || screen.Id.Dialog == dialog)];
        Ways = [.. Screens.SelectMany(screen => graph.From(screen.Id))];
        var drawn = Screens.Select(screen => screen.Id).ToHashSet();
        Beyond = [.. Ways.Select(way => way.To).Where(to => !drawn.Contains(to)).Distinct().OrderBy(to => to.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The screens, by dialog and in the order of its file.</summary>
    public IReadOnlyList<Screen> Screens { get; }

    public IReadOnlyList<Way> Ways { get; }

    /// <summary>Where ways lead to outside of what is drawn, or nowhere.</summary>
    public IReadOnlyList<ScreenId> Beyond { get; }

    /// <summary>The dialog's title.</summary>
    public string TitleOf(string dialog) => Line(dialogs.Dialogs.GetValueOrDefault(dialog)?.Title.In(language) ?? "") is { Length: > 0 } title ? $"{dialog}: {title}" : dialog;

    /// <summary>The screen's address and the first line of what it says.</summary>
    public IReadOnlyList<string> LinesOf(ScreenId id)
    {
        var first = dialogs.Find(id) is { } screen ? FirstLine(screen.Text.In(language)) : "does not exist";
        return first.Length == 0 ? [id.ToString()] : [id.ToString(), first];
    }

    public bool IsSensitive(ScreenId id) => dialogs.Find(id) is { } screen && (screen.Sensitive || dialogs.Dialogs[id.Dialog].Sensitive);

    public bool Exists(ScreenId id) => dialogs.Find(id) is not null;

    /// <summary>What stands at the arrow: the label, the condition or the kind of question, and the action.</summary>
    public IReadOnlyList<string> LinesOf(Way way)
    {
        var lines = new List<string>();
        if (way.Label is { } label)
            lines.Add(Line(label.In(language)));
        if (way.Condition is { } condition)
            lines.Add("if " + Line(condition));
        if (way.Kind == WayKind.Answer)
            lines.Add($"answer: {dialogs.Find(way.From)?.Ask?.Kind.ToString().ToLowerInvariant()}");
        if (way.Action is { } action)
            lines.Add($"({Line(action)})");
        return lines;
    }

    /// <summary>The first line with something in it, without what decides whether it is said.</summary>
    private static string FirstLine(string text) => Tag().Replace(text, "").Split('\n').Select(Line).FirstOrDefault(line => line.Length > 0) ?? "";

    [GeneratedRegex("{%.*?%}", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    private static string Line(string text) => Clusters.Cut(string.Concat(text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c))).Trim(), LongestLine);
}
