using System.Globalization;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running.Prepared;

/// <summary>One assignment: a variable and the template that fills it. A template that is just a variable's name copies that variable whole.</summary>
internal sealed class Assignment
{
    private readonly string name;
    private readonly string? copyOf;
    private readonly Template template;
    private readonly VariableKind kind;

    public Assignment(string name, string text, VariableKind kind, Predicate<string> isVariable, Mark mark)
    {
        this.name = name;
        this.kind = kind;
        copyOf = isVariable(text) ? text : null;
        template = PreparedText.Read(text, mark);
    }

    public static IReadOnlyList<Assignment> All(
        IReadOnlyDictionary<string, string> set, VariableKinds kinds, string dialog, string? item, Mark mark) =>
        [.. set.Select(pair => new Assignment(
            pair.Key, pair.Value, kinds.Of(dialog, pair.Key), text => text == item || text == "answer" || kinds.Has(dialog, text), mark))];

    public Variables ApplyTo(Variables variables, Scope scope) =>
        variables.With(name, copyOf is not null ? scope.Find(copyOf) : Typed(template.Render(scope).Text));

    // What does not fit the variable's kind takes the variable away: content asks for it with 'nil' or 'empty'.
    private Value? Typed(string text) => kind switch
    {
        VariableKind.Number => decimal.TryParse(text.Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? new Value.Number(number) : null,
        VariableKind.Flag => text.Trim() switch
        {
            "true" or "yes" or "1" => new Value.Flag(true),
            "false" or "no" or "0" => new Value.Flag(false),
            _ => null,
        },
        VariableKind.List or VariableKind.Fields => null,
        _ => new Value.Text(text),
    };
}

/// <summary>What each variable may hold; a name that a dialog does not declare counts as another dialog declared it.</summary>
internal sealed class VariableKinds(IReadOnlyDictionary<string, Dialog> dialogs)
{
    private readonly Dictionary<string, VariableKind> anywhere = dialogs.Values
        .OrderBy(dialog => dialog.Id, StringComparer.Ordinal)
        .SelectMany(dialog => dialog.Variables)
        .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
        .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    public bool Has(string dialog, string name) => dialogs[dialog].Variables.ContainsKey(name);

    public VariableKind Of(string dialog, string name) =>
        dialogs[dialog].Variables.TryGetValue(name, out var own) ? own
        : anywhere.GetValueOrDefault(name, VariableKind.Text);
}
