using System.Runtime.InteropServices;

namespace ChatSupport.Dialogs.Risk;

/// <summary>Finds many words in one pass over a text (Aho and Corasick's automaton): a step per letter, however many words there are.</summary>
internal sealed class WordTree
{
    private const int Root = 0;

    private readonly Dictionary<(int State, char Letter), int> ways = [];
    private readonly List<int> fallback = [Root];
    private readonly List<int> shorter = [Root]; // the next state, down the fallbacks, where a word ends
    private readonly List<List<int>?> ends = [null];

    /// <param name="keys">The words, folded; what is empty is never found.</param>
    public WordTree(IReadOnlyList<string> keys)
    {
        for (var word = 0; word < keys.Count; word++)
            Plant(keys[word], word);
        Link();
    }

    /// <summary>Reports every word that stands in the text.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="found">Gets the number of the word, and the index behind its last letter.</param>
    public void Find(FoldedText text, Action<int, int> found)
    {
        var state = Root;
        for (var i = 0; i < text.Length; i++)
        {
            int next;
            while (!ways.TryGetValue((state, text[i].Key), out next) && state != Root)
                state = fallback[state];
            state = next;
            for (var at = ends[state] is null ? shorter[state] : state; at != Root; at = shorter[at])
            {
                foreach (var word in ends[at]!)
                    found(word, i + 1);
            }
        }
    }

    private void Plant(string key, int word)
    {
        var state = Root;
        foreach (var letter in key)
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(ways, (state, letter), out var isThere);
            if (!isThere)
            {
                next = ends.Count;
                ends.Add(null);
                fallback.Add(Root);
                shorter.Add(Root);
            }

            state = next;
        }

        if (state != Root)
            (ends[state] ??= []).Add(word);
    }

    private void Link()
    {
        var below = ways.ToLookup(way => way.Key.State, way => (way.Key.Letter, State: way.Value));
        var waiting = new Queue<int>(below[Root].Select(way => way.State));
        while (waiting.TryDequeue(out var state))
        {
            foreach (var (letter, next) in below[state])
            {
                waiting.Enqueue(next);
                var back = fallback[state];
                int target;
                while (!ways.TryGetValue((back, letter), out target) && back != Root)
                    back = fallback[back];
                fallback[next] = target;
                shorter[next] = ends[target] is null ? shorter[target] : target;
            }
        }
    }
}
