using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary><c>parse_mode</c> HTML. The Markdown modes are refused: nothing here writes them.</summary>
internal static partial class MarkupText
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["strike"] = "strikethrough",
        ["del"] = "strikethrough",
        ["tg-spoiler"] = "spoiler",
        ["a"] = "text_link",
        ["code"] = "code",
        ["pre"] = "pre",
        ["blockquote"] = "blockquote",
    };

    public static (string Text, JsonArray Entities) Parse(string marked, string mode)
    {
        if (!string.Equals(mode, "HTML", StringComparison.OrdinalIgnoreCase))
            throw RefusedException.BadRequest("unsupported parse_mode");
        var text = new StringBuilder();
        var open = new Stack<(string Tag, int Offset, string? Url)>();
        var entities = new JsonArray();
        var at = 0;
        foreach (Match tag in Tag().Matches(marked))
        {
            text.Append(WebUtility.HtmlDecode(marked[at..tag.Index]));
            at = tag.Index + tag.Length;
            var name = tag.Groups["name"].Value.ToLowerInvariant();
            if (!Types.ContainsKey(name))
                throw Unparsable($"Unsupported start tag \"{name}\" at byte offset {Encoding.UTF8.GetByteCount(marked[..tag.Index])}");
            if (tag.Groups["end"].Length == 0)
                open.Push((name, text.Length, tag.Groups["href"].Success ? WebUtility.HtmlDecode(tag.Groups["href"].Value) : null));
            else
                Close(name, open, text.Length, entities);
        }
        text.Append(WebUtility.HtmlDecode(marked[at..]));
        if (open.Count > 0)
            throw Unparsable($"Can't find end tag corresponding to start tag \"{open.Peek().Tag}\"");
        return (text.ToString(), entities);
    }

    private static void Close(string name, Stack<(string Tag, int Offset, string? Url)> open, int end, JsonArray entities)
    {
        if (open.Count == 0 || open.Peek().Tag != name)
            throw Unparsable("Unexpected end tag");
        var (_, offset, url) = open.Pop();
        if (end == offset)
            return;
        var entity = Entities.Of(Types[name], offset, end - offset);
        if (name == "a")
            entity["url"] = url ?? "";
        entities.Add(entity);
    }

    private static RefusedException Unparsable(string why) => RefusedException.BadRequest("can't parse entities: " + why);

    [GeneratedRegex("""<(?<end>/?)(?<name>[A-Za-z-]+)(?:\s+href="(?<href>[^"]*)")?[^>]*>""")]
    private static partial Regex Tag();
}
