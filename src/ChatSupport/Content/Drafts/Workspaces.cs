using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content.Drafts;

/// <summary>Reads the workspace, once for each state that it is in, however many look at it.</summary>
internal sealed class Workspaces
{
    private readonly RevisionRows revisions;
    private readonly DraftRows drafts;
    private readonly RevisionReader reader;
    private readonly Lock gate = new();
    private (string State, Task<Workspace> Reading)? latest;
    private (long Number, IReadOnlyList<ContentFile> Files)? published;

    public Workspaces(RevisionRows revisions, DraftRows drafts, RevisionReader reader, LiveRevision live)
    {
        (this.revisions, this.drafts, this.reader) = (revisions, drafts, reader);
        live.Replaced += TellChanged; // also what was published elsewhere, for example at the shell
    }

    /// <summary>Somebody changed a draft or published: open pages look again.</summary>
    public event Action? Changed;

    /// <summary>The workspace as it is now.</summary>
    /// <exception cref="Storage.StoreUnavailableException">The database cannot be read now.</exception>
    public Task<Workspace> Now()
    {
        var (live, all) = (revisions.LiveNumber(), drafts.All());
        var state = $"{live} {string.Join(' ', all.Select(draft => $"{draft.Path}:{draft.Version}"))}";
        lock (gate)
        {
            if (latest is not { } known || known.State != state || known.Reading.IsFaulted)
                latest = (state, Task.Run(() => Read(live, all)));
            return latest.Value.Reading;
        }
    }

    public void TellChanged() => Changed?.Invoke();

    /// <summary>The files of the live revision.</summary>
    public IReadOnlyList<ContentFile> Published(long live)
    {
        lock (gate)
        {
            if (published is not { } known || known.Number != live)
                published = (live, revisions.Files(live) ?? []);
            return published.Value.Files;
        }
    }

    private Workspace Read(long live, IReadOnlyList<Draft> all)
    {
        var before = Published(live);
        var byPath = all.ToDictionary(draft => draft.Path, StringComparer.Ordinal);
        IReadOnlyList<ContentFile> files =
        [
            .. before.Where(file => !byPath.ContainsKey(file.Path)).Concat(all.Select(draft => new ContentFile(draft.Path, draft.Bytes))).OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
        return new Workspace(live, before, files, byPath, reader.Read(files));
    }
}
