using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content;

/// <summary>What taking the files of one folder over into another would do. Recordings stay as they are.</summary>
/// <param name="New">Files that are not there yet.</param>
/// <param name="Changed">Files that stand there with other bytes.</param>
/// <param name="Gone">Files that would be deleted.</param>
/// <param name="Result">All content as it would be.</param>
internal sealed record ContentImport(
    IReadOnlyList<ContentFile> New, IReadOnlyList<ContentFile> Changed, IReadOnlyList<ContentFile> Gone, IReadOnlyList<ContentFile> Result)
{
    public bool ChangesNothing => New.Count + Changed.Count + Gone.Count == 0;

    /// <summary>Compares.</summary>
    /// <param name="there">What stands in the content folder.</param>
    /// <param name="taken">What is taken over.</param>
    /// <param name="exact">Whether dialogs, places and talks that are not taken go.</param>
    public static ContentImport Of(IReadOnlyList<ContentFile> there, IReadOnlyList<ContentFile> taken, bool exact)
    {
        var before = there.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var after = taken.Where(file => ContentFolder.IsText(file.Path)).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var stays = there.Where(file => !after.ContainsKey(file.Path)).ToLookup(file => !exact || !ContentFolder.IsText(file.Path));
        return new ContentImport(
            [.. after.Values.Where(file => !before.ContainsKey(file.Path))],
            [.. after.Values.Where(file => before.TryGetValue(file.Path, out var old) && !old.Bytes.Span.SequenceEqual(file.Bytes.Span))],
            [.. stays[false]],
            [.. after.Values.Concat(stays[true]).OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }
}
