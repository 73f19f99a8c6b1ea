using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Graph.Placing;

/// <summary>Where arrows leave and enter boxes: from the row of their way, into the row of the name, on the sides that face each other.</summary>
internal static class Arrows
{
    private const double Apart = 20; // less room than this, and an arrow goes around

    /// <summary>An arrow for each way of each box.</summary>
    public static IReadOnlyList<GraphArrow> EachWay(IReadOnlyList<GraphBox> boxes)
    {
        var numbers = new Dictionary<ScreenId, int>(boxes.Count);
        for (var at = 0; at < boxes.Count; at++)
            numbers[boxes[at].Id] = at;
        return [.. boxes.SelectMany((box, from) => box.Ways.Select((way, row) => Between(boxes, from, numbers[way.To], [way], row)))];
    }

    /// <summary>An arrow between two boxes. It leaves from that row; where it is null, from the middle.</summary>
    public static GraphArrow Between(IReadOnlyList<GraphBox> boxes, int from, int to, IReadOnlyList<Way> ways, int? row)
    {
        var (first, second) = (boxes[from], boxes[to]);
        var goesBack = second.Area.Right + Apart <= first.Area.X;
        var goesAround = !goesBack && second.Area.X < first.Area.Right + Apart;
        var startY = row is { } known ? first.Area.Y + Sizes.RowMiddle(first, known) : Middle(first);
        return new GraphArrow(
            from, to, ways,
            new ArrowEnd(goesBack ? first.Area.X : first.Area.Right, startY, !goesBack),
            new ArrowEnd(goesBack || goesAround ? second.Area.Right : second.Area.X, Middle(second), goesBack || goesAround));
    }

    /// <summary>Spreads what leaves and enters a whole dialog over its sides, so that arrows cross little and can be told apart.</summary>
    public static IReadOnlyList<GraphArrow> Spread(IReadOnlyList<GraphBox> boxes, List<GraphArrow> arrows)
    {
        var ends = arrows.SelectMany((arrow, at) => new[]
        {
            (Arrow: at, IsStart: true, Box: arrow.From, arrow.Start.IsRight, Other: arrow.End.Y),
            (Arrow: at, IsStart: false, Box: arrow.To, arrow.End.IsRight, Other: arrow.Start.Y),
        });
        foreach (var side in ends.Where(end => boxes[end.Box].Ways.Count == 0 && boxes[end.Box].Kind != BoxKind.Screen).GroupBy(end => (end.Box, end.IsRight)))
        {
            var sorted = side.OrderBy(end => end.Other).ThenBy(end => end.Arrow).ToList();
            var area = boxes[side.Key.Box].Area;
            for (var at = 0; at < sorted.Count; at++)
            {
                var y = area.Y + (area.Height * (at + 1) / (sorted.Count + 1));
                var arrow = arrows[sorted[at].Arrow];
                arrows[sorted[at].Arrow] = sorted[at].IsStart ? arrow with { Start = arrow.Start with { Y = y } } : arrow with { End = arrow.End with { Y = y } };
            }
        }

        return arrows;
    }

    /// <summary>How wide the picture must be so that no arrow that goes around leaves it.</summary>
    public static double RightOf(IReadOnlyList<GraphArrow> arrows, double least) =>
        arrows.Where(arrow => arrow.Start.IsRight && arrow.End.IsRight).Select(arrow => Math.Max(arrow.Start.X, arrow.End.X) + Sizes.Around).Append(least).Max();

    private static double Middle(GraphBox box) => box.Area.Y + (box.Kind == BoxKind.Screen ? Sizes.Name / 2 : box.Area.Height / 2);
}
