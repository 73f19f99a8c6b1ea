using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatSupport.BotApi.Wire;

/// <summary>Reads the arguments of a request: query string, urlencoded form, multipart form or JSON, or several at once.</summary>
internal static class CallReader
{
    private const int MostBytes = 52 * 1024 * 1024; // a bot may upload 50 MB

    public static async Task<Call> Read(HttpRequest request, string method, CancellationToken cancel)
    {
        var fields = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        var files = new Dictionary<string, UploadedFile>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Query)
            fields[name] = value.ToString();

        if (request.HasFormContentType)
            await ReadForm(request, fields, files, cancel);
        else if (request.HasJsonContentType())
            await ReadJson(request, fields, cancel);
        return new Call(method, fields, files);
    }

    private static async Task ReadForm(
        HttpRequest request, Dictionary<string, JsonNode?> fields, Dictionary<string, UploadedFile> files, CancellationToken cancel)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancel);
        }
        catch (InvalidDataException)
        {
            throw RefusedException.BadRequest("failed to parse form");
        }
        foreach (var (name, value) in form)
            fields[name] = value.ToString();
        foreach (var part in form.Files)
        {
            if (part.Length > MostBytes)
                throw new RefusedException(413, "Request Entity Too Large");
            using var bytes = new MemoryStream();
            await part.CopyToAsync(bytes, cancel);
            files[part.Name] = new UploadedFile(part.FileName, part.ContentType ?? "application/octet-stream", bytes.ToArray());
        }
    }

    private static async Task ReadJson(HttpRequest request, Dictionary<string, JsonNode?> fields, CancellationToken cancel)
    {
        try
        {
            if (await JsonNode.ParseAsync(request.Body, cancellationToken: cancel) is not JsonObject json)
                throw RefusedException.BadRequest("object expected");
            foreach (var (name, value) in json)
                fields[name] = value;
        }
        catch (JsonException)
        {
            throw RefusedException.BadRequest("can't parse request JSON object");
        }
    }
}
