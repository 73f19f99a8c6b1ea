using System.Text;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Content.Drafts;

/// <summary>What editors do with drafts. A draft is kept at once and shared by all; nobody writes over what she has not seen.</summary>
internal sealed class DraftBook(Workspaces workspaces, StoreWriter writer, StaffGuard guard, AuditTrail trail, TimeProvider time)
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
    public Task<EditOutcome> NewDialog(string? session, string id, string khmer, string english, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.EditContent);
        if (!IsGoodId(id))
            return Task.FromResult<EditOutcome>(new EditOutcome.Refused($"'{id}' cannot name a dialog. Use small letters, digits and hyphens, with / between folders: rights/night-work."));
        if (string.IsNullOrWhiteSpace(khmer) || string.IsNullOrWhiteSpace(english))
            return Task.FromResult<EditOutcome>(new EditOutcome.Refused("Write the title in both languages."));
        var text = $"""
            format: 1
            dialog: {id}
            title: {Pair(khmer, english)}
            keywords: {Pair(khmer, english, asList: true)}
            status: {"{ km: draft, en: draft }"}
            screens:
              start:
                text: {Pair(khmer, english)}

            """;
        return Put(person, $"{id}.yaml", expected: 0, mustBeNew: true, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), cancel);
    }

    /// <summary>Puts back what a file was, for undo and redo, if nobody changed it since.</summary>
    public Task<EditOutcome> PutBack(string? session, string path, int seen, byte[] bytes, CancellationToken cancel) =>
        Put(guard.Require(session, StaffAct.EditContent), path, seen, mustBeNew: false, bytes, cancel);

    /// <summary>Throws the draft of a file away: what is live stands there again.</summary>
    public async Task<EditOutcome> Drop(string? session, string path, int seen, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.EditContent);
        var outcome = await writer.Write<EditOutcome>(store =>
        {
            if (DraftRows.Find(store, path) is not { } draft)
                return new EditOutcome.Refused("There is no draft of this any more.");
            if (!DraftRows.Remove(store, path, seen))
                return new EditOutcome.Overtaken(draft.ChangedBy, null);
            trail.Add(store, new AuditNote(person.Id, "content.drop", path));
            return new EditOutcome.Kept(0);
        }, cancel);
        workspaces.TellChanged();
        return outcome;
    }

    /// <summary>Signs a language of a dialog off: the person read it and stands for it. Not by who wrote it.</summary>
    public async Task<EditOutcome> Review(string? session, string path, string language, int seen, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.ReviewContent);
        var workspace = await workspaces.Now();
        if (workspace.Drafts.GetValueOrDefault(path) is { } draft && draft.ChangedBy == person.Id)
            return new EditOutcome.Refused("You changed this yourself. Somebody else must read it before it counts as reviewed.");
        var outcome = await Apply(person, path, [new DialogEdit.SetStatus(language, ReviewStatus.Reviewed)], (_, version) => version == seen ? null : "", resetStatus: false, cancel);
        if (outcome is EditOutcome.Kept)
            await trail.Write(new AuditNote(person.Id, "content.review", path, language), cancel);
        return outcome;
    }

    private Task<EditOutcome> Edit(string? session, string path, IReadOnlyList<DialogEdit> edits, Func<ContentFile, int, string?> overtaken, CancellationToken cancel) =>
        Apply(guard.Require(session, StaffAct.EditContent), path, edits, overtaken, resetStatus: true, cancel);

    /// <summary>Edits outside of the writer's turn, which belongs to the workers, and keeps the result if nothing moved meanwhile.</summary>
    private async Task<EditOutcome> Apply(
        StaffPerson person, string path, IReadOnlyList<DialogEdit> edits, Func<ContentFile, int, string?> overtaken, bool resetStatus, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var workspace = await workspaces.Now();
            if (workspace.Find(path) is not { } file)
                return new EditOutcome.Refused($"There is no file {path} any more. Load the page again.");
            var version = workspace.VersionOf(path);
            if (overtaken(file, version) is { } says)
                return new EditOutcome.Overtaken(workspace.Drafts.GetValueOrDefault(path)?.ChangedBy ?? "", says.Length == 0 ? null : says);
            var before = file;
            foreach (var edit in resetStatus ? [.. edits, .. Unreviewed(workspace, path, edits)] : edits)
            {
                if (DialogEditing.Apply(file, edit) is not EditResult.Written written)
                    return new EditOutcome.Refused(((EditResult.Refused)DialogEditing.Apply(file, edit)).Message);
                file = written.File;
            }
            if (file.Bytes.Span.SequenceEqual(before.Bytes.Span))
                return new EditOutcome.Kept(version);
            if (await Put(person, path, version, mustBeNew: false, file.Bytes.ToArray(), cancel) is var outcome and not EditOutcome.Overtaken)
                return outcome;
        }
        return new EditOutcome.Refused("Many people change this file at this moment. Wait a little, then do it again.");
    }

    /// <summary>A text that changed is not what somebody signed off any more.</summary>
    private static IEnumerable<DialogEdit> Unreviewed(Workspace workspace, string path, IReadOnlyList<DialogEdit> edits)
    {
        var dialog = workspace.Reading.Found?.Dialogs.GetValueOrDefault(path[..^".yaml".Length]);
        return edits.OfType<DialogEdit.SetAt>().Select(edit => edit.Language).Distinct()
            .Where(language => dialog?.Status.GetValueOrDefault(language) == ReviewStatus.Reviewed)
            .Select(language => new DialogEdit.SetStatus(language, ReviewStatus.Draft));
    }

    private async Task<EditOutcome> Put(StaffPerson person, string path, int expected, bool mustBeNew, byte[] bytes, CancellationToken cancel)
    {
        var workspace = await workspaces.Now();
        var published = workspace.Published.FirstOrDefault(file => file.Path == path);
        if (mustBeNew && workspace.Find(path) is not null)
            return new EditOutcome.Refused($"There is a dialog of this name already: {path}.");
        // A new draft does not begin where one that was thrown away began: who still sees that one must not write over this.
        var next = expected == 0 ? (int)(time.GetUtcNow().ToUnixTimeSeconds() & 0x3FFF_FFFF) : expected + 1;
        var outcome = await writer.Write<EditOutcome>(store =>
        {
            var draft = DraftRows.Find(store, path);
            if ((draft?.Version ?? 0) != expected)
                return new EditOutcome.Overtaken(draft?.ChangedBy ?? "", null);
            DraftRows.Put(store, new Draft
            {
                Path = path,
                Bytes = bytes,
                Base = draft?.Base ?? DraftRows.HashOf(published),
                Version = next,
                ChangedAt = time.GetUtcNow(),
                ChangedBy = person.Id,
            });
            return new EditOutcome.Kept(next);
        }, cancel);
        workspaces.TellChanged();
        return outcome;
    }

    private static bool IsGoodId(string id) => id.Length is > 0 and <= 100 && !id.StartsWith("places", StringComparison.Ordinal) && !id.StartsWith("media", StringComparison.Ordinal) && id.Split('/').All(part =>
        part.Length > 0 && char.IsAsciiLetterLower(part[0]) && part.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'));

    private static string Pair(string khmer, string english, bool asList = false) =>
        asList ? $"{{ km: [{Quoted(khmer)}], en: [{Quoted(english)}] }}" : $"{{ km: {Quoted(khmer)}, en: {Quoted(english)} }}";

    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Trim().Where(letter => !char.IsControl(letter))).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
