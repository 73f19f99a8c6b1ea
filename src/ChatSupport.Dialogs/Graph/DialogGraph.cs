using System.Collections.Frozen;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using EngineNames = ChatSupport.Dialogs.Running.Prepared.Names;

namespace ChatSupport.Dialogs.Graph;

/// <summary>The content as screens and the ways between them. The buttons that the engine adds to every screen are not among the ways.</summary>
public sealed class DialogGraph
{
    private readonly Dictionary<ScreenId, IReadOnlyList<Way>> from;

    private DialogGraph(IReadOnlyList<Screen> screens, FrozenDictionary<string, ScreenId> lands)
    {
        Screens = screens;
        from = new Dictionary<ScreenId, IReadOnlyList<Way>>(screens.Count);
        foreach (var screen in screens)
            from[screen.Id] = [.. WaysOf(screen, lands)];
        Ways = [.. screens.SelectMany(screen => from[screen.Id])];
    }

    /// <summary>Every screen, by dialog and in the order of its file.</summary>
    public IReadOnlyList<Screen> Screens { get; }

    /// <summary>Every way, in the order of its screen: choices, branches, the answer.</summary>
    public IReadOnlyList<Way> Ways { get; }

    /// <summary>Builds it.</summary>
    /// <param name="dialogs">The content, with or without errors. An action that does not say where it leads makes no way.</param>
    /// <param name="actions">Every action that content may name; the engine's own need not be among them.</param>
    public static DialogGraph Of(DialogSet dialogs, IReadOnlyList<ActionSpec> actions)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(actions);
        var lands = Landings(actions);
        var screens = dialogs.Dialogs.Values.OrderBy(dialog => dialog.Id, StringComparer.Ordinal).SelectMany(dialog => dialog.Screens.Values).ToList();
        return new DialogGraph(screens, lands);
    }

    /// <summary>The ways that begin at a screen.</summary>
    public IReadOnlyList<Way> From(ScreenId screen) => from.GetValueOrDefault(screen, []);

    private static FrozenDictionary<string, ScreenId> Landings(IReadOnlyList<ActionSpec> actions) =>
        EngineActions.All.Concat(actions).DistinctBy(action => action.Name, StringComparer.Ordinal)
            .Where(action => action.Lands is not null)
            // Leaving keeps home for her return, but what she sees is the decoy.
            .ToFrozenDictionary(
                action => action.Name,
                action => action.Name == EngineActions.LeaveQuickly ? ScreenId.Of(EngineNames.Decoy) : action.Lands!.Value,
                StringComparer.Ordinal);

    private static IEnumerable<Way> WaysOf(Screen screen, FrozenDictionary<string, ScreenId> lands)
    {
        foreach (var choice in screen.Choices)
        {
            if (Lands(choice.Go, lands) is { } to)
                yield return new Way(screen.Id, to, WayKind.Choice, choice.Label, choice.When, choice.Go.Action ?? choice.Do?.Name, choice.Go.Mark);
        }

        foreach (var branch in screen.Branches)
        {
            if (Lands(branch.Go, lands) is { } to)
                yield return new Way(screen.Id, to, WayKind.Branch, null, branch.If, branch.Go.Action, branch.Go.Mark);
        }

        // A question of kind choice is answered by a choice, which says itself where it leads.
        if (screen.Ask is { Kind: not AskKind.Choice } ask && Lands(ask.Go, lands) is { } next)
            yield return new Way(screen.Id, next, WayKind.Answer, null, null, ask.Go.Action ?? ask.Do?.Name, ask.Go.Mark);
    }

    private static ScreenId? Lands(Target target, FrozenDictionary<string, ScreenId> lands) =>
        target.Screen ?? (target.Action is not null && lands.TryGetValue(target.Action, out var landing) ? landing : null);
}
