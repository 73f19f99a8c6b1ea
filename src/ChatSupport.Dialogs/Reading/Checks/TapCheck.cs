using ChatSupport.Dialogs.Model;
using EngineNames = ChatSupport.Dialogs.Running.Prepared.Names;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Answers too far from home, by buttons alone: whoever cannot type gets there in four taps. Of screens that lead to one another, the first.</summary>
internal static class TapCheck
{
    public static void Find(Inspection content)
    {
        if (content.Unread.Count > 0 || content.Find(ScreenId.Of(EngineNames.Home)) is null)
            return;

        var taps = Taps.Of(content.Find, content.Graph, content.Meant,
            content.Actions.Values.SelectMany(action => action.Opens).Where(opened => opened.Screen == ScreenId.Start)); // a whole dialog that the program opens is somebody's home
        var open = content.Graph.Screens.Where(screen => !content.Set.Dialogs[screen.Id.Dialog].Fenced).ToList();
        var led = content.Actions.Values.SelectMany(action => action.Opens).ToHashSet(); // what the program leads to by itself is no answer that she looks for
        foreach (var screen in open.Where(screen => taps.To(screen.Id) == Taps.Most + 1 && !led.Contains(screen.Id)))
        {
            content.Find(WayRules.TooManyTaps.At(screen.Mark,
                $"The screen '{screen.Id.Screen}' is {Taps.Most + 1} taps from home, but {Taps.Most} are the most: {string.Join(", ", taps.Path(screen.Id))}.",
                "Let a choice nearer to home lead to it."));
        }

        FindUntapped(content, [.. open.Where(screen => taps.To(screen.Id) is null).Select(screen => screen.Id)]);
    }

    /// <summary>Dialogs that only typed words open. What nothing at all leads to is found elsewhere.</summary>
    private static void FindUntapped(Inspection content, IReadOnlyList<ScreenId> untapped)
    {
        foreach (var id in untapped.Where(id => id.Screen == ScreenId.Start && IsOpenedByWords(content, id.Dialog)))
        {
            var dialog = content.Set.Dialogs[id.Dialog];
            content.Find(WayRules.TooManyTaps.At(content.At(dialog, dialog.Mark, "dialog"), $"No taps lead from home to the dialog '{id.Dialog}': only typed words open it.",
                "Let a choice lead to it."));
        }
    }

    private static bool IsOpenedByWords(Inspection content, string dialog) =>
        dialog is EngineNames.Help or EngineNames.Forget or EngineNames.Language
        || content.Set.Dialogs[dialog].Keywords.Words.Values.Any(words => words.Count > 0);
}
