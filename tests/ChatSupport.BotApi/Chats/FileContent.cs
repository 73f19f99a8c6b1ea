using System.Text.Json.Nodes;

namespace ChatSupport.BotApi.Chats;

/// <summary>How a file stands in a message, by kind.</summary>
internal static class FileContent
{
    public static JsonObject Voice(StoredFile file, int seconds) => With(file, ("duration", seconds), ("mime_type", file.ContentType));

    /// <summary>A photo is there in several sizes, the largest last.</summary>
    public static JsonArray Photo(StoredFile file) =>
        new(With(file, ("width", 90), ("height", 67)), With(file, ("width", 1280), ("height", 960)));

    public static JsonObject Document(StoredFile file, string? name)
    {
        var json = With(file, ("mime_type", file.ContentType));
        if (name is not null)
            json["file_name"] = name;
        return json;
    }

    public static JsonObject Video(StoredFile file, int seconds) =>
        With(file, ("width", 640), ("height", 480), ("duration", seconds), ("mime_type", file.ContentType));

    public static JsonObject Sticker(StoredFile file, string emoji) =>
        With(file, ("type", "regular"), ("width", 512), ("height", 512), ("is_animated", false), ("is_video", false), ("emoji", emoji));

    private static JsonObject With(StoredFile file, params ReadOnlySpan<(string Name, JsonNode Value)> fields)
    {
        var json = StoredFiles.ToJson(file);
        foreach (var (name, value) in fields)
            json[name] = value;
        return json;
    }
}
