using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatSupport.BotApi.Wire;

/// <summary>One request to the Bot API: the method and its arguments, however they were sent. A value is text (query, form) or JSON.</summary>
internal sealed class Call(string method, Dictionary<string, JsonNode?> fields, Dictionary<string, UploadedFile> files)
{
    /// <summary>The method as it was asked for; the case of its letters does not matter.</summary>
    public string Method => method;

    /// <summary>What the answer says beside its result (<c>Webhook was set</c>).</summary>
    public string? Remark { get; set; }

    /// <summary>True where the argument was given and is not null.</summary>
    public bool Has(string name) => fields.GetValueOrDefault(name) is not null;

    /// <summary>The argument as text; null where it is missing.</summary>
    public string? Text(string name) => fields.GetValueOrDefault(name) switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var other => other.ToJsonString(),
    };

    /// <summary>The argument as a whole number; null where it is missing or no number.</summary>
    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The argument as a decimal number; null where it is missing or no number.</summary>
    public double? Fraction(string name) =>
        double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The argument as yes or no, as the Bot API reads it: <c>true</c>, <c>yes</c> and <c>1</c> in any case are yes.</summary>
    public bool Flag(string name) => Text(name)?.ToLowerInvariant() is "true" or "yes" or "1";

    /// <summary>The argument as JSON, also where JSON came inside text.</summary>
    /// <exception cref="RefusedException">It is not JSON.</exception>
    public JsonNode? Json(string name)
    {
        var node = fields.GetValueOrDefault(name);
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
            return node?.DeepClone();
        var text = value.GetValue<string>();
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw RefusedException.BadRequest($"can't parse {name.Replace('_', ' ')} JSON object");
        }
    }

    /// <summary>The argument as a list of whole numbers.</summary>
    public IReadOnlyList<long> Numbers(string name) =>
        Json(name) is JsonArray list ? [.. list.Select(item => long.TryParse(item?.ToString(), CultureInfo.InvariantCulture, out var n) ? n : 0)] : [];

    /// <summary>The file that the argument names (<c>attach://part</c>) or is.</summary>
    public UploadedFile? File(string name) =>
        Text(name) is { } text && text.StartsWith("attach://", StringComparison.Ordinal)
            ? files.GetValueOrDefault(text["attach://".Length..])
            : files.GetValueOrDefault(name);

    /// <summary>The file that a reference within an argument names (<c>attach://part</c>); null where it names none.</summary>
    public UploadedFile? Attached(string? reference) =>
        reference?.StartsWith("attach://", StringComparison.Ordinal) == true ? files.GetValueOrDefault(reference["attach://".Length..]) : null;

    /// <summary>All arguments for the record; of a file its name, type and size.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, value) in fields)
            json[name] = value?.DeepClone();
        foreach (var (name, file) in files)
            json[$"file:{name}"] = new JsonObject { ["name"] = file.Name, ["type"] = file.ContentType, ["size"] = file.Bytes.Length };
        return json;
    }
}
