using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Calls of actions: their names, arguments, and where the result is kept.</summary>
internal static class ActionCheck
{
    public static void Find(Inspection content)
    {
        foreach (var dialog in content.Set.Dialogs.Values)
        {
            foreach (var screen in dialog.Screens.Values)
                Find(content, dialog, screen);
        }
    }

    private static void Find(Inspection content, Dialog dialog, Screen screen)
    {
        FindUse(content, dialog, screen.Do);
        foreach (var choice in screen.Choices)
        {
            FindUse(content, dialog, choice.Do);
            FindTarget(content, choice, choice.Go);
        }

        foreach (var branch in screen.Branches)
            FindTarget(content, branch, branch.Go);

        if (screen.Ask is { } ask)
        {
            FindUse(content, dialog, ask.Do);
            FindTarget(content, ask, ask.Go);
        }
    }

    private static void FindTarget(Inspection content, object owner, Target target)
    {
        if (target.Action is { } name && Named(content, name, target.Mark) is { } action)
            FindArguments(content, action, owner, target.With, target.Mark);
    }

    private static void FindUse(Inspection content, Dialog dialog, ActionUse? use)
    {
        if (use is null || use.Name.Length == 0 || Named(content, use.Name, use.Mark) is not { } action)
            return;

        FindArguments(content, action, use, use.With, use.Mark);
        if (use.Into is null && action.Returns is not null)
        {
            content.Find(LinkRules.ResultLost.At(use.Mark, $"The action '{use.Name}' returns something, but nothing keeps it.",
                "Add 'into' with the name of a variable."));
        }

        if (use.Into is not { } into)
            return;

        var mark = content.At(use, use.Mark, "into");
        if (action.Returns is not { } returns)
            content.Find(LinkRules.NoResult.At(mark, $"The action '{use.Name}' returns nothing that '{into}' could keep.", "Delete 'into'."));
        else
            VariableCheck.Keep(content, dialog, into, returns, $"the action '{use.Name}'", mark);
    }

    private static ActionSpec? Named(Inspection content, string name, Mark mark)
    {
        if (content.Actions.TryGetValue(name, out var action))
            return action;

        content.Find(LinkRules.UnknownAction.At(mark, $"The action '{name}' does not exist.",
            content.Mend(name, content.Actions.Keys, $"There are {string.Join(", ", content.Actions.Keys.Order(StringComparer.Ordinal))}.")));
        return null;
    }

    private static void FindArguments(Inspection content, ActionSpec action, object owner, IReadOnlyDictionary<string, string> with, Mark mark)
    {
        foreach (var parameter in action.Parameters.Where(parameter => parameter.Required && !with.ContainsKey(parameter.Name)))
        {
            content.Find(LinkRules.MissingArgument.At(mark, $"The action '{action.Name}' needs '{parameter.Name}'.",
                $"Add 'with: {{ {parameter.Name}: … }}'."));
        }

        foreach (var name in with.Keys.Where(name => action.Parameters.All(parameter => parameter.Name != name)))
        {
            var known = action.Parameters.Select(parameter => parameter.Name).ToList();
            content.Find(LinkRules.UnknownArgument.At(content.Map(owner, "with")?.KeyMark(name) ?? mark, $"The action '{action.Name}' does not take '{name}'.",
                content.Mend(name, known, known.Count == 0 ? "Delete it." : $"It takes {string.Join(", ", known)}.")));
        }

        if (action.Name == EngineActions.LanguageSet && with.TryGetValue("language", out var language))
            FindLanguage(content, owner, language, mark);
    }

    private static void FindLanguage(Inspection content, object owner, string language, Mark mark)
    {
        if (Template.HasBlanks(language) || content.Set.Languages.Contains(language, StringComparer.Ordinal))
            return;

        content.Find(ShapeRules.UnknownLanguage.At(content.At(owner, mark, "with", "language"),
            $"The language '{language}' stands here, but phrases.yaml offers {string.Join(", ", content.Set.Languages)}.",
            content.Mend(language, content.Set.Languages, "Offer it in phrases.yaml, or delete the choice.")));
    }
}
