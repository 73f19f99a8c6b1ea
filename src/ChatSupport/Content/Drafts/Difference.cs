using ChatSupport.Dialogs.Model;

namespace ChatSupport.Content.Drafts;

/// <summary>What differs between two states of the content, screen by screen.</summary>
/// <param name="Screens">The screens, by dialog.</param>
internal sealed record Difference(IReadOnlyList<ScreenChange> Screens)
{
    /// <summary>Screens that are in the first and not in the second: who stands there lands elsewhere.</summary>
    public IEnumerable<ScreenId> Gone => Screens.Where(change => change.Kind == ChangeKind.Gone).Select(change => change.Screen);

    /// <summary>Compares.</summary>
    public static Difference Between(DialogSet? before, DialogSet? after)
    {
        var (old, now) = (ScreensOf(before), ScreensOf(after));
        return new Difference([.. old.Keys.Union(now.Keys).OrderBy(id => id.Dialog, StringComparer.Ordinal).ThenBy(id => id.Screen, StringComparer.Ordinal)
            .Select(id => Compare(id, old.GetValueOrDefault(id), now.GetValueOrDefault(id))).OfType<ScreenChange>()]);
    }

    private static Dictionary<ScreenId, List<string>> ScreensOf(DialogSet? set) => (set?.Dialogs.Values ?? []).SelectMany(dialog => dialog.Screens.Values
        .Select(screen => (screen.Id, Lines: ScreenLines.Of(set!, screen, isFirst: screen.Id.Screen == ScreenId.Start ? dialog : null)))).ToDictionary(one => one.Id, one => one.Lines);

    private static ScreenChange? Compare(ScreenId id, List<string>? before, List<string>? after)
    {
        var (old, now) = (before ?? [], after ?? []);
        if (before is not null && after is not null && old.SequenceEqual(now, StringComparer.Ordinal))
            return null;
        IReadOnlyList<LineChange> lines = [.. old.Except(now, StringComparer.Ordinal).Select(line => new LineChange(line, null)), .. now.Except(old, StringComparer.Ordinal).Select(line => new LineChange(null, line))];
        return new ScreenChange(id, before is null ? ChangeKind.New : after is null ? ChangeKind.Gone : ChangeKind.Changed, lines.Count > 0 ? lines : [new LineChange(null, "(in another order)")]);
    }
}

/// <summary>What became of a screen.</summary>
internal enum ChangeKind
{
    New,
    Changed,
    Gone,
}

/// <summary>A screen that differs.</summary>
/// <param name="Screen">Its address.</param>
/// <param name="Kind">How.</param>
/// <param name="Lines">Its lines that differ.</param>
internal sealed record ScreenChange(ScreenId Screen, ChangeKind Kind, IReadOnlyList<LineChange> Lines);

/// <summary>A line that went or came.</summary>
/// <param name="Before">What went; null where it came.</param>
/// <param name="After">What came; null where it went.</param>
internal sealed record LineChange(string? Before, string? After);
