using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Walks over screens, each screen once.</summary>
internal static class Walks
{
    /// <summary>Every screen that can be come to, the first ones included.</summary>
    public static HashSet<ScreenId> All(IEnumerable<ScreenId> first, Func<ScreenId, IEnumerable<ScreenId>> next)
    {
        var seen = new HashSet<ScreenId>();
        var open = new Stack<ScreenId>(first);
        while (open.TryPop(out var at))
        {
            if (!seen.Add(at))
                continue;

            foreach (var to in next(at))
                open.Push(to);
        }

        return seen;
    }

    /// <summary>Of some screens those that none of the others leads to; of a circle its first one. Starts of dialogs come first.</summary>
    public static IEnumerable<ScreenId> Begins(IReadOnlyCollection<ScreenId> screens, Func<ScreenId, IEnumerable<ScreenId>> next)
    {
        var among = screens.ToHashSet();
        var led = among.SelectMany(from => next(from).Where(to => to != from && among.Contains(to))).ToHashSet();
        var covered = new HashSet<ScreenId>();
        foreach (var screen in screens.OrderBy(screen => led.Contains(screen)).ThenBy(screen => screen.Screen != ScreenId.Start))
        {
            if (covered.Contains(screen))
                continue;

            covered.UnionWith(All([screen], from => next(from).Where(to => among.Contains(to) && !covered.Contains(to))));
            yield return screen;
        }
    }
}
