using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content.Drafts;

/// <summary>The files of the content with all drafts in their place, not read yet.</summary>
/// <param name="State">Another text as soon as anything changes.</param>
/// <param name="Published">The files of the live revision.</param>
/// <param name="Drafts">The drafts, by path.</param>
internal sealed record DraftedFiles(string State, IReadOnlyList<ContentFile> Published, IReadOnlyDictionary<string, Draft> Drafts)
{
    /// <summary>All files, by path.</summary>
    public IReadOnlyList<ContentFile> Files { get; } =
    [
        .. Published.Where(file => !Drafts.ContainsKey(file.Path)).Concat(Drafts.Values.Where(draft => !draft.IsRemoval).Select(draft => new ContentFile(draft.Path, draft.Bytes))).OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    /// <inheritdoc cref="Workspace.VersionOf(string)"/>
    public int VersionOf(string path) => Drafts.TryGetValue(path, out var draft) ? draft.Version : Workspace.VersionOf(Published.FirstOrDefault(file => file.Path == path));
}

/// <summary>A whole file that shall stand in the place of the one that was seen.</summary>
/// <param name="File">The file.</param>
/// <param name="Seen">The version that was seen; 0 for no such file.</param>
internal sealed record SeenFile(ContentFile File, int Seen);
