namespace ChatSupport.Dialogs.Reading;

/// <summary>One file below the content folder, unread.</summary>
/// <param name="Path">Path below the folder, with <c>/</c>: <c>rights/hours.yaml</c>.</param>
/// <param name="Bytes">Its bytes as they are on disk.</param>
public sealed record ContentFile(string Path, ReadOnlyMemory<byte> Bytes);
