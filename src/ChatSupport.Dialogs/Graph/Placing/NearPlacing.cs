namespace ChatSupport.Dialogs.Graph.Placing;

/// <summary>One dialog and its neighbours as single boxes: those that lead to it at its left, those that it leads to at its right, and what does both where it is nearer to home.</summary>
internal static class NearPlacing
{
    public static GraphLayout Of(Cast cast, string dialog)
    {
        var number = cast.NumberOf(dialog);
        if (number < 0 || !cast.Dialogs[number].Exists)
            return new GraphLayout(0, 0, [], [], []);

        var troupe = cast.Dialogs[number];
        var ways = cast.Between.Where(way => way.From.Dialog == dialog || way.To.Dialog == dialog).ToList();
        var inner = FramePlacing.Of(cast, troupe, ways.Where(way => way.To.Dialog == dialog).Select(way => way.To));
        var heights = Heights(cast, troupe, inner, ways);
        var (left, right) = Sides(cast, number, heights.Keys, ways);

        var x = Sizes.Margin + (left.Count == 0 ? 0 : Sizes.DialogWidth + Sizes.Between.Across);
        var boxes = inner.Moved(x, 0).ToList();
        boxes.AddRange(Side(cast, left, heights, Sizes.Margin));
        boxes.AddRange(Side(cast, right, heights, x + inner.Width + Sizes.Between.Across));
        var frame = inner.Frame(dialog, x, 0);

        var top = Math.Min(0, boxes.Min(box => box.Area.Y)) - Sizes.Margin;
        boxes = [.. boxes.Select(box => box with { Area = box.Area.Moved(0, -top) })];
        frame = frame with { Area = frame.Area.Moved(0, -top) };
        var arrows = ArrowsOf(cast, troupe, boxes, ways);
        return new GraphLayout(
            Arrows.RightOf(arrows, Math.Max(frame.Area.Right, boxes.Max(box => box.Area.Right)) + Sizes.Margin), Math.Max(frame.Area.Bottom, boxes.Max(box => box.Area.Bottom)) + Sizes.Margin,
            [frame], boxes, arrows);
    }

    /// <summary>For each neighbour the middle of the screens that it has to do with.</summary>
    private static Dictionary<int, double> Heights(Cast cast, Troupe troupe, FramePlacing inner, List<Way> ways) =>
        ways.GroupBy(way => cast.NumberOf(way.From.Dialog == troupe.Dialog ? way.To.Dialog : way.From.Dialog)).ToDictionary(
            group => group.Key,
            group => group.Average(way => Middle(inner.Boxes[troupe.NumberOf(way.From.Dialog == troupe.Dialog ? way.From : way.To)], way)));

    private static double Middle(GraphBox box, Way way)
    {
        for (var row = 0; row < box.Ways.Count; row++)
        {
            if (ReferenceEquals(box.Ways[row], way))
                return box.Area.Y + Sizes.RowMiddle(box, row);
        }

        return box.Area.Y + (Sizes.Name / 2);
    }

    private static (List<int> Left, List<int> Right) Sides(Cast cast, int dialog, IEnumerable<int> neighbours, List<Way> ways)
    {
        var leadsIn = ways.Select(way => cast.NumberOf(way.From.Dialog)).ToHashSet();
        var isLedTo = ways.Select(way => cast.NumberOf(way.To.Dialog)).ToHashSet();
        var links = cast.Between.Select(way => new Link(cast.NumberOf(way.From.Dialog), cast.NumberOf(way.To.Dialog))).Distinct().ToList();
        var layers = Layers.Of(cast.Dialogs.Count, links, []);
        var layerOf = layers.SelectMany((layer, at) => layer.Select(node => (node, at))).ToDictionary(pair => pair.node, pair => pair.at);
        var sides = neighbours.ToLookup(other => leadsIn.Contains(other) && (!isLedTo.Contains(other) || layerOf[other] < layerOf[dialog]));
        return ([.. sides[true]], [.. sides[false]]);
    }

    private static IEnumerable<GraphBox> Side(Cast cast, List<int> dialogs, Dictionary<int, double> heights, double x)
    {
        var sorted = dialogs.OrderBy(dialog => heights[dialog]).ThenBy(dialog => dialog).ToList();
        var tops = Stack.Of([.. sorted.Select(dialog => heights[dialog] - (Sizes.DialogHeight / 2))], [.. sorted.Select(_ => Sizes.DialogHeight)], Sizes.Between.Down);
        return sorted.Select((dialog, at) => cast.Dialogs[dialog].Box(new Area(x, tops[at], Sizes.DialogWidth, Sizes.DialogHeight)));
    }

    /// <summary>An arrow for each way that begins here, and one for all ways from a neighbour to a screen.</summary>
    private static IReadOnlyList<GraphArrow> ArrowsOf(Cast cast, Troupe troupe, List<GraphBox> boxes, List<Way> ways)
    {
        var neighbours = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = troupe.Screens.Count; at < boxes.Count; at++)
            neighbours[boxes[at].Id.Dialog] = at;

        var arrows = new List<GraphArrow>();
        for (var from = 0; from < troupe.Screens.Count; from++)
        {
            for (var row = 0; row < boxes[from].Ways.Count; row++)
            {
                var way = boxes[from].Ways[row];
                arrows.Add(Arrows.Between(boxes, from, way.To.Dialog == troupe.Dialog ? troupe.NumberOf(way.To) : neighbours[way.To.Dialog], [way], row));
            }
        }

        arrows.AddRange(ways.Where(way => way.From.Dialog != troupe.Dialog).GroupBy(way => (way.From.Dialog, way.To))
            .Select(group => Arrows.Between(boxes, neighbours[group.Key.Dialog], troupe.NumberOf(group.Key.To), [.. group], null)));
        return Arrows.Spread(boxes, arrows);
    }
}
