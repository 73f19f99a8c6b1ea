namespace ChatSupport.Dialogs.Graph.Placing;

/// <summary>How tall a column may be.</summary>
/// <param name="Least">A layer up to this height stays in one column, however small the whole is.</param>
/// <param name="OfSquare">Beyond that: the part of the side of a square that would hold everything.</param>
internal readonly record struct Tallness(double Least, double OfSquare = 0.8);

/// <summary>Layers as columns from left to right. A layer that would be too tall takes several.</summary>
internal sealed class Columns
{
    private readonly Area[] areas;

    private Columns(Area[] areas) => this.areas = areas;

    /// <summary>Where each node stands, by number; the first column and the topmost node begin at 0.</summary>
    public IReadOnlyList<Area> Areas => areas;

    public double Width => areas.Length == 0 ? 0 : areas.Max(area => area.Right);

    public double Height => areas.Length == 0 ? 0 : areas.Max(area => area.Bottom);

    /// <summary>Places nodes.</summary>
    /// <param name="sizes">Width and height of each.</param>
    /// <param name="links">The ways between them: a node goes to the height of those that lead to it.</param>
    /// <param name="roots">As for <see cref="Layers.Of"/>.</param>
    /// <param name="gaps">Free room around each.</param>
    /// <param name="tallness">What one column may hold.</param>
    public static Columns Of(IReadOnlyList<(double Width, double Height)> sizes, IReadOnlyList<Link> links, IEnumerable<int> roots, Gaps gaps, Tallness tallness)
    {
        var tallest = Math.Max(tallness.Least, tallness.OfSquare * Math.Sqrt(sizes.Sum(size => (size.Width + gaps.Across) * (size.Height + gaps.Down))));
        var areas = new Area[sizes.Count];
        var isPlaced = new bool[sizes.Count];
        var before = links.ToLookup(link => link.To);
        var left = 0.0;
        foreach (var layer in Layers.Of(sizes.Count, links, roots))
        {
            var wishes = Wishes(layer, before, areas, isPlaced);
            foreach (var (from, to) in Cut(layer, sizes, gaps.Down, tallest))
            {
                var column = layer[from..to];
                var tops = Stack.Of(to - from == layer.Count ? wishes : Even(column.Count, wishes), [.. column.Select(node => sizes[node].Height)], gaps.Down);
                for (var at = 0; at < column.Count; at++)
                    areas[column[at]] = new Area(left, tops[at], sizes[column[at]].Width, sizes[column[at]].Height);
                left += column.Max(node => sizes[node].Width) + gaps.Across;
            }

            foreach (var node in layer)
                isPlaced[node] = true;
        }

        var top = areas.Length == 0 ? 0 : areas.Min(area => area.Y);
        return new Columns([.. areas.Select(area => area.Moved(0, -top))]);
    }

    /// <summary>Where each would like its upper side: at the height of what leads to it from the left.</summary>
    private static double[] Wishes(List<int> layer, ILookup<int, Link> before, Area[] areas, bool[] isPlaced)
    {
        var own = layer.Select(node => before[node].Where(link => isPlaced[link.From])
            .Select(link => (double?)(areas[link.From].Y + (areas[link.From].Height * link.Port) - (Sizes.Name / 2))).Average()).ToList();
        var middle = own.Average() ?? 0;
        return [.. own.Select(wish => wish ?? middle)];
    }

    private static double[] Even(int count, double[] wishes)
    {
        var even = new double[count];
        Array.Fill(even, wishes.Average());
        return even;
    }

    /// <summary>Parts of a layer that are no taller than that, unless one alone is, and about as tall as one another.</summary>
    private static IEnumerable<(int From, int To)> Cut(List<int> layer, IReadOnlyList<(double Width, double Height)> sizes, double gap, double tallest)
    {
        var whole = layer.Sum(node => sizes[node].Height + gap);
        var each = whole / Math.Ceiling(whole / (tallest + gap));
        var (from, height) = (0, 0.0);
        for (var at = 0; at < layer.Count; at++)
        {
            var more = sizes[layer[at]].Height + gap;
            if (at > from && height + (more / 2) > each)
            {
                yield return (from, at);
                (from, height) = (at, 0);
            }

            height += more;
        }

        yield return (from, layer.Count);
    }
}
