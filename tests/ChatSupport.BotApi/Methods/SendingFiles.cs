using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary>Methods that bring a file, new or by the id of one that the server has; and the way to fetch one.</summary>
internal static class SendingFiles
{
    private const int MostDownloadBytes = 20 * 1024 * 1024;

    public static JsonNode SendVoice(World world, Call call)
    {
        var file = Take(world, call, "voice", "voice", ".oga", "audio/ogg");
        return Send(world, call, "voice", FileContent.Voice(file, (int)(call.Number("duration") ?? 1)));
    }

    public static JsonNode SendPhoto(World world, Call call) =>
        Send(world, call, "photo", FileContent.Photo(Take(world, call, "photo", "photos", ".jpg", "image/jpeg")));

    public static JsonNode SendDocument(World world, Call call)
    {
        var upload = call.File("document");
        var extension = Path.GetExtension(upload?.Name) is { Length: > 0 } given ? given : ".bin";
        var file = Take(world, call, "document", "documents", extension, upload?.ContentType ?? "application/octet-stream");
        return Send(world, call, "document", FileContent.Document(file, upload?.Name));
    }

    public static JsonNode GetFile(World world, Call call)
    {
        if (call.Text("file_id") is not { Length: > 0 } id)
            throw RefusedException.BadRequest("file_id not specified");
        if (!world.Files.TryFind(id, out var file))
            throw RefusedException.BadRequest("invalid file_id");
        if (file.Bytes.Length > MostDownloadBytes)
            throw RefusedException.BadRequest("file is too big");
        var json = StoredFiles.ToJson(file);
        json["file_path"] = file.Path;
        return json;
    }

    private static JsonNode Send(World world, Call call, string kind, JsonNode body)
    {
        var content = new JsonObject { [kind] = body };
        TextRules.AddCaption(call, content);
        return Draft.Send(world, call, content);
    }

    private static StoredFile Take(World world, Call call, string argument, string folder, string extension, string contentType)
    {
        if (call.File(argument) is { } upload)
        {
            return upload.Bytes.Length > 0
                ? world.Files.Keep(folder, extension, contentType, upload.Bytes)
                : throw RefusedException.BadRequest("file must be non-empty");
        }
        if (call.Text(argument) is not { Length: > 0 } id)
            throw RefusedException.BadRequest($"there is no {argument} in the request");
        return world.Files.TryFind(id, out var known)
            ? known
            : throw RefusedException.BadRequest("wrong file identifier/HTTP URL specified");
    }
}
