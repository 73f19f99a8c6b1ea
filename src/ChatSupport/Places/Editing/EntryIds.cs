using System.Globalization;
using System.Text;

namespace ChatSupport.Places.Editing;

/// <summary>Ids of entries: short names that work in addresses.</summary>
internal static class EntryIds
{
    private const int Longest = 60;

    /// <summary>Pages of the directory that have such an address.</summary>
    private static readonly string[] taken = ["new", "import", "export"];

    /// <summary>Whether a new entry may be called so.</summary>
    public static bool IsGood(string id) => id.Length is > 0 and <= Longest && !taken.Contains(id, StringComparer.Ordinal) && char.IsAsciiLetterLower(id[0])
        && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>An id that nobody has, from what the entry is called in English.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="has">Whether another has an id.</param>
    public static string For(EntryText entry, Func<string, bool> has)
    {
        var id = new StringBuilder();
        foreach (var letter in entry[EntryColumns.Of(EntryColumns.Name, "en")].ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(letter) || (char.IsAsciiDigit(letter) && id.Length > 0))
                id.Append(letter);
            else if (id.Length > 0 && id[^1] != '-')
                id.Append('-');
        }

        var name = id.ToString()[..Math.Min(id.Length, Longest - 6)].Trim('-');
        name = IsGood(name) ? name : entry.IsHotline ? "number" : "place";
        return Enumerable.Range(1, int.MaxValue - 1).Select(at => at == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{at}")).First(candidate => !has(candidate));
    }
}
