using System.Globalization;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Variables: declared where they are used, and of a kind that can hold what is put into them.</summary>
internal static class VariableCheck
{
    public static void Find(Inspection content)
    {
        var first = new Dictionary<string, (VariableKind Kind, string Dialog)>(StringComparer.Ordinal);
        foreach (var dialog in content.Set.Dialogs.Values)
        {
            FindKinds(content, dialog, first);
            foreach (var screen in dialog.Screens.Values)
                Find(content, dialog, screen);
        }
    }

    /// <summary>Finds what is wrong with keeping a value of a kind in a variable.</summary>
    public static void Keep(Inspection content, Dialog dialog, string name, VariableKind kind, string from, Mark mark)
    {
        if (!Declared(content, dialog, name, mark))
            return;

        var own = dialog.Variables[name];
        if (!Fits(kind, own))
            content.Find(LinkRules.WrongKind.At(mark, $"'{name}' is declared as {Word(own)}, but {from} gives a {Word(kind)}.", $"Declare it as '{name}: {Word(kind)}'."));
    }

    /// <summary>The kind in the author's word.</summary>
    public static string Word(VariableKind kind) => Words.Kebab(kind.ToString());

    private static void FindKinds(Inspection content, Dialog dialog, Dictionary<string, (VariableKind Kind, string Dialog)> first)
    {
        foreach (var (name, kind) in dialog.Variables)
        {
            if (first.TryAdd(name, (kind, dialog.Id)) || first[name].Kind == kind)
                continue;

            content.Find(LinkRules.KindsDiffer.At(content.At(dialog, dialog.Mark, "variables", name),
                $"'{name}' is declared as {Word(kind)} here, but as {Word(first[name].Kind)} in '{first[name].Dialog}'; a worker carries it from one to the other.",
                "Use one kind, or another name."));
        }
    }

    private static void Find(Inspection content, Dialog dialog, Screen screen)
    {
        FindSet(content, dialog, screen, screen.Set, screen.Mark, null, false);
        if (screen.Map is { } map && Declared(content, dialog, map, content.At(screen, screen.Mark, "map")) && dialog.Variables[map] != VariableKind.Fields)
        {
            content.Find(LinkRules.WrongKind.At(content.At(screen, screen.Mark, "map"),
                $"'{map}' is declared as {Word(dialog.Variables[map])}, but a map needs fields with latitude and longitude.", "Name a variable of kind fields."));
        }

        foreach (var choice in screen.Choices)
            Find(content, dialog, choice, screen.Ask is { Kind: AskKind.Choice });
    }

    private static void Find(Inspection content, Dialog dialog, Choice choice, bool answers)
    {
        FindSet(content, dialog, choice, choice.Set, choice.Mark, choice.Each is null ? null : choice.As, answers);
        if (choice.Each is not { } each)
            return;

        var mark = content.At(choice, choice.Mark, "each");
        if (Declared(content, dialog, each, mark) && dialog.Variables[each] != VariableKind.List)
        {
            content.Find(LinkRules.WrongKind.At(mark, $"'{each}' is declared as {Word(dialog.Variables[each])}, but 'each' repeats over a list.",
                $"Declare it as '{each}: list', or name another."));
        }
    }

    private static void FindSet(
        Inspection content, Dialog dialog, object owner, IReadOnlyDictionary<string, string> set, Mark otherwise, string? item, bool answers)
    {
        foreach (var (name, text) in set)
        {
            var map = content.Map(owner, "set");
            if (!Declared(content, dialog, name, map?.KeyMark(name) ?? otherwise))
                continue;

            var mark = content.At(owner, otherwise, "set", name);
            if (text == item || (answers && text == Names.Answer))
                continue;

            if (dialog.Variables.TryGetValue(text, out var copied))
                FindCopy(content, dialog.Variables[name], name, text, copied, mark);
            else if (!Template.HasBlanks(text))
                FindConstant(content, dialog, name, text, item, mark);
            else if (dialog.Variables[name] is VariableKind.List or VariableKind.Fields)
                content.Find(LinkRules.WrongKind.At(mark, $"'{name}' is declared as {Word(dialog.Variables[name])}, which no template can write.", "Copy a variable whole, by its name alone."));
        }
    }

    private static void FindCopy(Inspection content, VariableKind own, string name, string from, VariableKind copied, Mark mark)
    {
        if (!Fits(copied, own))
            content.Find(LinkRules.WrongKind.At(mark, $"'{name}' is declared as {Word(own)}, but '{from}' is {Word(copied)}.", "Copy between variables of one kind."));
    }

    private static void FindConstant(Inspection content, Dialog dialog, string name, string text, string? item, Mark mark)
    {
        var kind = dialog.Variables[name];
        var fits = text.Length == 0 || kind switch // an empty text clears a variable of any kind
        {
            VariableKind.Number => decimal.TryParse(text.Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out _),
            VariableKind.Flag => text.Trim() is "true" or "false" or "yes" or "no" or "1" or "0",
            VariableKind.Date => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            VariableKind.List or VariableKind.Fields => false,
            _ => true,
        };
        if (fits)
            return;

        var names = item is null ? dialog.Variables.Keys : dialog.Variables.Keys.Append(item);
        content.Find(LinkRules.WrongKind.At(mark, $"'{name}' is declared as {Word(kind)}, but '{text}' is none.",
            content.Mend(text, names, kind is VariableKind.List or VariableKind.Fields ? "Copy a variable whole, by its name alone." : $"Write a {Word(kind)}.")));
    }

    private static bool Declared(Inspection content, Dialog dialog, string name, Mark mark)
    {
        if (dialog.Variables.ContainsKey(name))
            return true;

        content.Find(LinkRules.UnknownVariable.At(mark, Names.AlwaysThere.Contains(name)
                ? $"'{name}' is always there and cannot be changed or kept."
                : $"The dialog has no variable '{name}'.",
            content.Mend(name, dialog.Variables.Keys, "Declare it under 'variables'.")));
        return false;
    }

    private static bool Fits(VariableKind value, VariableKind variable) => value == variable || variable switch
    {
        VariableKind.Text => value is not (VariableKind.List or VariableKind.Fields),
        VariableKind.Place => value is VariableKind.Text or VariableKind.Fields,
        _ => false,
    };
}
