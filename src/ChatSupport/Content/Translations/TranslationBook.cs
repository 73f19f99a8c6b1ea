using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Content.Translations;

/// <summary>What staff do with translations: see what is missing or stale, hand texts out, and take them back as drafts, all of a file or nothing of it.</summary>
internal sealed class TranslationBook(Workspaces workspaces, DraftWriting drafts, StaffGuard guard, AuditTrail trail) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1); // a file may unpack to much more than it is

    private const string Overtaken = "Somebody changed a draft or published at the same moment. Look at the texts again, then import the file once more.";

    /// <summary>The languages that can be translated into.</summary>
    public async Task<IReadOnlyList<string>> Languages(string? session)
    {
        guard.Require(session, StaffAct.SeeContent);
        var languages = ContentLanguages.Of((await workspaces.Now()).Files);
        return [.. languages.Offered.Where(languages.Has)];
    }

    /// <summary>All texts with their translations, drafts included.</summary>
    /// <param name="session">Who looks.</param>
    /// <param name="language">The language they are translated into.</param>
    /// <returns>The texts; where there is no such sheet, why, a sentence each.</returns>
    public async Task<(TranslationSheet? Sheet, IReadOnlyList<string> Refused)> Look(string? session, string language)
    {
        guard.Require(session, StaffAct.SeeContent);
        var files = (await workspaces.Now()).Files;
        return (TranslationSheet.Of(files, language, out var refused), refused);
    }

    /// <summary>Reads a file of a translator and says what it would change.</summary>
    /// <param name="session">Who imports.</param>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name; only its ending counts.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="IOException">The file did not arrive whole.</exception>
    public async Task<(Workspace Seen, ImportReading Reading)> Read(string? session, Stream stream, string name, CancellationToken cancel)
    {
        guard.Require(session, StaffAct.EditContent);
        await oneAtATime.WaitAsync(cancel);
        try
        {
            var workspace = await workspaces.Now();
            return (workspace, await Task.Run(() => TranslationImport.Read(stream, name, workspace.Files), cancel));
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Makes drafts of what was read.</summary>
    /// <param name="session">Who imports.</param>
    /// <param name="seen">The workspace that it was read for.</param>
    /// <param name="ready">What <see cref="Read"/> found.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    /// <returns>Why nothing was written; null where all of it was.</returns>
    public async Task<string?> TakeOver(string? session, Workspace seen, ImportReading.Ready ready, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.EditContent);
        return TranslationImport.Apply(seen.Files, ready.Edits) is not ImportOutcome.Written written
            ? "Its texts cannot be written into the content. Export the texts again, and take the translations over into that file."
            : await Put(person, seen, written.Changed, new AuditNote(person.Id, "content.import", ready.Language, $"{ready.Edits.Count} texts"), cancel);
    }

    /// <summary>Says that the languages of a dialog belong together as they are now, so that none of them counts as stale.</summary>
    /// <param name="session">Who compared them.</param>
    /// <param name="dialog">The dialog, or <c>phrases</c>.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    /// <returns>Why nothing was written; null where it was.</returns>
    public async Task<string?> BelongTogether(string? session, string dialog, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.EditContent);
        var seen = await workspaces.Now();
        if (seen.Reading.Found is not { } content)
            return "The content cannot be read. Mend its errors first.";
        var record = TranslationRecord.Read(seen.Files, []).Renewed(content, dialog);
        return await Put(person, seen, [new ContentFile(TranslationRecord.Path, System.Text.Encoding.UTF8.GetBytes(record.ToYaml()))], new AuditNote(person.Id, "content.belong-together", dialog), cancel);
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<string?> Put(StaffPerson person, Workspace seen, IReadOnlyList<ContentFile> files, AuditNote note, CancellationToken cancel) =>
        await drafts.Put(seen, files, person, cancel, also: store => trail.Add(store, note)) switch
        {
            EditOutcome.Kept => null,
            EditOutcome.Refused refused => refused.Why,
            _ => Overtaken,
        };
}
