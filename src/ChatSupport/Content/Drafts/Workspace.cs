using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content.Drafts;

/// <summary>The content as it would be if all drafts were published now, read and checked.</summary>
/// <param name="Live">The number of the live revision.</param>
/// <param name="Published">The files of that revision.</param>
/// <param name="Files">The same with the drafts in their place.</param>
/// <param name="Drafts">The drafts, by path.</param>
/// <param name="Reading">What was read of <paramref name="Files"/>.</param>
internal sealed record Workspace(
    long Live, IReadOnlyList<ContentFile> Published, IReadOnlyList<ContentFile> Files, IReadOnlyDictionary<string, Draft> Drafts, RevisionReading Reading)
{
    /// <summary>The file with its draft; null where there is none of that path.</summary>
    public ContentFile? Find(string path) => Files.FirstOrDefault(file => file.Path == path);

    /// <summary>The version that an edit of the file must name: 0 while it has no draft.</summary>
    public int VersionOf(string path) => Drafts.GetValueOrDefault(path)?.Version ?? 0;

    /// <summary>Drafts whose published file changed since they began: publishing them would take that back.</summary>
    public IEnumerable<Draft> Outdated => Drafts.Values.Where(draft => draft.Base != DraftRows.HashOf(Published.FirstOrDefault(file => file.Path == draft.Path)));
}
