using ChatSupport.Dialogs.Graph;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Circles of branches: each leads on by itself, so that nobody is ever asked anything.</summary>
internal static class LoopCheck
{
    public static void Find(Inspection content)
    {
        var done = new HashSet<ScreenId>();
        foreach (var screen in content.Graph.Screens.Where(screen => screen.Branches.Count > 0))
        {
            if (!done.Contains(screen.Id))
                Follow(content, screen.Id, done);
        }
    }

    private static void Follow(Inspection content, ScreenId first, HashSet<ScreenId> done)
    {
        var path = new List<ScreenId>();
        var onPath = new HashSet<ScreenId>();
        var open = new Stack<IEnumerator<Way>>();
        Enter(first);
        while (open.TryPeek(out var ways))
        {
            if (!ways.MoveNext())
            {
                open.Pop();
                onPath.Remove(path[^1]);
                path.RemoveAt(path.Count - 1);
            }
            else if (onPath.Contains(ways.Current.To))
            {
                Refuse(content, ways.Current, path.SkipWhile(id => id != ways.Current.To));
            }
            else if (!done.Contains(ways.Current.To))
            {
                Enter(ways.Current.To);
            }
        }

        void Enter(ScreenId id)
        {
            done.Add(id);
            path.Add(id);
            onPath.Add(id);
            open.Push(content.Graph.From(id).Where(way => way.Kind == WayKind.Branch).GetEnumerator());
        }
    }

    private static void Refuse(Inspection content, Way closing, IEnumerable<ScreenId> circle)
    {
        var names = circle.Select(id => $"'{id}'").Append($"'{closing.To}'").ToList();
        content.Find(WayRules.Loop.At(closing.Mark,
            names.Count == 2 ? $"The branch leads back to its own screen {names[0]} without asking her." : $"Branches lead round without asking her: {Shown(names)}.",
            "Let one of them show a text with choices first."));
    }

    private static string Shown(List<string> names) => names.Count <= 8 ? string.Join(", ", names) : string.Join(", ", names.Take(4).Append("…").Concat(names.TakeLast(3)));
}
