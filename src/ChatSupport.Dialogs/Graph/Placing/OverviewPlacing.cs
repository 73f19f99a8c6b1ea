namespace ChatSupport.Dialogs.Graph.Placing;

/// <summary>A box for each dialog.</summary>
internal static class OverviewPlacing
{
    private const double Least = 12 * (Sizes.DialogHeight + 36);

    public static GraphLayout Of(Cast cast)
    {
        var links = cast.Between.Select(way => new Link(cast.NumberOf(way.From.Dialog), cast.NumberOf(way.To.Dialog))).ToList();
        var columns = Columns.Of([.. cast.Dialogs.Select(_ => (Sizes.DialogWidth, Sizes.DialogHeight))], [.. links.Distinct()], [], Sizes.Between, new Tallness(Least));
        var boxes = cast.Dialogs.Select((troupe, at) => troupe.Box(columns.Areas[at].Moved(Sizes.Margin, Sizes.Margin))).ToList();
        var arrows = cast.Between.GroupBy(way => (From: cast.NumberOf(way.From.Dialog), To: cast.NumberOf(way.To.Dialog)))
            .Select(ways => Arrows.Between(boxes, ways.Key.From, ways.Key.To, [.. ways], null)).ToList();
        return new GraphLayout(
            Arrows.RightOf(arrows, columns.Width + (2 * Sizes.Margin)), columns.Height + (2 * Sizes.Margin), [], boxes, Arrows.Spread(boxes, arrows));
    }
}
