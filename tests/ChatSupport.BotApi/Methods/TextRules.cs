using System.Text.Json.Nodes;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary>Texts and captions with their entities. Offsets and lengths count UTF-16 units, as C# strings do.</summary>
internal static class TextRules
{
    public const int MostInText = 4096;
    public const int MostInCaption = 1024;

    /// <summary>Reads <c>text</c> into the fields of a message.</summary>
    /// <exception cref="RefusedException">It is empty, too long or its entities do not fit.</exception>
    public static JsonObject ReadText(Call call)
    {
        var content = Read(call, "text", "entities");
        if (content.Count == 0)
            throw RefusedException.BadRequest("message text is empty");
        if (content["text"]!.GetValue<string>().Length > MostInText)
            throw RefusedException.BadRequest("message is too long");
        if (call.Json("link_preview_options") is JsonObject preview)
            content["link_preview_options"] = preview;
        return content;
    }

    /// <summary>Adds <c>caption</c>, if there is one, to the fields of a message.</summary>
    public static void AddCaption(Call call, JsonObject content)
    {
        var read = Read(call, "caption", "caption_entities");
        if (read["caption"]?.GetValue<string>().Length > MostInCaption)
            throw RefusedException.BadRequest("message caption is too long");
        foreach (var (name, value) in read)
            content[name] = value?.DeepClone();
    }

    private static JsonObject Read(Call call, string textField, string entitiesField)
    {
        var text = call.Text(textField) ?? "";
        var given = call.Json(entitiesField) as JsonArray ?? [];
        if (call.Text("parse_mode") is { Length: > 0 } mode)
            (text, given) = MarkupText.Parse(text, mode);

        var start = text.Length - text.TrimStart().Length;
        text = text.Trim();
        if (text.Length == 0)
            return [];
        var content = new JsonObject { [textField] = text };
        var entities = Entities.Fit(given, text, start);
        if (entities.Count > 0)
            content[entitiesField] = entities;
        return content;
    }
}
