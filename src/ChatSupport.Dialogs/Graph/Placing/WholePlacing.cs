namespace ChatSupport.Dialogs.Graph.Placing;

/// <summary>Every screen, in frames that stand in layers themselves.</summary>
internal static class WholePlacing
{
    public static GraphLayout Of(Cast cast)
    {
        var entered = cast.Between.ToLookup(way => way.To.Dialog, way => way.To);
        var inner = cast.Dialogs.Select(troupe => FramePlacing.Of(cast, troupe, entered[troupe.Dialog])).ToList();
        var links = cast.Between.Select(way =>
        {
            var (from, to) = (cast.NumberOf(way.From.Dialog), cast.NumberOf(way.To.Dialog));
            var box = inner[from].Boxes[cast.Dialogs[from].NumberOf(way.From)];
            return new Link(from, to, (box.Area.Y + (box.Area.Height / 2)) / inner[from].Height);
        }).ToList();

        var columns = Columns.Of([.. inner.Select(one => (one.Width, one.Height))], links, [], Sizes.Between, new Tallness(0, 1.1));
        var (frames, boxes) = (new List<GraphFrame>(), new List<GraphBox>());
        for (var at = 0; at < inner.Count; at++)
        {
            var (x, y) = (columns.Areas[at].X + Sizes.Margin, columns.Areas[at].Y + Sizes.Margin);
            frames.Add(inner[at].Frame(cast.Dialogs[at].Dialog, x, y));
            boxes.AddRange(inner[at].Moved(x, y));
        }

        var arrows = Arrows.EachWay(boxes);
        return new GraphLayout(Arrows.RightOf(arrows, columns.Width + (2 * Sizes.Margin)), columns.Height + (2 * Sizes.Margin), frames, boxes, arrows);
    }
}
