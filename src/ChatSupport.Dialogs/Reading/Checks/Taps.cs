using ChatSupport.Dialogs.Graph;
using ChatSupport.Dialogs.Model;
using EngineNames = ChatSupport.Dialogs.Running.Prepared.Names;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>How many taps each screen is away from home. A choice or an answer is a tap, a branch is none; typed words do not count.</summary>
internal sealed class Taps
{
    private readonly Dictionary<ScreenId, (int Count, ScreenId? Before)> found = [];

    private Taps()
    {
    }

    /// <summary>The most that is kind.</summary>
    public const int Most = 4;

    /// <param name="find">A screen by its address.</param>
    /// <param name="graph">The ways.</param>
    /// <param name="meant">Ways that only a program knows.</param>
    /// <param name="homes">Where people who are no workers begin, such as leaders of groups: their own dialogs are counted from there.</param>
    public static Taps Of(Func<ScreenId, Screen?> find, DialogGraph graph, IEnumerable<(ScreenId From, ScreenId To)> meant, IEnumerable<ScreenId> homes)
    {
        var taps = new Taps();
        var more = meant.ToLookup(way => way.From, way => way.To);
        // The buttons that the engine adds: person is one tap from everywhere.
        var now = new List<(ScreenId To, ScreenId? Before)> { (ScreenId.Of(EngineNames.Home), null) };
        now.AddRange(homes.Select(home => (home, (ScreenId?)null)));
        var later = new List<(ScreenId To, ScreenId? Before)> { (ScreenId.Of(EngineNames.Person), ScreenId.Of(EngineNames.Home)) };
        for (var count = 0; now.Count > 0; count++)
        {
            for (var i = 0; i < now.Count; i++)
            {
                var (at, before) = now[i];
                if (find(at) is null || !taps.found.TryAdd(at, (count, before)))
                    continue;

                foreach (var way in graph.From(at))
                    (way.Kind == WayKind.Branch ? now : later).Add((way.To, at));
                later.AddRange(more[at].Select(to => (to, (ScreenId?)at)));
            }

            (now, later) = (later, []);
        }

        return taps;
    }

    /// <summary>Taps from home; null where none lead there.</summary>
    public int? To(ScreenId screen) => found.TryGetValue(screen, out var way) ? way.Count : null;

    /// <summary>The shortest way from home, home first; empty where there is none.</summary>
    public IReadOnlyList<ScreenId> Path(ScreenId screen)
    {
        var path = new List<ScreenId>();
        for (ScreenId? at = screen; at is { } id && found.TryGetValue(id, out var way); at = way.Before)
            path.Add(id);
        path.Reverse();
        return path;
    }
}
