using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Places;

/// <summary>Finds commune names in Khmer text, which has no blanks between words.</summary>
internal sealed class KhmerNames
{
    private const char Coeng = '\u17D2';

    /// <summary>Words before a name that say nothing of which one it is.</summary>
    private static readonly string[] Fillers = Keys("ខ្ញុំ", "កំពុង", "ស្នាក់", "រស់", "ធ្វើការ", "នៅ", "ក្នុង", "ជិត", "ម្ដុំ", "ឯ", "លេខ");

    private static readonly string[] SmallWords = Keys("ឃុំ", "សង្កាត់");
    private static readonly string[] LargeWords = Keys("ស្រុក", "ក្រុង", "ខណ្ឌ");

    private readonly ILookup<string, Commune> byKey;

    public KhmerNames(IReadOnlyList<Commune> communes) =>
        byKey = communes
            .SelectMany(commune => commune.Also.Append(commune.Name.Exactly("km") ?? "").Select(name => (Key: Strip(Squeeze(StrictKey.Of(name)), out _), commune)))
            .Where(pair => pair.Key.Length > 0 && !pair.Key.Any(char.IsAsciiLetter))
            .Distinct()
            .ToLookup(pair => pair.Key, pair => pair.commune, StringComparer.Ordinal);

    /// <param name="key">The strict key of what she typed.</param>
    public Commune? Find(string key)
    {
        var rest = Strip(Squeeze(key), out var district);
        if (byKey.Contains(rest))
            return CommuneNames.Choose([.. byKey[rest]], district);

        // A short name is part of many words, so inside a sentence only longer ones count; the longest hit is the most specific.
        var hit = byKey.Where(names => Clusters(names.Key) >= 3 && Contains(rest, names.Key)).MaxBy(names => names.Key.Length);
        return hit is null ? null : CommuneNames.Choose([.. hit], district);
    }

    private static string Strip(string text, out bool? district)
    {
        district = null;
        for (var again = true; again;)
        {
            again = TryCut(Fillers, ref text);
            if (TryCut(SmallWords, ref text))
                (district, again) = (false, true);
            if (TryCut(LargeWords, ref text))
                (district, again) = (true, true);
        }

        return text;
    }

    private static bool TryCut(string[] words, ref string text)
    {
        foreach (var word in words)
        {
            if (text.Length <= word.Length || !text.StartsWith(word, StringComparison.Ordinal) || IsSign(text[word.Length]))
                continue;
            text = text[word.Length..];
            return true;
        }

        return false;
    }

    private static bool Contains(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || text[at - 1] != Coeng) && (end == text.Length || !IsSign(text[end])))
                return true;
        }

        return false;
    }

    private static int Clusters(string key) => key.Where((c, i) => c is >= '\u1780' and <= '\u17B3' && (i == 0 || key[i - 1] != Coeng)).Count();

    private static bool IsSign(char c) => c is (>= '\u17B6' and <= '\u17D3') or '\u17DD';

    private static string Squeeze(string key) => key.Replace(" ", "", StringComparison.Ordinal);

    private static string[] Keys(params string[] words) => [.. words.Select(StrictKey.Of)];
}
