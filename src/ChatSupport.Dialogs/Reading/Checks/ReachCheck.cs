using ChatSupport.Dialogs.Model;
using EngineNames = ChatSupport.Dialogs.Running.Prepared.Names;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Screens that nothing leads to: no way from where the engine goes, and no keyword. Of screens that lead to one another, the first.</summary>
internal static class ReachCheck
{
    private static readonly string[] engine =
    [
        EngineNames.Home, EngineNames.Consent, EngineNames.Decoy, EngineNames.Person, EngineNames.Forget, EngineNames.Language, EngineNames.Help,
        "emergency", "privacy", EngineNames.Replies,
    ];

    public static void Find(Inspection content)
    {
        if (content.Unread.Count > 0)
            return; // what they lead to is not known

        var meant = content.Meant.ToLookup(way => way.From, way => way.To);
        var known = Walks.All(Begins(content), Next);
        var lost = content.Graph.Screens.Select(screen => screen.Id).Where(id => !known.Contains(id)).ToList();
        foreach (var id in Walks.Begins(lost, Next))
        {
            var dialog = content.Set.Dialogs[id.Dialog];
            content.Find(id.Screen == ScreenId.Start
                ? WayRules.Unreachable.At(content.At(dialog, dialog.Mark, "dialog"), $"Nothing leads to the dialog '{id.Dialog}', and no keyword names it.",
                    "Let a choice lead to it, or give it keywords.")
                : WayRules.Unreachable.At(content.Find(id)!.Mark, $"Nothing leads to the screen '{id.Screen}'.", "Let a choice lead to it, or delete it."));
        }

        IEnumerable<ScreenId> Next(ScreenId from) => content.Graph.From(from).Select(way => way.To).Concat(meant[from]).Where(to => content.Find(to) is not null);
    }

    private static IEnumerable<ScreenId> Begins(Inspection content)
    {
        var worded = content.Set.Dialogs.Values.Where(dialog => !dialog.Fenced && dialog.Keywords.Words.Values.Any(words => words.Count > 0)).Select(dialog => dialog.Id);
        var landings = content.Actions.Values.SelectMany(action => action.Opens.Cast<ScreenId?>().Append(action.Lands)).OfType<ScreenId>();
        return engine.Concat(worded).Select(ScreenId.Of).Concat(landings).Append(new ScreenId(EngineNames.Services, EngineNames.NearScreen))
            .Where(id => content.Find(id) is not null);
    }
}
