using ChatSupport.Dialogs.Reading;
using ChatSupport.Storage;

namespace ChatSupport.Content.Drafts;

/// <summary>Writes several files as drafts: all of them, or none where one changed since it was seen.</summary>
internal static class DraftSet
{
    /// <summary>Writes within a transaction of the caller.</summary>
    /// <param name="store">The writer's.</param>
    /// <param name="seen">The workspace that the files were made from.</param>
    /// <param name="files">The files as they shall be; one without bytes goes away.</param>
    /// <param name="person">Opaque id of who does it.</param>
    /// <param name="now">When.</param>
    /// <returns>False where somebody was faster; nothing is written then.</returns>
    public static bool Put(StoreSession store, Workspace seen, IReadOnlyList<ContentFile> files, string person, DateTimeOffset now)
    {
        if (RevisionRows.LiveNumber(store) != seen.Live || files.Any(file => DraftRows.Find(store, file.Path)?.Version != seen.Drafts.GetValueOrDefault(file.Path)?.Version))
            return false;
        foreach (var file in files)
        {
            var (draft, published) = (seen.Drafts.GetValueOrDefault(file.Path), seen.FindPublished(file.Path));
            if (published is null ? file.Bytes.IsEmpty : published.Bytes.Span.SequenceEqual(file.Bytes.Span))
                DraftRows.Remove(store, file.Path, draft?.Version ?? 0); // as it is live
            else
                DraftRows.Put(store, Next(seen, draft, published, file, person, now));
        }
        return true;
    }

    private static Draft Next(Workspace seen, Draft? draft, ContentFile? published, ContentFile file, string person, DateTimeOffset now) => new()
    {
        Path = file.Path,
        Bytes = file.Bytes.ToArray(),
        Base = draft?.Base ?? DraftRows.HashOf(published),
        Version = draft is null ? DraftRows.NewVersion() : draft.Version + 1,
        ChangedAt = now,
        ChangedBy = person,
        Authors = Authors.With(draft?.Authors ?? "", person, file.Bytes.IsEmpty ? [] : Authors.LanguagesBetween(seen.Find(file.Path), file)),
    };
}
