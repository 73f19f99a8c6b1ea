using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Tests.Khmer;

/// <summary>Topics in short: <c>Topic("hours", "label | label", km: "word | word", not: "phrase")</c>.</summary>
internal static class Topics
{
    public static MatchTopic Topic(
        string id, string labels = "", string km = "", string roman = "", string en = "", string vi = "", string not = "", bool crisis = false) =>
        new(id, Parts(labels), new Keywords(
            new Dictionary<string, IReadOnlyList<Keyword>> { ["km"] = Words(km), ["km-Latn"] = Words(roman), ["en"] = Words(en), ["vi"] = Words(vi) },
            new Dictionary<string, IReadOnlyList<Keyword>> { ["km"] = Words(not) }), crisis);

    public static string? Certain(this Matcher matcher, string said)
    {
        var result = matcher.Match(said);
        return result.Certainty == MatchCertainty.Certain ? result.Hits[0].Topic : null;
    }

    public static string Outcome(this Matcher matcher, string said)
    {
        var result = matcher.Match(said);
        return result.Certainty == MatchCertainty.Certain
            ? $"Certain: {result.Hits[0].Topic}"
            : $"{result.Certainty}: {string.Join(' ', result.Hits.Select(hit => hit.Topic).Order())}".TrimEnd(' ', ':');
    }

    private static string[] Parts(string text) => text.Split(" | ", StringSplitOptions.RemoveEmptyEntries);

    private static List<Keyword> Words(string text) => [.. Parts(text).Select(word => new Keyword(word, default))];
}
