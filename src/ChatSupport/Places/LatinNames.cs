using System.Text.RegularExpressions;

namespace ChatSupport.Places;

/// <summary>Finds commune names written in Latin letters. There is no one spelling, so vowels that people mix up count as the same
/// and one slip is forgiven in a longer name.</summary>
internal sealed partial class LatinNames
{
    private const int ShortestWithSlip = 5;

    private static readonly HashSet<string> Fillers = new(
        ["i", "im", "am", "m", "live", "stay", "work", "in", "at", "near", "by", "the", "of", "my", "is", "lek", "no", "number", "nov", "nou", "now", "neu", "chit", "knong", "khnom", "knhom", "khum", "sangkat", "sangkhat", "commune", "quarter", "srok", "krong", "district", "city", "municipality", "town"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> SmallWords = new(["khum", "sangkat", "sangkhat", "commune", "quarter"], StringComparer.Ordinal);
    private static readonly HashSet<string> LargeWords = new(["srok", "krong", "district", "city", "municipality"], StringComparer.Ordinal);

    private readonly ILookup<string, Commune> byFold;

    public LatinNames(IReadOnlyList<Commune> communes) =>
        byFold = communes
            .SelectMany(commune => commune.Also.Append(commune.Name.Exactly("en") ?? "").Select(name => (Fold: Fold(Tokens(name)), commune)))
            .Where(pair => pair.Fold.Length > 0)
            .Distinct()
            .ToLookup(pair => pair.Fold, pair => pair.commune, StringComparer.Ordinal);

    /// <param name="key">The strict key of what she typed: lower case, digits 0 to 9.</param>
    public Commune? Find(string key)
    {
        var words = WordPattern().Matches(key.Replace("'", "", StringComparison.Ordinal)).Select(match => match.Value).ToArray();
        bool? district = words.Any(SmallWords.Contains) ? false : words.Any(LargeWords.Contains) ? true : null;
        var tokens = words.Where(word => !Fillers.Contains(word)).ToArray();
        var whole = Fold(tokens);
        if (whole.Length == 0)
            return null;
        if (byFold.Contains(whole))
            return CommuneNames.Choose([.. byFold[whole]], district);

        return Inside(tokens) is { } inside ? CommuneNames.Choose(inside, district)
            : WithOneSlip(whole) is { } near ? CommuneNames.Choose(near, district) : null;
    }

    /// <summary>A name among other words: up to four neighbours, the longest first.</summary>
    private IReadOnlyList<Commune>? Inside(string[] tokens)
    {
        for (var length = Math.Min(4, tokens.Length); length > 0; length--)
        {
            for (var at = 0; at + length <= tokens.Length; at++)
            {
                var fold = Fold(tokens[at..(at + length)]);
                if (fold.Length >= ShortestWithSlip - 1 && byFold.Contains(fold))
                    return [.. byFold[fold]];
            }
        }

        return null;
    }

    private List<Commune>? WithOneSlip(string whole)
    {
        if (whole.Length < ShortestWithSlip)
            return null;

        var near = byFold.Where(names => names.Key.Length >= ShortestWithSlip && IsOneSlip(whole, names.Key)).ToList();
        return near.Count == 0 ? null : [.. near.SelectMany(names => names).Distinct()];
    }

    /// <summary>One letter added, left out or replaced.</summary>
    private static bool IsOneSlip(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
            return false;

        var same = 0;
        while (same < left.Length && same < right.Length && left[same] == right[same])
            same++;
        var restLeft = left.AsSpan(same);
        var restRight = right.AsSpan(same);
        if (restLeft.Length == restRight.Length)
            return restLeft.Length > 0 && restLeft[1..].SequenceEqual(restRight[1..]);
        return restLeft.Length > restRight.Length ? restLeft[1..].SequenceEqual(restRight) : restLeft.SequenceEqual(restRight[1..]);
    }

    private static string[] Tokens(string name) =>
        [.. WordPattern().Matches(name.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal)).Select(match => match.Value).Where(word => !Fillers.Contains(word))];

    private static string Fold(string[] tokens)
    {
        var text = string.Concat(tokens);
        text = USounds().Replace(text, "u");
        text = OSounds().Replace(text, "o");
        text = ESounds().Replace(text, "e");
        return Doubles().Replace(text, "$1");
    }

    [GeneratedRegex("[a-z]+|[0-9]+")]
    private static partial Regex WordPattern();

    [GeneratedRegex("ueu|oeu|ou|oo|ue|eu|oe")]
    private static partial Regex USounds();

    [GeneratedRegex("oa|ao|au")]
    private static partial Regex OSounds();

    [GeneratedRegex("ae|ei|ey|ay|ai")]
    private static partial Regex ESounds();

    [GeneratedRegex("([a-z])\\1+")]
    private static partial Regex Doubles();
}
