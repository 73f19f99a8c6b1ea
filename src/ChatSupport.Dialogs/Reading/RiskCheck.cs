using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Risk;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Risk words that would be found everywhere, twice or never, and those that nobody reviewed.</summary>
internal static class RiskCheck
{
    /// <summary>Clusters: measured over 82,731 words of a dictionary, a keyword of three or more stands in at most a handful of others, one of two in
    /// a hundred.</summary>
    private const int ShortestKhmer = 3;

    private const int ShortestLatin = 4; // letters, doubled ones once: blanks do not count, so shorter ones arise between words
    private const int ShortestRomanised = 5; // letters, doubled ones once: of those some fold into one
    private const int ShortestChinese = 2;

    public static readonly Rule TooShort = new("DLG072", Severity.Error, "A risk word so short that it would be found everywhere");
    public static readonly Rule Repeated = new("DLG073", Severity.Warning, "A risk word stands twice");
    public static readonly Rule HarmlessWithout = new("DLG074", Severity.Warning, "A harmless word that contains no risk word of its entry");
    public static readonly Rule Unreviewed = new("DLG075", Severity.Hint, "Risk words that nobody reviewed yet");

    public static IReadOnlyList<Rule> Rules { get; } = [TooShort, Repeated, HarmlessWithout, Unreviewed];

    public static void Find(IReadOnlyList<RiskEntry> entries, ICollection<DialogIssue> issues)
    {
        var first = new Dictionary<(Fold, string), RiskEntry>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!named.Add(entry.Id))
                issues.Add(FileRules.RepeatedKey.At(entry.Mark, $"The entry '{entry.Id}' stands here a second time.", "Give one of the two another name."));
            foreach (var (script, words) in entry.Words.Words)
            {
                foreach (var word in words)
                    Find(entry, script, word, first, issues);
            }

            FindHarmless(entry, issues);
        }

        FindUnreviewed(entries, issues);
    }

    private static void Find(RiskEntry entry, string script, Keyword word, Dictionary<(Fold, string), RiskEntry> first, ICollection<DialogIssue> issues)
    {
        var folded = new RiskWord(word.Text, script);
        if (folded.Key.Length == 0)
        {
            issues.Add(ShapeRules.Empty.At(word.Mark, $"Of '{word.Text}' nothing is left to look for.", "Write a word, or delete it."));
            return;
        }

        var (size, least, unit) = Measure(folded, script);
        if (size < least)
        {
            issues.Add(TooShort.At(word.Mark, $"'{word.Text}' counts as {size} {unit}, but fewer than {least} would be found in harmless words everywhere.",
                "Write a longer word, or the word with those around it."));
        }

        if (!first.TryAdd((folded.Fold, folded.Written), entry))
        {
            var other = first[(folded.Fold, folded.Written)];
            issues.Add(Repeated.At(word.Mark, other == entry ? $"'{word.Text}' stands here a second time, or is spelled the same to the program."
                : $"'{word.Text}' stands here, but it stands in the entry '{other.Id}' already.", "Delete one of the two."));
        }
    }

    private static (int Size, int Least, string Unit) Measure(RiskWord word, string script) => word.Fold switch
    {
        Fold.Romanised => (word.Letters, ShortestRomanised, "letters"),
        Fold.Spaced => (word.Letters, ShortestLatin, "letters"),
        _ when word.Key.Any(Signs.IsKhmer) => (Clusters.Count(word.Key), ShortestKhmer, "letters with their signs"),
        _ when script == "zh" => (Clusters.Count(word.Key), ShortestChinese, "signs"),
        _ => (Clusters.Count(word.Key), 1, "signs"),
    };

    /// <summary>Asks the finder itself: a harmless word must hide a hit, and what is equal to a risk word would hide it for ever.</summary>
    private static void FindHarmless(RiskEntry entry, ICollection<DialogIssue> issues)
    {
        if (entry.Words.Not.Count == 0)
            return;

        var alone = new RiskWords([entry with { Words = new Keywords(entry.Words.Words, new Dictionary<string, IReadOnlyList<Keyword>>()) }]);
        foreach (var (script, words) in entry.Words.Not)
        {
            foreach (var word in words)
            {
                var key = new RiskWord(word.Text, script).Key;
                if (!alone.Find(word.Text).Any(hit => new RiskWord(hit.Word, script).Key.Length < key.Length))
                {
                    issues.Add(HarmlessWithout.At(word.Mark, $"'{word.Text}' is to be harmless, but it does not hold a word of '{entry.Id}' and something more.",
                        "Write the longer word as a whole, or delete it."));
                }
            }
        }
    }

    private static void FindUnreviewed(IReadOnlyList<RiskEntry> entries, ICollection<DialogIssue> issues)
    {
        var drafts = entries.SelectMany(entry => entry.Words.Words.Where(words => words.Value.Count > 0 && entry.Status.GetValueOrDefault(words.Key) != ReviewStatus.Reviewed)
            .Select(words => (Entry: entry, Script: words.Key))).ToList();
        if (drafts.Count == 0)
            return;

        var scripts = drafts.GroupBy(draft => draft.Script).Select(script => $"{script.Key} ({script.Count()})");
        issues.Add(Unreviewed.At(drafts[0].Entry.Mark, $"Entries that nobody reviewed yet: {string.Join(", ", scripts)}.",
            "Let a native speaker who knows the work read them, then write 'reviewed' in their status."));
    }
}
