using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Content.Drafts;

/// <summary>What editors do with drafts. A draft is kept at once and shared by all; nobody writes over what she has not seen.</summary>
internal sealed class DraftBook(Workspaces workspaces, DraftWriting drafts, StoreWriter writer, StaffGuard guard, AuditTrail trail, Reviews reviews, TimeProvider time)
{
    private const int MostTries = 5;

    /// <summary>The content with all drafts.</summary>
    public Task<Workspace> Look(string? session)
    {
        guard.Require(session, StaffAct.SeeContent);
        return workspaces.Now();
    }

    /// <summary>Changes a text, if it still says what the editor saw.</summary>
    /// <param name="session">Who edits.</param>
    /// <param name="path">The file.</param>
    /// <param name="place">Which text.</param>
    /// <param name="language">In which language.</param>
    /// <param name="was">What she saw; null for nothing.</param>
    /// <param name="text">What it shall say; null takes the language away.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<EditOutcome> SetText(string? session, string path, TextPlace place, string language, string? was, string? text, CancellationToken cancel) =>
        Edit(session, path, [new DialogEdit.SetAt(place, language, text)], (file, _) =>
            TextPlaces.Of(file).FirstOrDefault(one => one.Place == place)?.Texts.Exactly(language) is var says && says == was ? null : says ?? "", cancel);

    /// <summary>Changes the build of a dialog: choices, screens, targets, recordings.</summary>
    /// <param name="session">Who edits.</param>
    /// <param name="path">The file.</param>
    /// <param name="seen">The version of the draft that she saw.</param>
    /// <param name="edits">The changes, all or none.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<EditOutcome> Build(string? session, string path, int seen, IReadOnlyList<DialogEdit> edits, CancellationToken cancel) =>
        Edit(session, path, edits, (_, version) => version == seen ? null : "", cancel);

