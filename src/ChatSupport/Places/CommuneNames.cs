using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Places;

/// <summary>The communes and districts, found by code or by whatever a worker types for them.</summary>
internal sealed class CommuneNames
{
    /// <summary>More than this is no answer to "where are you".</summary>
    private const int Longest = 200;

    private readonly Dictionary<string, Commune> byCode;
    private readonly KhmerNames khmer;
    private readonly LatinNames latin;

    public CommuneNames(IReadOnlyList<Commune> communes)
    {
        All = communes;
        byCode = communes.ToDictionary(commune => commune.Code, StringComparer.Ordinal);
        khmer = new KhmerNames(communes);
        latin = new LatinNames(communes);
    }

    /// <summary>All of them, in the order of the file.</summary>
    public IReadOnlyList<Commune> All { get; }

    /// <summary>The one with exactly this code, or null.</summary>
    public Commune? WithCode(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The commune or district that a text names: a code, a name in Khmer or in Latin letters as people spell them, a quarter's number
    /// in either digits, with or without words like <c>ខ្ញុំនៅ</c>, <c>សង្កាត់</c>, <c>near</c> around it.</summary>
    /// <returns>Null where the text names none, or several.</returns>
    public Commune? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
            return null;

        var key = StrictKey.Of(text);
        return WithCode(key) ?? khmer.Find(key) ?? latin.Find(key);
    }

    /// <summary>One out of several that share a name: what the word before it says (ស្រុក, district), else the smaller one.</summary>
    internal static Commune? Choose(IReadOnlyList<Commune> candidates, bool? district)
    {
        var fitting = candidates.Where(commune => district is null || commune.IsDistrict == district).ToList();
        if (fitting.Count == 0)
            fitting = [.. candidates];
        if (district is null && fitting.Any(commune => !commune.IsDistrict))
            fitting.RemoveAll(commune => commune.IsDistrict);
        return fitting.Count == 1 ? fitting[0] : null;
    }
}
