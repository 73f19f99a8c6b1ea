using System.Globalization;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Places.Editing;

/// <summary>What staff do with the directory. A change is a draft of the content until somebody publishes it; nobody writes over what she has not seen.</summary>
internal sealed class PlaceDesk(PlaceDrafts drafts, PlaceChecks checks, StaffGuard guard, AuditTrail trail, TimeProvider time)
{
    private const int MostTries = 5;
    private const string PlacesFile = "places/services.yaml";
    private const string HotlinesFile = "places/hotlines.yaml";

    private Known? latest; // read once for each state and day, however many look

    /// <summary>The day where the workers are.</summary>
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(OpeningHours.PhnomPenh).DateTime);

    /// <summary>The directory with all drafts.</summary>
    public Shelf Look(string? session)
    {
        guard.Require(session, StaffAct.SeeContent);
        return Read(drafts.Look());
    }

    /// <summary>Who checked which entry last.</summary>
    public IReadOnlyDictionary<string, PlaceChecked> Checks(string? session)
    {
        guard.Require(session, StaffAct.SeeContent);
        return checks.All();
    }

    /// <summary>What would be found about an entry if it said this.</summary>
    /// <param name="session">Who looks.</param>
    /// <param name="was">The entry as it is; without an id for a new one.</param>
    /// <param name="now">The entry as it would be.</param>
    /// <returns>The findings; one without a box where it could not be written at all.</returns>
    public IReadOnlyList<EntryFinding> Try(string? session, EntryText was, EntryText now)
    {
        guard.Require(session, StaffAct.SeeContent);
        var shelf = Read(drafts.Look());
        var entry = was.Id.Length == 0 ? WithId(shelf, now.Tidied()) : now.Tidied();
        var (file, edit) = was.Id.Length == 0 ? (FileFor(shelf, entry), (EntryEdit)EntryWriting.Add(entry)) : (FileOf(shelf, was.Id), EntryWriting.Change(was, entry));
        return file is null || EntryEditing.Apply(file, [edit]) is not EditResult.Written written ? []
            : Shelf.Read("", [.. shelf.Files.Where(other => other.Path != file.Path), written.File], Today).Find(entry.Id)?.Findings ?? [];
    }

    /// <summary>Makes an entry another one, if it still says what the editor saw.</summary>
    /// <param name="session">Who edits.</param>
    /// <param name="was">What she saw.</param>
    /// <param name="now">What it shall say.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<PlaceOutcome> Save(string? session, EntryText was, EntryText now, CancellationToken cancel) =>
        Edit(session, shelf => Seen(shelf, was, [EntryWriting.Change(was, now.Tidied())]), new Note("places.change", was.Id), cancel);

    /// <summary>Adds an entry under an id that nobody has.</summary>
    public Task<PlaceOutcome> Add(string? session, EntryText entry, CancellationToken cancel)
    {
        string id = "";
        return Edit(session, shelf =>
        {
            if (entry.NameIn("en").Length == 0)
                return (null, [], new PlaceOutcome.Refused("Write the name first, in Khmer and in English."));
            var named = WithId(shelf, entry.Tidied());
            id = named.Id;
            return (FileFor(shelf, named), [EntryWriting.Add(named)], null);
        }, new Note("places.add", null, () => id), cancel);
    }

    /// <summary>Takes an entry away, if it still says what the editor saw.</summary>
    public Task<PlaceOutcome> Remove(string? session, EntryText was, CancellationToken cancel) =>
        Edit(session, shelf => Seen(shelf, was, [new EntryEdit.Remove(EntryWriting.ListOf(was.IsHotline), was.Id)]), new Note("places.remove", was.Id), cancel);

    /// <summary>Says that a person compared the entry with the world today.</summary>
    /// <param name="session">Who did it.</param>
    /// <param name="was">What the entry says, which is right.</param>
    /// <param name="how">How.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<PlaceOutcome> Check(string? session, EntryText was, CheckedBy how, CancellationToken cancel)
    {
        var now = was.Copy();
        var day = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        now[EntryColumns.Checked] = day;
        if (now[EntryColumns.Source].Length == 0 && how != CheckedBy.ReadingThePage)
            now[EntryColumns.Source] = how == CheckedBy.Calling ? "Called" : "Visited";
        return Edit(session, shelf => now[EntryColumns.Source].Length == 0
            ? (null, [], new PlaceOutcome.Refused("Write first which page it is: name it as the source."))
            : Seen(shelf, was, [EntryWriting.Change(was, now)]), new Note("places.check", was.Id, How: how, Day: day), cancel);
    }

    /// <summary>Watches for changes, also those of others.</summary>
    public void Watch(Action changed) => drafts.Watch(changed);

    public void Unwatch(Action changed) => drafts.Unwatch(changed);

    /// <summary>How many entries must be checked; for who looks without a session, such as the home page.</summary>
    public int CountDue() => Read(drafts.Look()).Entries.Count(entry => entry.IsDue);

    private Shelf Read(DraftedPlaces now)
    {
        var (known, day) = (latest, Today);
        if (known?.Shelf.State != now.State || known.Day != day)
            latest = known = new Known(Shelf.Read(now.State, now.Files, day), day);
        return known.Shelf;
    }

    private async Task<PlaceOutcome> Edit(
        string? session, Func<Shelf, (ContentFile? File, IReadOnlyList<EntryEdit> Edits, PlaceOutcome? Against)> plan, Note note, CancellationToken cancel)
    {
        guard.Require(session, StaffAct.EditContent);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var now = drafts.Look();
            var (file, edits, against) = plan(Read(now));
            if (file is null)
                return against is PlaceOutcome.Overtaken ? new PlaceOutcome.Overtaken(note.Id is null ? "" : By(now, note.Id)) : against!;
            if (EntryEditing.Apply(file, edits) is not EditResult.Written written)
                return new PlaceOutcome.Refused(((EditResult.Refused)EntryEditing.Apply(file, edits)).Message);
            if (note.How is null && written.File == file)
                return new PlaceOutcome.Kept(note.IdOf());
            var outcome = await drafts.Put(session, [new ChangedPlaces(written.File, now.VersionOf(file.Path))], (store, person) =>
            {
                if (note.How is { } how)
                    checks.Note(store, person.Id, note.IdOf(), note.Day, how);
                else
                    trail.Add(store, new AuditNote(person.Id, note.Act, note.IdOf()));
            }, cancel);
            if (outcome is not PlaceOutcome.Overtaken)
                return outcome is PlaceOutcome.Kept ? new PlaceOutcome.Kept(note.IdOf()) : outcome;
        }

        return new PlaceOutcome.Refused("Many people change this file at this moment. Wait a little, then do it again.");
    }

    private string By(DraftedPlaces now, string id) => Read(now).Find(id) is { } entry ? now.ChangedBy(entry.File) : "";

    private static (ContentFile? File, IReadOnlyList<EntryEdit> Edits, PlaceOutcome? Against) Seen(Shelf shelf, EntryText was, IReadOnlyList<EntryEdit> edits) =>
        shelf.Find(was.Id) is { } entry && entry.Text.Print == was.Print ? (FileOf(shelf, was.Id), edits, null) : (null, [], new PlaceOutcome.Overtaken(""));

    private static ContentFile? FileOf(Shelf shelf, string id) => shelf.Find(id) is { } entry ? shelf.Files.First(file => file.Path == entry.File) : null;

    /// <summary>The file that new entries come into; a new one where there is none.</summary>
    internal static ContentFile FileFor(Shelf shelf, EntryText entry)
    {
        var path = entry.IsHotline ? HotlinesFile : PlacesFile;
        return shelf.Files.FirstOrDefault(file => file.Path == path) ?? new ContentFile(path, "format: 1\n"u8.ToArray());
    }

    private static EntryText WithId(Shelf shelf, EntryText entry)
    {
        var named = entry.Copy();
        named[EntryColumns.Id] = EntryIds.For(entry, id => shelf.Find(id) is not null);
        return named;
    }

    private sealed record Known(Shelf Shelf, DateOnly Day);

    /// <summary>What the audit log says of an act.</summary>
    private sealed record Note(string Act, string? Id, Func<string>? NewId = null, CheckedBy? How = null, string Day = "")
    {
        public string IdOf() => Id ?? NewId!();
    }
}