    /// <summary>Makes a dialog with one screen.</summary>
    /// <param name="session">Who edits.</param>
    /// <param name="id">Its path, such as <c>rights/night-work</c>.</param>
    /// <param name="khmer">Its title in Khmer.</param>
    /// <param name="english">Its title in English.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<EditOutcome> NewDialog(string? session, string id, string khmer, string english, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.EditContent);
        if (!ContentPaths.IsGoodDialog(id))
            return new EditOutcome.Refused($"'{Clusters.Cut(id, 40)}' cannot name a dialog. Use at most 100 small letters, digits and hyphens, with / between folders: rights/night-work.");
        if (string.IsNullOrWhiteSpace(khmer) || string.IsNullOrWhiteSpace(english))
            return new EditOutcome.Refused("Write the title in both languages.");
        var workspace = await workspaces.Now();
        if (workspace.Find($"{id}.yaml") is not null)
            return new EditOutcome.Refused($"There is a dialog of this name already: {id}. Choose another name, or edit that one.");
        return NewFile.Of(id, khmer.Trim(), english.Trim(), out var refused) is { } file ? await Put(person, workspace, file, cancel) : refused!;
    }

    /// <summary>Puts back what a file was, for undo and redo, if nobody changed it since.</summary>
    /// <param name="session">Who edits.</param>
    /// <param name="path">The file.</param>
    /// <param name="seen">The version that she saw.</param>
    /// <param name="bytes">All that it shall be. The same as what is live: the draft goes.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<EditOutcome> PutBack(string? session, string path, int seen, byte[] bytes, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.EditContent);
        var workspace = await workspaces.Now();
        if (workspace.Find(path) is null && !ContentPaths.IsGoodFile(path))
            return new EditOutcome.Refused($"'{Clusters.Cut(path, 40)}' is no place for a file of the content.");
        return workspace.VersionOf(path) == seen ? await Put(person, workspace, new ContentFile(path, bytes), cancel) : OvertakenIn(workspace, path);
    }

    /// <summary>Puts files of another feature, such as the places, which knows itself what it changes in them: all, if each is still the one that was seen.</summary>
    /// <param name="session">Who edits.</param>
    /// <param name="files">The files.</param>
    /// <param name="also">What is written together with them; it is given who edits.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<EditOutcome> PutFiles(string? session, IReadOnlyList<SeenFile> files, Action<StoreSession, StaffPerson> also, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.EditContent);
        var workspace = await workspaces.Now();
        if (files.Select(one => one.File.Path).FirstOrDefault(path => workspace.Find(path) is null && !ContentPaths.IsGoodPath(path)) is { } wrong)
            return new EditOutcome.Refused($"'{Clusters.Cut(wrong, 40)}' is no place for a file of the content.");
        return files.FirstOrDefault(one => workspace.VersionOf(one.File.Path) != one.Seen) is { } moved
            ? OvertakenIn(workspace, moved.File.Path)
            : await drafts.Put(workspace, [.. files.Select(one => one.File)], person, cancel, also: store => also(store, person));
    }

    /// <summary>Throws the draft of a file away: what is live stands there again.</summary>
    public async Task<EditOutcome> Drop(string? session, string path, int seen, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.EditContent);
        var published = (await workspaces.Now()).FindPublished(path);
        var outcome = await writer.Write<EditOutcome>(store =>
        {
            if (DraftRows.Find(store, path) is not { } draft)
                return new EditOutcome.Refused("There is no draft of this any more.");
            if (!DraftRows.Remove(store, path, seen))
                return new EditOutcome.Overtaken(draft.ChangedBy, null);
            trail.Add(store, new AuditNote(person.Id, "content.drop", path));
            return new EditOutcome.Kept(Workspace.VersionOf(published)) { Before = new ContentFile(path, draft.Bytes), After = published };
        }, cancel);
        workspaces.TellChanged();
        return outcome;
    }

    /// <summary>Keeps a draft although other content of its file was published since it began: publishing it takes that back.</summary>
    public async Task<EditOutcome> KeepOver(string? session, string path, int seen, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.EditContent);
        var workspace = await workspaces.Now();
        if (workspace.Drafts.GetValueOrDefault(path) is not { } draft)
            return new EditOutcome.Refused("There is no draft of this any more.");
        return draft.Version == seen ? await Put(person, workspace, new ContentFile(path, draft.Bytes), cancel, isRebased: true) : OvertakenIn(workspace, path);
    }

    /// <summary>Signs a language of a dialog off: the person read it and stands for it. Not by who wrote it.</summary>
    public async Task<EditOutcome> Review(string? session, string path, string language, int seen, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.ReviewContent);
        var draft = (await workspaces.Now()).Drafts.GetValueOrDefault(path);
        if (Authors.Has(draft?.Authors ?? "", person.Id, language) || reviews.WroteUnsigned(person.Id, path, language))
            return new EditOutcome.Refused("You wrote some of this yourself. Somebody else must read it before it counts as reviewed.");
        return await Apply(person, path, [new DialogEdit.SetStatus(language, ReviewStatus.Reviewed)], (_, version) => version == seen ? null : "", language, cancel);
    }

    /// <summary>Confirms that a dialog says what its source says: the person compared them today. Not by who wrote any of it.</summary>
    /// <param name="session">Who compared.</param>
    /// <param name="path">The file.</param>
    /// <param name="seen">The version that she read.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<EditOutcome> ReviewClaim(string? session, string path, int seen, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.ReviewContent);
        var workspace = await workspaces.Now();
        if (workspace.Reading.Found?.Dialogs.Values.FirstOrDefault(dialog => dialog.Mark.File == path)?.Source is not { } source)
            return new EditOutcome.Refused("It names no source that it could be compared with. An editor names one first.");
        if (Authors.Has(workspace.Drafts.GetValueOrDefault(path)?.Authors ?? "", person.Id) || reviews.WroteUnsigned(person.Id, path, Reviews.Claim))
            return new EditOutcome.Refused("You wrote some of this yourself. Somebody else must compare it with its source.");
        return await Apply(person, path, [new DialogEdit.SetSource(source.Text, source.Url, RevisionReader.Today(time))], (_, version) => version == seen ? null : "", Reviews.Claim, cancel);
    }

    /// <summary>Who signed off what a file says now, by language, and <see cref="Reviews.Claim"/> for its claim. Languages that nobody signed in the console are not there.</summary>
    public IReadOnlyDictionary<string, Review> Signatures(string? session, ContentFile file)
    {
        guard.Require(session, StaffAct.SeeContent);
        return TextPlaces.Of(file).SelectMany(placed => placed.Texts.Languages).Append(Reviews.Claim).Distinct().Select(language => (Language: language, Review: reviews.Of(file, language)))
            .Where(one => one.Review is not null).ToDictionary(one => one.Language, one => one.Review!);
    }

    private Task<EditOutcome> Edit(string? session, string path, IReadOnlyList<DialogEdit> edits, Func<ContentFile, int, string?> overtaken, CancellationToken cancel) =>
        Apply(guard.Require(session, StaffAct.EditContent), path, edits, overtaken, signs: null, cancel);

    /// <summary>Edits outside of the writer's turn, which belongs to the workers, and keeps the result if nothing moved meanwhile.</summary>
    private async Task<EditOutcome> Apply(
        StaffPerson person, string path, IReadOnlyList<DialogEdit> edits, Func<ContentFile, int, string?> overtaken, string? signs, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var workspace = await workspaces.Now();
            if (workspace.Find(path) is not { } before)
                return new EditOutcome.Refused($"There is no file {path} any more. Load the page again.");
            var version = workspace.VersionOf(path);
            if (overtaken(before, version) is { } says)
                return OvertakenIn(workspace, path) with { Says = says.Length == 0 ? null : says };
            if (Make(before, edits, out var refused) is not { } after)
                return refused!;
            if (signs is null && Make(after, Unreviewed(workspace, before, after), out refused) is { } unsigned)
                after = unsigned;
            if (signs is null && after.Bytes.Span.SequenceEqual(before.Bytes.Span))
                return new EditOutcome.Kept(version);
            if (await Put(person, workspace, after, cancel, signs) is var outcome and not EditOutcome.Overtaken)
                return outcome;
        }
        return new EditOutcome.Refused("Many people change this file at this moment. Wait a little, then do it again.");
    }

    private static ContentFile? Make(ContentFile file, IEnumerable<DialogEdit> edits, out EditOutcome.Refused? refused)
    {
        refused = null;
        foreach (var edit in edits)
        {
            switch (DialogEditing.Apply(file, edit))
            {
                case EditResult.Written written:
                    file = written.File;
                    break;
                case EditResult.Refused why:
                    refused = new EditOutcome.Refused(why.Message);
                    return null;
            }
        }
        return file;
    }

    /// <summary>A language that says something else is not what somebody signed off any more.</summary>
    private static IEnumerable<DialogEdit> Unreviewed(Workspace workspace, ContentFile before, ContentFile after)
    {
        var dialog = workspace.Reading.Found?.Dialogs.GetValueOrDefault(before.Path[..before.Path.LastIndexOf('.')]);
        return Authors.LanguagesBetween(before, after)
            .Where(language => dialog?.Status.GetValueOrDefault(language) == ReviewStatus.Reviewed)
            .Select(language => new DialogEdit.SetStatus(language, ReviewStatus.Draft));
    }

    /// <summary>Writes a file over what the workspace holds, if that is still so. For who asked already whether the person may.</summary>
    /// <inheritdoc cref="DraftWriting.Put"/>
    internal Task<EditOutcome> Put(
        StaffPerson person, Workspace workspace, ContentFile after, CancellationToken cancel, string? signs = null, bool isRebased = false, Action<StoreSession>? also = null) =>
        drafts.Put(workspace, [after], person, cancel, isRebased, signs, also);

    private static EditOutcome.Overtaken OvertakenIn(Workspace workspace, string path) => new(workspace.Drafts.GetValueOrDefault(path)?.ChangedBy ?? "", null);
}
