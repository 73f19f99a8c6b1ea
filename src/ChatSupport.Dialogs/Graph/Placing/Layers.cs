namespace ChatSupport.Dialogs.Graph.Placing;

/// <summary>A way between two nodes, both by number.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Port">How far down its node it begins: from 0 at the top to 1.</param>
internal readonly record struct Link(int From, int To, double Port = 0.5);

/// <summary>Puts nodes in layers by their distance from the first, and those of a layer in an order in which few links cross.</summary>
internal static class Layers
{
    private const int Sweeps = 4; // more hardly change anything

    /// <summary>The layers, each from top to bottom.</summary>
    /// <param name="count">How many nodes there are.</param>
    /// <param name="links">The ways between them.</param>
    /// <param name="roots">Where distances are measured from: the first, and for what it does not reach the next that was not reached. Whatever is left follows by number.</param>
    public static List<List<int>> Of(int count, IReadOnlyList<Link> links, IEnumerable<int> roots)
    {
        var (next, before) = (Lists(count), Lists(count));
        foreach (var link in links)
        {
            next[link.From].Add(link);
            before[link.To].Add(link);
        }

        var layers = ByDistance(next, roots.Concat(Enumerable.Range(0, count)));
        Uncross(layers, next, before);
        return layers;
    }

    private static List<Link>[] Lists(int count)
    {
        var lists = new List<Link>[count];
        for (var node = 0; node < count; node++)
            lists[node] = [];
        return lists;
    }

    private static List<List<int>> ByDistance(List<Link>[] next, IEnumerable<int> roots)
    {
        var layers = new List<List<int>>();
        var reached = new bool[next.Length];
        var waiting = new Queue<(int Node, int Layer)>();
        foreach (var root in roots)
        {
            Reach(root, 0);
            while (waiting.TryDequeue(out var at))
            {
                foreach (var link in next[at.Node])
                    Reach(link.To, at.Layer + 1);
            }
        }

        return layers;

        void Reach(int node, int layer)
        {
            if (reached[node])
                return;
            reached[node] = true;
            if (layer == layers.Count)
                layers.Add([]);
            layers[layer].Add(node);
            waiting.Enqueue((node, layer));
        }
    }

    /// <summary>The barycentre heuristic: each node goes to the middle of its neighbours in the layer before, then in the layer after, and again.</summary>
    private static void Uncross(List<List<int>> layers, List<Link>[] next, List<Link>[] before)
    {
        var layerOf = new int[next.Length];
        var place = new double[next.Length]; // 0 to 1 down its layer
        for (var layer = 0; layer < layers.Count; layer++)
        {
            foreach (var node in layers[layer])
                layerOf[node] = layer;
            Number(layers[layer], place);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var layer = 1; layer < layers.Count; layer++)
                Sort(layers[layer], node => Middle(node, before[node].Where(link => layerOf[link.From] == layer - 1).Select(link => place[link.From] + (link.Port / layers[layer - 1].Count))));
            for (var layer = layers.Count - 2; layer >= 0; layer--)
                Sort(layers[layer], node => Middle(node, next[node].Where(link => layerOf[link.To] == layer + 1).Select(link => place[link.To])));
        }

        double Middle(int node, IEnumerable<double> neighbours) => neighbours.DefaultIfEmpty(place[node]).Average();

        void Sort(List<int> layer, Func<int, double> keyOf)
        {
            var sorted = layer.OrderBy(keyOf).ToList(); // keeps the order of equals
            layer.Clear();
            layer.AddRange(sorted);
            Number(layer, place);
        }
    }

    private static void Number(List<int> layer, double[] place)
    {
        for (var at = 0; at < layer.Count; at++)
            place[layer[at]] = (double)at / layer.Count;
    }
}
