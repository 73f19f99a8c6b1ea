using System.Collections.Frozen;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running.Prepared;

/// <summary>One revision, prepared once: every template and condition read, every word folded into its key.</summary>
internal sealed class Content
{
    private readonly FrozenDictionary<ScreenId, PreparedScreen> screens;
    private readonly FrozenDictionary<string, ActionSpec> actions;

    public Content(DialogSet dialogs, IReadOnlyList<ActionSpec> actions)
    {
        Dialogs = dialogs;
        this.actions = EngineActions.All.Concat(actions).DistinctBy(action => action.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(action => action.Name, StringComparer.Ordinal);
        var kinds = new VariableKinds(dialogs.Dialogs);
        screens = dialogs.Dialogs.Values
            .SelectMany(dialog => dialog.Screens.Values.Select(screen => new PreparedScreen(screen, dialog, kinds)))
            .ToFrozenDictionary(screen => screen.Id);
        Home = FirstScreen(dialogs);
        Commands = new CommandWords(dialogs.Phrases);
        Topics = new Topics(dialogs);
    }

    public DialogSet Dialogs { get; }

    /// <summary>The first screen; in content without errors the start of the dialog <c>home</c>.</summary>
    public PreparedScreen Home { get; }

    public CommandWords Commands { get; }

    public Topics Topics { get; }

    public PreparedScreen? Find(ScreenId id) => screens.GetValueOrDefault(id);

    public ActionSpec? Action(string name) => actions.GetValueOrDefault(name);

    private PreparedScreen FirstScreen(DialogSet dialogs) =>
        Find(ScreenId.Of(Names.Home))
        ?? screens.Values.OrderBy(screen => screen.Id.ToString(), StringComparer.Ordinal).FirstOrDefault()
        ?? throw new ArgumentException($"The content has no screens in its {dialogs.Dialogs.Count} dialogs; at least the dialog 'home' must exist.");
}

/// <summary>The dialogs that the engine itself goes to.</summary>
internal static class Names
{
    public const string Home = "home";
    public const string Person = "person";
    public const string Forget = "forget";
    public const string Language = "language";
    public const string Help = "help";
    public const string Decoy = "decoy";
    public const string Consent = "consent";
    public const string Replies = "replies";
    public const string Services = "services";
    public const string NearScreen = "near";
}
