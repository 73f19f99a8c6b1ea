using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running.Prepared;

/// <summary>A call of an action with its templates read.</summary>
internal sealed class PreparedCall(string name, IReadOnlyDictionary<string, string> with, string? into, Mark mark)
{
    private readonly (string Name, Template Template)[] arguments =
        [.. with.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, PreparedText.Read(pair.Value, mark)))];

    public string Name { get; } = name;

    /// <summary>The variable that receives the result.</summary>
    public string? Into { get; } = into;

    public static PreparedCall? From(ActionUse? use) => use is null ? null : new PreparedCall(use.Name, use.With, use.Into, use.Mark);

    public Dictionary<string, string> Arguments(Scope scope)
    {
        var filled = new Dictionary<string, string>(arguments.Length, StringComparer.Ordinal);
        foreach (var (argument, template) in arguments)
            filled[argument] = template.Render(scope).Text;
        return filled;
    }
}

/// <summary>Where a choice, branch or answer leads: a screen, or an action that says where she lands.</summary>
internal sealed class PreparedTarget(Target target)
{
    public ScreenId? Screen { get; } = target.Screen;

    public PreparedCall? Action { get; } =
        target.Action is null ? null : new PreparedCall(target.Action, target.With, null, target.Mark);
}
