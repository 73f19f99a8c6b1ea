using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Content.Pages;

/// <summary>One dialog on one open page: what it holds now, what can be undone, what is to be told.</summary>
internal sealed class Editing(DraftBook drafts, string? session, string path)
{
    private const int MostSteps = 100;

    private readonly List<(byte[] Before, byte[] After)> done = [];
    private readonly List<(byte[] Before, byte[] After)> undone = [];
    private Task latest = Task.CompletedTask; // two boxes of one page save one after the other
    private int loads;
    private int loaded;

    /// <summary>Something changed that the page shows.</summary>
    public event Action? Changed;

    public Workspace? Workspace { get; private set; }

    /// <summary>The file of the dialog.</summary>
    public string Path => path;

    /// <summary>The dialog; null where it cannot be read.</summary>
    public Dialog? Dialog => Workspace?.Reading.Found?.Dialogs.GetValueOrDefault(path[..^".yaml".Length]);

    /// <summary>Its texts with their addresses, in the order of the file.</summary>
    public IReadOnlyList<PlacedText> Texts { get; private set; } = [];

    /// <summary>What the last act led to, for the person; null for nothing.</summary>
    public string? Told { get; private set; }

    public bool MayEdit { get; init; }

    public bool CanUndo => done.Count > 0;

    public bool CanRedo => undone.Count > 0;

    /// <summary>Findings of the file, by line.</summary>
    public IEnumerable<DialogIssue> Issues => Workspace?.Reading.Issues.Where(issue => issue.Mark.File == path) ?? [];

    /// <summary>Who signed off what it says now, by language.</summary>
    public IReadOnlyDictionary<string, Review> Signatures { get; private set; } = new Dictionary<string, Review>();

    /// <summary>Opaque id of who changed the draft last; empty where there is none.</summary>
    public string ChangedBy => Workspace?.Drafts.GetValueOrDefault(path)?.ChangedBy ?? "";

    /// <summary>Reads it anew.</summary>
    public async Task Load()
    {
        var load = ++loads;
        var found = await drafts.Look(session);
        if (load < loaded)
            return; // a later look came in first
        (loaded, Workspace) = (load, found);
        var file = found.Find(path);
        (Texts, Signatures) = file is null ? ([], new Dictionary<string, Review>()) : (TextPlaces.Of(file), drafts.Signatures(session, file));
        Changed?.Invoke();
    }

    /// <summary>What a text says; null for nothing.</summary>
    public string? TextOf(TextPlace place, string language) => Texts.FirstOrDefault(text => text.Place == place)?.Texts.Exactly(language);

    /// <summary>Changes a text.</summary>
    /// <inheritdoc cref="DraftBook.SetText"/>
    public Task<EditOutcome> SetText(TextPlace place, string language, string? was, string? text) =>
        Do(() => drafts.SetText(session, path, place, language, was, text, CancellationToken.None));

    /// <summary>Changes the build, all or nothing.</summary>
    public Task<EditOutcome> Build(params DialogEdit[] edits) => Do(() => drafts.Build(session, path, Workspace!.VersionOf(path), edits, CancellationToken.None));

    /// <summary>Signs a language off.</summary>
    public Task<EditOutcome> Review(string language) => Do(() => drafts.Review(session, path, language, Workspace!.VersionOf(path), CancellationToken.None));

    /// <summary>Confirms that it says what its source says.</summary>
    public Task<EditOutcome> ReviewClaim() => Do(() => drafts.ReviewClaim(session, path, Workspace!.VersionOf(path), CancellationToken.None));

    /// <summary>Does something that no step back is kept for.</summary>
    public Task<EditOutcome> Take(Func<int, Task<EditOutcome>> act) => Do(() => act(Workspace!.VersionOf(path)));

    /// <summary>Throws the draft away.</summary>
    public Task<EditOutcome> Drop() => Do(() => drafts.Drop(session, path, Workspace!.VersionOf(path), CancellationToken.None));

    public Task Undo() => Step(done, undone, step => step.Before);

    public Task Redo() => Step(undone, done, step => step.After);

    private Task<bool> Step(List<(byte[] Before, byte[] After)> from, List<(byte[] Before, byte[] After)> to, Func<(byte[] Before, byte[] After), byte[]> bytes) => InTurn(async () =>
    {
        if (from.Count == 0)
            return false;
        await Load(); // what another one did meanwhile is not taken back with it
        var step = from[^1];
        var now = Workspace!.Find(path)?.Bytes.ToArray() ?? [];
        var isOurs = now.AsSpan().SequenceEqual(bytes(step) == step.Before ? step.After : step.Before)
            && await drafts.PutBack(session, path, Workspace.VersionOf(path), bytes(step), CancellationToken.None) is EditOutcome.Kept;
        if (isOurs)
        {
            from.RemoveAt(from.Count - 1);
            to.Add(step);
        }
        else
        {
            from.Clear();
            Told = "Somebody else changed this dialog since, so your steps cannot be taken back one by one any more.";
        }
        await Load();
        return isOurs;
    });

    private Task<EditOutcome> Do(Func<Task<EditOutcome>> act) => InTurn(async () =>
    {
        var outcome = await act();
        Told = outcome switch
        {
            EditOutcome.Refused refused => refused.Why,
            EditOutcome.Overtaken => "Somebody else changed this meanwhile. Look at what stands there now, then do it again.",
            _ => null,
        };
        // What the file was is known by the draft alone: this page may not have seen what another one did a moment before.
        if (outcome is EditOutcome.Kept { Before: { } before, After: { } after })
        {
            done.Add((before.Bytes.ToArray(), after.Bytes.ToArray()));
            undone.Clear();
            if (done.Count > MostSteps)
                done.RemoveAt(0);
        }
        await Load();
        return outcome;
    });

    private Task<T> InTurn<T>(Func<Task<T>> act)
    {
        var mine = After(latest);
        latest = mine;
        return mine;

        async Task<T> After(Task before)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            return await act();
        }
    }
}
