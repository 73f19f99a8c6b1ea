namespace ChatSupport.Dialogs.Risk;

/// <summary>The words of all entries, prepared once.</summary>
internal sealed class RiskFinder
{
    private static readonly Fold[] folds = [Fold.Unspaced, Fold.Spaced, Fold.Romanised];

    private readonly IReadOnlyList<RiskEntry> entries;
    private readonly (Fold Fold, RiskWord[] Words, WordTree Tree)[] trees;

    public RiskFinder(IReadOnlyList<RiskEntry> entries)
    {
        this.entries = entries;
        var words = entries.SelectMany(WordsOf).Where(word => word.Key.Length > 0).ToLookup(word => word.Fold);
        trees = [.. folds.Where(words.Contains).Select(fold => (fold, words[fold].ToArray(), new WordTree([.. words[fold].Select(word => word.Key)])))];
    }

    public IReadOnlyList<RiskHit> Find(string text)
    {
        var (found, harmless) = (new List<Found>(), new List<Found>());
        foreach (var (fold, words, tree) in trees)
        {
            var folded = RiskWord.Of(fold, text);
            tree.Find(folded, (number, end) =>
            {
                var word = words[number];
                if (word.Fits(folded, end))
                    (word.IsHarmless ? harmless : found).Add(new Found(word, folded[end - word.Key.Length].Begin, folded[end - 1].End));
            });
        }

        return found.Count == 0 ? [] : Sorted(found, harmless);
    }

    private IReadOnlyList<RiskHit> Sorted(List<Found> found, List<Found> harmless)
    {
        var longer = harmless.GroupBy(one => one.Word.Entry).ToDictionary(group => group.Key, group => new Cover(group));
        var hits = new List<Found>();
        foreach (var entry in found.Where(one => !longer.TryGetValue(one.Word.Entry, out var cover) || !cover.Holds(one)).GroupBy(one => one.Word.Entry))
        {
            var end = -1;
            foreach (var one in entry.OrderBy(one => one.Start).ThenByDescending(one => one.End).Where(one => one.End > end))
            {
                hits.Add(one);
                end = one.End;
            }
        }

        return [.. hits.OrderBy(one => one.Start).ThenBy(one => entries[one.Word.Entry].Level).ThenByDescending(one => one.End)
            .Select(one => new RiskHit(entries[one.Word.Entry], one.Word.Text, one.Start, one.End - one.Start))];
    }

    private static IEnumerable<RiskWord> WordsOf(RiskEntry entry, int index) =>
        entry.Words.Words.SelectMany(script => script.Value.SelectMany(word => RiskWord.All(word.Text, script.Key, index, isHarmless: false)))
            .Concat(entry.Words.Not.SelectMany(script => script.Value.SelectMany(word => RiskWord.All(word.Text, script.Key, index, isHarmless: true))));

    private readonly record struct Found(RiskWord Word, int Start, int End);

    /// <summary>Places in a text, quick to ask however many there are.</summary>
    private sealed class Cover
    {
        private readonly int[] starts;
        private readonly int[] ends; // the furthest end of any place that starts no later

        public Cover(IEnumerable<Found> places)
        {
            var sorted = places.OrderBy(place => place.Start).ToArray();
            starts = [.. sorted.Select(place => place.Start)];
            ends = new int[sorted.Length];
            for (var (i, end) = (0, 0); i < sorted.Length; i++)
                ends[i] = end = Math.Max(end, sorted[i].End);
        }

        public bool Holds(Found one)
        {
            var (low, high) = (0, starts.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = starts[middle] <= one.Start ? (middle + 1, high) : (low, middle);
            }

            return low > 0 && ends[low - 1] >= one.End;
        }
    }
}
