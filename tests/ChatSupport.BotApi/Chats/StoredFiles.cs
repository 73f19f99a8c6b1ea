using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatSupport.BotApi.Chats;

/// <summary>A file that the server keeps.</summary>
internal sealed record StoredFile(string Id, string UniqueId, string Path, string ContentType, byte[] Bytes);

/// <summary>Every file that was sent, by its id and by its path.</summary>
internal sealed class StoredFiles(int seed)
{
    private readonly Dictionary<string, StoredFile> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredFile> byPath = new(StringComparer.Ordinal);

    /// <summary>Keeps a file; equal bytes get a new id each time, as in the messenger.</summary>
    /// <param name="folder">The part of the path before the name: <c>voice</c>, <c>photos</c>.</param>
    /// <param name="extension">The end of the name, with its dot.</param>
    /// <param name="contentType">What it is served as.</param>
    /// <param name="bytes">The content.</param>
    public StoredFile Keep(string folder, string extension, string contentType, byte[] bytes)
    {
        var number = byId.Count + 1;
        var code = string.Create(CultureInfo.InvariantCulture, $"{(uint)HashCode(number):x8}{number:x6}");
        var file = new StoredFile($"AwACAgUAAxkBAA{code}", $"AgAD{code}", $"{folder}/file_{number}{extension}", contentType, bytes);
        byId.Add(file.Id, file);
        byPath.Add(file.Path, file);
        return file;
    }

    public bool TryFind(string id, [NotNullWhen(true)] out StoredFile? file) => byId.TryGetValue(id, out file);

    public bool TryFindByPath(string path, [NotNullWhen(true)] out StoredFile? file) => byPath.TryGetValue(path, out file);

    /// <summary>The fields that every kind of file has.</summary>
    public static JsonObject ToJson(StoredFile file) => new()
    {
        ["file_id"] = file.Id,
        ["file_unique_id"] = file.UniqueId,
        ["file_size"] = file.Bytes.Length,
    };

    private int HashCode(int number) => unchecked((seed * 486187739) + (number * 16777619));
}
