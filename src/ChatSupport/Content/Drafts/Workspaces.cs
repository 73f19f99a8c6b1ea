using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content.Drafts;

/// <summary>Reads the workspace, once for each state that it is in, however many look at it.</summary>
internal sealed class Workspaces
{
    private readonly RevisionRows revisions;
    private readonly DraftRows drafts;
    private readonly RevisionReader reader;
    private readonly LiveRevision inPlace;
    private readonly Lock gate = new();
    private (string State, Task<Workspace> Reading)? latest;
    private LiveContent? published;

    public Workspaces(RevisionRows revisions, DraftRows drafts, RevisionReader reader, LiveRevision live)
    {
        (this.revisions, this.drafts, this.reader, inPlace) = (revisions, drafts, reader, live);
        live.Replaced += TellChanged; // also what was published elsewhere, for example at the shell
    }

    /// <summary>Somebody changed a draft or published: open pages look again.</summary>
    public event Action? Changed;

    /// <summary>The workspace as it is now.</summary>
    /// <exception cref="Storage.StoreUnavailableException">The database cannot be read now.</exception>
    public Task<Workspace> Now()
    {
        var (live, all) = (revisions.LiveNumber(), drafts.All());
        var state = StateOf(live, all);
        lock (gate)
        {
            if (latest is not { } known || known.State != state || known.Reading.IsFaulted)
                latest = (state, Task.Run(() => Read(live, all)));
            return latest.Value.Reading;
        }
    }

    /// <summary>The workspace with some of the drafts alone.</summary>
    /// <param name="paths">Which.</param>
    /// <exception cref="Storage.StoreUnavailableException">The database cannot be read now.</exception>
    public Task<Workspace> Only(IReadOnlySet<string> paths)
    {
        var (live, some) = (revisions.LiveNumber(), drafts.All().Where(draft => paths.Contains(draft.Path)).ToList());
        return Task.Run(() => Read(live, some));
    }

    /// <summary>The files alone, without reading them: for who reads a small part of them.</summary>
    /// <exception cref="Storage.StoreUnavailableException">The database cannot be read now.</exception>
    public DraftedFiles Files()
    {
        var (live, all) = (revisions.LiveNumber(), drafts.All());
        return new DraftedFiles(StateOf(live, all), Live(live).Files, all.ToDictionary(draft => draft.Path, StringComparer.Ordinal));
    }

    public void TellChanged() => Changed?.Invoke();

    /// <summary>The files of the live revision.</summary>
    public IReadOnlyList<ContentFile> Published(long live) => Live(live).Files;

    private LiveContent Live(long number)
    {
        lock (gate)
        {
            if (published?.Number != number)
                published = new LiveContent(number, revisions.Files(number) ?? []);
            return published;
        }
    }

    private Workspace Read(long live, IReadOnlyList<Draft> all)
    {
        var content = Live(live);
        var before = content.Files;
        var now = new DraftedFiles(StateOf(live, all), before, all.ToDictionary(draft => draft.Path, StringComparer.Ordinal));
        // Without drafts it is what workers are served, which was read already.
        var reading = all.Count == 0 && inPlace.ReadingOf(live) is { } served && reader.IsOfToday(served) ? served : reader.Read(now.Files);
        return new Workspace(live, before, now.Files, now.Drafts, reading, content.Dialogs);
    }

    private static string StateOf(long live, IEnumerable<Draft> all) => $"{live} {string.Join(' ', all.Select(draft => $"{draft.Path}:{draft.Version}"))}";

    /// <summary>The live revision, with its dialogs where somebody compares with them.</summary>
    private sealed record LiveContent(long Number, IReadOnlyList<ContentFile> Files)
    {
        // The day matters to findings alone, and those were dealt with when it was published.
        public Lazy<DialogSet?> Dialogs { get; } = new(() => DialogReader.Read(Files, KnownActions.All, DateOnly.MinValue).Set);
    }
}
