using System.Collections.Frozen;
using Fluid;

namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>The filters that templates may use: the harmless ones of the library and our own.</summary>
internal static class LiquidFilters
{
    // Left out on purpose: what reads a clock, hashes, decodes, escapes for the web, or cuts text between UTF-16 units.
    private static readonly FrozenSet<string> ofTheLibrary = new[]
    {
        "join", "first", "last", "concat", "map", "reverse", "size", "sort", "uniq", "where", "sum", "find", "has", "reject", "compact",
        "append", "prepend", "remove", "replace", "split", "strip", "strip_newlines", "downcase", "upcase", "capitalize", "default",
        "abs", "at_least", "at_most", "ceil", "divided_by", "floor", "minus", "modulo", "plus", "round", "times",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FilterDelegate> ours = new Dictionary<string, FilterDelegate>
    {
        ["money"] = OurFilters.Money,
        ["date"] = OurFilters.Date,
        ["distance"] = OurFilters.Distance,
        ["khdigits"] = OurFilters.KhmerDigits,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ofTheLibrary.Concat(ours.Keys).Order(StringComparer.Ordinal)];

    public static bool Exists(string name) => ofTheLibrary.Contains(name) || ours.ContainsKey(name);

    public static void Keep(FilterCollection filters)
    {
        foreach (var name in filters.Select(filter => filter.Key).Where(name => !ofTheLibrary.Contains(name)).ToList())
            filters.Remove(name);
        foreach (var (name, filter) in filters.ToList())
            filters.AddFilter(name, Limits.Bound(filter));
        foreach (var (name, filter) in ours)
            filters.AddFilter(name, filter);
    }
}
