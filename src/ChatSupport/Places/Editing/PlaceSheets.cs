using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Places.Editing;

/// <summary>Takes the places out as a table and back in.</summary>
internal sealed class PlaceSheets(PlaceDesk desk, PlaceDrafts drafts, StaffGuard guard, AuditTrail trail)
{
    private readonly Lock oneAtATime = new(); // a file may unpack to much more than it is

    /// <summary>The places that fit, as a spreadsheet or as CSV.</summary>
    public byte[] Export(string? session, PlaceFilter filter, bool isCsv)
    {
        guard.Require(session, StaffAct.SeeContent);
        var shelf = desk.Look(session);
        return isCsv ? PlaceSheet.Csv(shelf, filter.Of(shelf)) : PlaceSheet.Xlsx(shelf, filter.Of(shelf));
    }

    /// <summary>What a spreadsheet would change, or what stands against it. Nothing is changed.</summary>
    public Task<ImportPlan> Plan(string? session, byte[] bytes)
    {
        guard.Require(session, StaffAct.EditContent);
        var shelf = desk.Look(session);
        return Task.Run(() =>
        {
            lock (oneAtATime)
            {
                return bytes.Length > PlaceImport.MostBytes
                    ? ImportPlan.Refuse(new SheetProblem(0, "", $"It is larger than {PlaceImport.MostBytes / 1024 / 1024} MB, far more than places are.", "Export the places, and change that file."))
                    : PlaceImport.Read(bytes, shelf, desk.Today);
            }
        });
    }

    /// <summary>Takes a spreadsheet in: all of it, or nothing.</summary>
    /// <param name="session">Who does it.</param>
    /// <param name="bytes">The spreadsheet.</param>
    /// <param name="seen">What she saw that it would do.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<PlaceOutcome> Import(string? session, byte[] bytes, ImportPlan seen, CancellationToken cancel)
    {
        guard.Require(session, StaffAct.EditContent);
        var now = drafts.Look();
        var plan = await Plan(session, bytes);
        if (!plan.IsSame(seen))
            return new PlaceOutcome.Overtaken("");
        if (plan.Changes.Count == 0)
            return new PlaceOutcome.Kept();
        return await drafts.Put(session, [.. plan.Files.Select(file => new ChangedPlaces(file, now.VersionOf(file.Path)))],
            (store, person) => trail.Add(store, new AuditNote(person.Id, "places.import", "", $"{plan.Changes.Count} places")), cancel);
    }
}
