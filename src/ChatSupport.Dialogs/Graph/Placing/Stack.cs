namespace ChatSupport.Dialogs.Graph.Placing;

/// <summary>Things in a column, each as near as can be to where it would like to stand.</summary>
internal static class Stack
{
    /// <summary>The upper sides, of which the squares of all distances from the wishes together are least.</summary>
    /// <param name="wishes">Where each would like its upper side.</param>
    /// <param name="heights">How high each is; they keep their order.</param>
    /// <param name="gap">Free room between two.</param>
    public static double[] Of(IReadOnlyList<double> wishes, IReadOnlyList<double> heights, double gap)
    {
        var tops = new double[wishes.Count];
        var blocks = new List<(double Sum, int Count)>(); // what touches one another moves as one
        var stacked = 0.0;
        for (var at = 0; at < wishes.Count; at++)
        {
            tops[at] = stacked;
            (double Sum, int Count) block = (wishes[at] - stacked, 1);
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Count >= block.Sum / block.Count)
            {
                block = (block.Sum + blocks[^1].Sum, block.Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
            stacked += heights[at] + gap;
        }

        var thing = 0;
        foreach (var (sum, count) in blocks)
        {
            for (var end = thing + count; thing < end; thing++)
                tops[thing] += sum / count;
        }

        return tops;
    }
}
