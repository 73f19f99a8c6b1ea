using EngineNames = ChatSupport.Dialogs.Running.Prepared.Names;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Fenced dialogs, where the engine adds no way out: consent and decoy are fenced, the decoy tells nothing, and whatever else is
/// fenced leads out again. Every other screen can be left by home and person, which the engine adds.</summary>
internal static class FenceCheck
{
    public static void Find(Inspection content)
    {
        foreach (var name in new[] { EngineNames.Consent, EngineNames.Decoy })
        {
            if (content.Set.Dialogs.GetValueOrDefault(name) is { Fenced: false } open)
            {
                content.Find(WayRules.NotFenced.At(content.At(open, open.Mark, content.Map(open, "fenced") is null ? "dialog" : "fenced"),
                    $"The dialog '{name}' is not fenced, so that words and buttons lead out of it.", "Write 'fenced: true'."));
            }
        }

        FindTelling(content);
        FindDeadEnds(content);
    }

    private static void FindTelling(Inspection content)
    {
        foreach (var way in content.Graph.Ways.Where(way => way.From.Dialog == EngineNames.Decoy && way.To.Dialog != EngineNames.Decoy && content.Find(way.To) is not null))
        {
            content.Find(WayRules.DecoyTells.At(way.Mark, $"The decoy leads to '{way.To}', so that a stranger sees what this is.", "Let it lead to screens of the decoy only."));
        }
    }

    private static void FindDeadEnds(Inspection content)
    {
        var fenced = content.Set.Dialogs.Values.Where(dialog => dialog.Fenced && dialog.Id != EngineNames.Decoy).Select(dialog => dialog.Id).ToHashSet(StringComparer.Ordinal);
        if (fenced.Count == 0)
            return;

        var back = content.Graph.Ways.Select(way => (way.From, way.To)).Concat(content.Meant).Where(way => fenced.Contains(way.From.Dialog)).ToLookup(way => way.To, way => way.From);
        var ends = back.Select(ways => ways.Key).Where(to => !fenced.Contains(to.Dialog) && (content.Find(to) is not null || content.Unread.Contains(to.Dialog)));
        var free = Walks.All(ends, to => back[to]);
        foreach (var screen in content.Graph.Screens.Where(screen => fenced.Contains(screen.Id.Dialog) && !free.Contains(screen.Id)))
        {
            content.Find(WayRules.CannotLeave.At(screen.Mark, $"No way leads out of the screen '{screen.Id.Screen}', and a fenced dialog has no button for it.",
                "Add a choice that leads on."));
        }
    }
}
