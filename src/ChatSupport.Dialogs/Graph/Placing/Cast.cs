using ChatSupport.Dialogs.Model;
using EngineNames = ChatSupport.Dialogs.Running.Prepared.Names;

namespace ChatSupport.Dialogs.Graph.Placing;

/// <summary>Everything that a picture can show, by number: dialogs, home first, with their screens, those that are missing among them.</summary>
internal sealed class Cast
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<Troupe> dialogs = [];

    public Cast(DialogGraph graph)
    {
        Graph = graph;
        foreach (var screen in graph.Screens.OrderBy(screen => screen.Id.Dialog != EngineNames.Home)) // keeps the order otherwise
            Of(screen.Id.Dialog).Add(screen.Id, screen);
        foreach (var way in graph.Ways)
            Of(way.To.Dialog).Add(way.To, null);
    }

    public DialogGraph Graph { get; }

    public IReadOnlyList<Troupe> Dialogs => dialogs;

    public int NumberOf(string dialog) => numbers.GetValueOrDefault(dialog, -1);

    /// <summary>The ways from one dialog to another, in their order.</summary>
    public IEnumerable<Way> Between => Graph.Ways.Where(way => way.From.Dialog != way.To.Dialog);

    private Troupe Of(string dialog)
    {
        if (numbers.TryAdd(dialog, dialogs.Count))
            dialogs.Add(new Troupe(dialog));
        return dialogs[numbers[dialog]];
    }
}

/// <summary>The screens of one dialog, by number.</summary>
internal sealed class Troupe(string dialog)
{
    private readonly Dictionary<ScreenId, int> numbers = [];
    private readonly List<(ScreenId Id, Screen? Screen)> screens = [];

    public string Dialog => dialog;

    public IReadOnlyList<(ScreenId Id, Screen? Screen)> Screens => screens;

    /// <summary>Whether it is content, and not only named by it.</summary>
    public bool Exists => screens.Exists(one => one.Screen is not null);

    public int NumberOf(ScreenId id) => numbers[id];

    public void Add(ScreenId id, Screen? screen)
    {
        if (numbers.TryAdd(id, screens.Count))
            screens.Add((id, screen));
    }

    /// <summary>A box for it as a whole.</summary>
    public GraphBox Box(Area area) => new(ScreenId.Of(dialog), Exists ? BoxKind.Dialog : BoxKind.Missing, area, [], screens.Count(one => one.Screen is not null));
}
