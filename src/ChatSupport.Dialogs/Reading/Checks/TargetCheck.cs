using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Ways that lead nowhere: to a screen that does not exist, or to an action that does not say where she lands.</summary>
internal static class TargetCheck
{
    public static void Find(Inspection content)
    {
        foreach (var screen in content.Set.Dialogs.Values.SelectMany(dialog => dialog.Screens.Values))
        {
            foreach (var choice in screen.Choices)
                Find(content, screen, choice, "choice", choice.Go);
            foreach (var branch in screen.Branches)
                Find(content, screen, branch, "branch", branch.Go);
            if (screen.Ask is { } ask)
                Find(content, screen, ask, "answer", ask.Go);
        }
    }

    private static void Find(Inspection content, Screen screen, object owner, string what, Target target)
    {
        if (target.Action is not null)
        {
            FindLanding(content, target, what);
            return;
        }

        if (target.Screen is not { } id)
            return;

        if (target.With.Count > 0)
        {
            content.Find(LinkRules.NeedlessWith.At(content.At(owner, target.Mark, "with"),
                $"The {what} goes to the screen '{content.Word(target)}', but gives it arguments.", "Delete 'with', or use 'set' to keep a value."));
        }

        if (content.Find(id) is null && !content.Unread.Contains(id.Dialog))
            FindScreen(content, screen, target, id, what);
    }

    private static void FindScreen(Inspection content, Screen screen, Target target, ScreenId id, string what)
    {
        var word = content.Word(target);
        var meant = content.Nearest(word, Candidates(content, screen.Id.Dialog, id));
        if (meant is not null && Resolve(content, screen.Id.Dialog, meant) is { } to)
            content.Meant.Add((screen.Id, to));
        content.Find(LinkRules.UnknownTarget.At(target.Mark, $"The {what} goes to '{word}', but no such screen exists.",
            meant is null ? "Name a screen of this dialog, or a dialog by its path." : $"Did you mean '{meant}'?"));
    }

    private static IEnumerable<string> Candidates(Inspection content, string dialog, ScreenId id)
    {
        var own = content.Set.Dialogs[dialog].Screens.Keys;
        if (id.Dialog == dialog)
            return own.Concat(content.Set.Dialogs.Keys);

        return content.Set.Dialogs.TryGetValue(id.Dialog, out var other)
            ? other.Screens.Keys.Select(name => new ScreenId(id.Dialog, name).ToString())
            : content.Set.Dialogs.Keys.Select(name => new ScreenId(name, id.Screen)).Where(near => content.Find(near) is not null).Select(near => near.ToString()).Concat(own);
    }

    private static ScreenId? Resolve(Inspection content, string dialog, string word)
    {
        var own = new ScreenId(dialog, word);
        return content.Find(own) is not null ? own : ScreenId.TryParse(word, out var other) ? other : null;
    }

    private static void FindLanding(Inspection content, Target target, string what)
    {
        if (!content.Actions.TryGetValue(target.Action!, out var action) || action.Lands is not null)
            return;

        content.Find(LinkRules.NoLanding.At(target.Mark, $"The {what} goes to the action '{target.Action}', which does not say where she lands.",
            $"Write 'do: {{ action: {target.Action} }}' and let 'go' name a screen."));
    }
}
