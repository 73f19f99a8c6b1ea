using System.Text.Json;

namespace ChatSupport.Channels.DirectLine;

/// <summary>What a client posts. Whatever the protocol leaves open is kept as it came and looked at with care.</summary>
internal sealed record IncomingActivity
{
    private const int LongestId = 128;

    public string? Type { get; init; }

    public string? Text { get; init; }

    public string? Name { get; init; }

    public string? Locale { get; init; }

    public string? ReplyToId { get; init; }

    /// <summary>The activity that an edit or a deletion means.</summary>
    public string? Id { get; init; }

    public JsonElement Value { get; init; }

    public JsonElement From { get; init; }

    public JsonElement ChannelData { get; init; }

    public JsonElement Attachments { get; init; }

    /// <summary>The client's own id of it; null where it gave none that can be used.</summary>
    public string? ClientId => Short(TextIn(ChannelData, "clientActivityID"));

    public string? ClientTimestamp => Short(TextIn(ChannelData, "clientTimestamp"));

    public bool IsPostBack => Flag(ChannelData, "postBack");

    /// <summary>The client can show a menu in the place of an older one.</summary>
    public bool InPlace => Flag(ChannelData, "inPlace");

    public string? UserId => Short(TextIn(From, "id"));

    public bool HasAttachments => Attachments.ValueKind == JsonValueKind.Array && Attachments.GetArrayLength() > 0;

    /// <summary>What a pressed button says.</summary>
    public string? PressedValue => TextOf(Value) ?? (IsPostBack ? Text : null);

    public SharedLocation? Location =>
        ChannelData.ValueKind == JsonValueKind.Object && ChannelData.TryGetProperty("location", out var spot)
        && Number(spot, "latitude") is { } latitude && Number(spot, "longitude") is { } longitude
            ? new SharedLocation(latitude, longitude)
            : null;

    /// <summary>A text field of an object; null where it is no object, has no such field or the field is no text.</summary>
    public static string? TextIn(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) ? TextOf(field) : null;

    /// <summary>True only where an object has the field and it is true.</summary>
    public static bool Flag(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.True;

    /// <summary>An id as clients make them; null for what is none.</summary>
    public static string? Short(string? text) => text is { Length: > 0 and <= LongestId } ? text : null;

    private static string? TextOf(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a letter
        }
    }

    private static double? Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Number
            && field.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : null;
}

/// <summary>What a client says when it starts a conversation or asks for a token. Everything may be left out.</summary>
internal sealed record StartRequest
{
    public JsonElement User { get; init; }

    public string? Locale { get; init; }

    public JsonElement ChannelData { get; init; }

    public string? UserId => IncomingActivity.Short(IncomingActivity.TextIn(User, "id"));

    public bool InPlace => IncomingActivity.Flag(ChannelData, "inPlace");
}
