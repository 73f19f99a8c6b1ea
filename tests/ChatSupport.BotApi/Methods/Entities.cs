using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatSupport.BotApi.Methods;

/// <summary>The parts of a text that mean something: those that the sender gave and those that the server finds itself.</summary>
internal static partial class Entities
{
    /// <summary>Moves given entities to the trimmed text, cuts what sticks out, and adds commands, mentions, links and addresses.</summary>
    /// <param name="given">As the sender wrote them, for the text before trimming.</param>
    /// <param name="text">The trimmed text.</param>
    /// <param name="trimmed">How many UTF-16 units were trimmed off its start.</param>
    public static JsonArray Fit(JsonArray given, string text, int trimmed)
    {
        var fitted = new List<JsonObject>();
        foreach (var one in given.OfType<JsonObject>())
        {
            var from = Math.Max(0, Number(one, "offset") - trimmed);
            var to = Math.Min(text.Length, Number(one, "offset") - trimmed + Number(one, "length"));
            if (to <= from)
                continue;
            var moved = (JsonObject)one.DeepClone();
            moved["offset"] = from;
            moved["length"] = to - from;
            fitted.Add(moved);
        }
        fitted.AddRange(Found(text).Where(found => !fitted.Any(one => Overlap(one, found))).ToList());
        return new JsonArray([.. fitted.OrderBy(one => Number(one, "offset"))]);
    }

    /// <summary>What the server finds in a text by itself.</summary>
    public static IEnumerable<JsonObject> Found(string text) =>
        from pattern in new (string Type, Regex Pattern)[] { ("bot_command", Command()), ("mention", Mention()), ("email", Email()), ("url", Url()) }
        from Match match in pattern.Pattern.Matches(text)
        select Of(pattern.Type, match.Index, match.Length);

    public static JsonObject Of(string type, int offset, int length) => new() { ["offset"] = offset, ["length"] = length, ["type"] = type };

    private static bool Overlap(JsonObject a, JsonObject b) =>
        Number(a, "offset") < Number(b, "offset") + Number(b, "length") && Number(b, "offset") < Number(a, "offset") + Number(a, "length");

    private static int Number(JsonObject entity, string field) => int.TryParse(entity[field]?.ToString(), CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"(?<![\w/])/[A-Za-z0-9_]{1,64}(@\w{3,32})?(?!\w|/)")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w/])@[A-Za-z]\w{3,31}")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w.@])[\w.+-]+@[\w-]+(\.[\w-]+)+")]
    private static partial Regex Email();

    [GeneratedRegex(@"https?://[^\s<>""]+")]
    private static partial Regex Url();
}
