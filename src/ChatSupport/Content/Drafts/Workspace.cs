using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content.Drafts;

/// <summary>The content as it would be if all drafts were published now, read and checked.</summary>
/// <param name="Live">The number of the live revision.</param>
/// <param name="Published">The files of that revision.</param>
/// <param name="Files">The same with the drafts in their place.</param>
/// <param name="Drafts">The drafts, by path.</param>
/// <param name="Reading">What was read of <paramref name="Files"/>.</param>
/// <param name="Before">The dialogs of <paramref name="Published"/>.</param>
internal sealed record Workspace(
    long Live, IReadOnlyList<ContentFile> Published, IReadOnlyList<ContentFile> Files, IReadOnlyDictionary<string, Draft> Drafts, RevisionReading Reading,
    Lazy<DialogSet?> Before)
{
    private readonly Lazy<Difference> difference = new(() => Difference.Between(Before.Value, Reading.Found));

    /// <summary>What differs from the live revision; compared once, when somebody asks.</summary>
    public Difference Difference => difference.Value;

    /// <summary>The file with its draft; null where there is none of that path.</summary>
    public ContentFile? Find(string path) => Files.FirstOrDefault(file => file.Path == path);

    /// <summary>The file as it is live; null where there is none of that path.</summary>
    public ContentFile? FindPublished(string path) => Published.FirstOrDefault(file => file.Path == path);

    /// <summary>The version that an edit of the file must name: that of the draft, or a negative name for what is live, 0 where there is no such file.</summary>
    public int VersionOf(string path) => Drafts.TryGetValue(path, out var draft) ? draft.Version : VersionOf(FindPublished(path));

    /// <summary>The version of a file without a draft: another one as soon as other content is published.</summary>
    public static int VersionOf(ContentFile? published) =>
        published is null ? 0 : -1 - (int)(Convert.ToUInt32(DraftRows.HashOf(published)[..8], 16) >> 2);

    /// <summary>Drafts whose published file changed since they began: publishing them would take that back.</summary>
    public IEnumerable<Draft> Outdated => Drafts.Values.Where(draft =>
        FindPublished(draft.Path) is var published && draft.Base != DraftRows.HashOf(published) && published?.Bytes.Span.SequenceEqual(draft.Bytes) != true);
}
