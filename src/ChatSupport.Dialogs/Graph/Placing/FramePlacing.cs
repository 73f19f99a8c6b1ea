using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Graph.Placing;

/// <summary>The screens of one dialog within its frame, which begins at 0, 0.</summary>
/// <param name="Boxes">The boxes.</param>
/// <param name="Width">Width of the frame.</param>
/// <param name="Height">Height of the frame.</param>
internal sealed record FramePlacing(IReadOnlyList<GraphBox> Boxes, double Width, double Height)
{
    private const double Least = 1100; // some eight boxes

    /// <param name="cast">The content.</param>
    /// <param name="troupe">The dialog.</param>
    /// <param name="entered">The screens that other dialogs lead to.</param>
    public static FramePlacing Of(Cast cast, Troupe troupe, IEnumerable<ScreenId> entered)
    {
        var ways = troupe.Screens.Select(one => cast.Graph.From(one.Id)).ToList();
        var sizes = troupe.Screens.Select((one, at) => (Sizes.BoxWidth, Sizes.HeightOf(one.Screen, ways[at].Count))).ToList();
        var links = new List<Link>();
        for (var from = 0; from < ways.Count; from++)
        {
            for (var row = 0; row < ways[from].Count; row++)
            {
                if (ways[from][row].To.Dialog == troupe.Dialog)
                    links.Add(new Link(from, troupe.NumberOf(ways[from][row].To), 1 - (((ways[from].Count - row - 0.5) * Sizes.Row) + Sizes.Bottom) / sizes[from].Item2));
            }
        }

        var first = troupe.Screens.Select(one => one.Id).Where(id => id.Screen == ScreenId.Start);
        var columns = Columns.Of(sizes, links, first.Concat(entered).Select(troupe.NumberOf), Sizes.Within, new Tallness(Least));
        return new FramePlacing(
            [
                .. troupe.Screens.Select((one, at) => new GraphBox(
                    one.Id, one.Screen is null ? BoxKind.Missing : BoxKind.Screen, columns.Areas[at].Moved(Sizes.FramePadding, Sizes.FrameTitle), ways[at], 1)),
            ],
            columns.Width + (2 * Sizes.FramePadding), columns.Height + Sizes.FrameTitle + Sizes.FramePadding);
    }

    public GraphFrame Frame(string dialog, double x, double y) => new(dialog, new Area(x, y, Width, Height));

    public IEnumerable<GraphBox> Moved(double x, double y) => Boxes.Select(box => box with { Area = box.Area.Moved(x, y) });
}
