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

    private static Dictionary<ScreenId, Screen> ScreensOf(DialogSet? set) =>
        (set?.Dialogs.Values ?? []).SelectMany(dialog => dialog.Screens.Values).ToDictionary(screen => screen.Id);

    private static ScreenChange? Compare(ScreenId id, Screen? before, Screen? after)
    {
        if (before is null || after is null)
            return new ScreenChange(id, after is null ? ChangeKind.Gone : ChangeKind.New, [.. Say(before ?? after!).Select(line => after is null ? new LineChange(line, null) : new LineChange(null, line))]);
        var (old, now) = (Say(before), Say(after));
        if (old.SequenceEqual(now, StringComparer.Ordinal))
            return null;
        IReadOnlyList<LineChange> lines = [.. old.Except(now, StringComparer.Ordinal).Select(line => new LineChange(line, null)), .. now.Except(old, StringComparer.Ordinal).Select(line => new LineChange(null, line))];
        return new ScreenChange(id, ChangeKind.Changed, lines.Count > 0 ? lines : [new LineChange(null, "(in another order)")]);
    }

    /// <summary>A screen in lines that people can compare.</summary>
    private static List<string> Say(Screen screen) =>
    [
        .. screen.Text.Languages.Select(language => $"{language}: {screen.Text.Exactly(language)}"),
        .. screen.Choices.SelectMany((choice, at) => choice.Label.Languages.Select(language => $"{at + 1}. {language}: {choice.Label.Exactly(language)} → {Where(choice.Go)}")),
        .. screen.Branches.Select(branch => $"when {branch.If} → {Where(branch.Go)}"),
        .. screen.Ask is { } ask ? [$"asks for {ask.Kind} → {Where(ask.Go)}"] : Array.Empty<string>(),
        .. screen.Voice is { } voice ? [$"recording: {voice}"] : Array.Empty<string>(),
        .. screen.Sensitive ? ["sensitive"] : Array.Empty<string>(),
    ];

    private static string Where(Target target) => target.Screen?.ToString() ?? target.Action ?? "";
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
