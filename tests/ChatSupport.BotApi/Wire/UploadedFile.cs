namespace ChatSupport.BotApi.Wire;

/// <summary>A file part of a multipart request.</summary>
internal sealed record UploadedFile(string Name, string ContentType, byte[] Bytes);
