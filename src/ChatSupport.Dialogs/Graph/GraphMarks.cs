using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Graph;

/// <summary>What is marked on the boxes of a picture: findings, visits, changes.</summary>
public sealed class GraphMarks
{
    private readonly Dictionary<ScreenId, ScreenMark> marks = [];
    private readonly Dictionary<string, ScreenMark> dialogs = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<ScreenId, ScreenFigures> figures = new Dictionary<ScreenId, ScreenFigures>();
    private readonly bool hasVisits;

    private GraphMarks(bool hasVisits) => this.hasVisits = hasVisits;

    /// <summary>No marks.</summary>
    public static GraphMarks None { get; } = new(hasVisits: false);

    /// <summary>Collects marks.</summary>
    /// <param name="dialogs">The content, which tells on what screen the place of a finding is.</param>
    /// <param name="issues">Findings; hints are not marked. What stands before the first screen of a file marks its dialog only.</param>
    /// <param name="visits">How often each screen was shown; one that is not among them never was. Null to show no visits.</param>
    /// <param name="changed">Screens that are not as they were published; null for none.</param>
    public static GraphMarks Of(DialogSet dialogs, IEnumerable<DialogIssue> issues, IReadOnlyDictionary<ScreenId, long>? visits = null, IEnumerable<ScreenId>? changed = null)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(issues);
        var all = new GraphMarks(visits is not null);
        var places = dialogs.Dialogs.Values.SelectMany(dialog => dialog.Screens.Values).ToLookup(screen => screen.Mark.File, StringComparer.Ordinal);
        var files = dialogs.Dialogs.Values.GroupBy(dialog => dialog.Mark.File, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Id, StringComparer.Ordinal);
        foreach (var issue in issues.Where(issue => issue.Severity != Severity.Hint))
        {
            var screen = places[issue.Mark.File].Where(screen => screen.Mark.Line <= issue.Mark.Line).MaxBy(screen => screen.Mark.Line);
            if ((screen?.Id.Dialog ?? files.GetValueOrDefault(issue.Mark.File)) is { } dialog)
                all.Add(dialog, screen?.Id, issue.Severity == Severity.Error ? new ScreenMark(1, 0, null, false) : new ScreenMark(0, 1, null, false));
        }

        foreach (var (screen, count) in visits ?? new Dictionary<ScreenId, long>())
            all.Add(screen.Dialog, screen, new ScreenMark(0, 0, count, false));
        foreach (var screen in changed ?? [])
            all.Add(screen.Dialog, screen, new ScreenMark(0, 0, null, true));
        return all;
    }

    /// <summary>The same marks with what is known of how screens are used.</summary>
    /// <param name="known">By screen.</param>
    public GraphMarks With(IReadOnlyDictionary<ScreenId, ScreenFigures> known)
    {
        figures = known;
        return this;
    }

    /// <summary>How a screen is used; null where that is not known.</summary>
    public ScreenFigures? FiguresOf(ScreenId screen) => figures.GetValueOrDefault(screen);

    /// <summary>What marks a screen.</summary>
    public ScreenMark Of(ScreenId screen) => Shown(marks.GetValueOrDefault(screen));

    /// <summary>What marks a dialog: all of its screens together, and what belongs to none of them.</summary>
    public ScreenMark OfDialog(string dialog) => Shown(dialogs.GetValueOrDefault(dialog));

    private void Add(string dialog, ScreenId? screen, ScreenMark mark)
    {
        dialogs[dialog] = dialogs.GetValueOrDefault(dialog).With(mark);
        if (screen is { } id)
            marks[id] = marks.GetValueOrDefault(id).With(mark);
    }

    private ScreenMark Shown(ScreenMark mark) => hasVisits ? mark with { Visits = mark.Visits ?? 0 } : mark;
}

/// <summary>How a screen is used.</summary>
/// <param name="Lines">All of it in words, for who points at its box.</param>
/// <param name="Stopped">The share of visits, from 0 to 1, that ended there, which is drawn as a bar; null where it is not to be seen.</param>
public sealed record ScreenFigures(IReadOnlyList<string> Lines, double? Stopped);

/// <summary>What marks one box.</summary>
/// <param name="Errors">Findings that stop publishing.</param>
/// <param name="Warnings">Findings that do not.</param>
/// <param name="Visits">How often it was shown; null where that is not to be seen.</param>
/// <param name="IsChanged">Whether it is not as it was published.</param>
public readonly record struct ScreenMark(int Errors, int Warnings, long? Visits, bool IsChanged)
{
    internal ScreenMark With(ScreenMark other) => new(
        Errors + other.Errors, Warnings + other.Warnings, Visits is null && other.Visits is null ? null : (Visits ?? 0) + (other.Visits ?? 0), IsChanged || other.IsChanged);
}
