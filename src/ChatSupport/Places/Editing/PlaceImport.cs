using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Staff.Sheets;

namespace ChatSupport.Places.Editing;

/// <summary>Compares a spreadsheet with the directory: all that it would change, or all that stands against it.</summary>
internal sealed class PlaceImport
{
    /// <summary>The largest file that is looked at, in bytes.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>The most rows: many times the services of a province.</summary>
    public const int MostRows = 2_000;

    private readonly Shelf shelf;
    private readonly DateOnly today;
    private readonly List<SheetProblem> problems = [];
    private readonly List<(int Row, EntryText? Was, EntryText Now)> rows = [];

    private PlaceImport(Shelf shelf, DateOnly today) => (this.shelf, this.today) = (shelf, today);

    /// <summary>Reads and checks a file. Whatever it holds, the answer is changes or problems, never an exception.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="shelf">The directory as it is.</param>
    /// <param name="today">The day against which facts are stale.</param>
    public static ImportPlan Read(byte[] bytes, Shelf shelf, DateOnly today)
    {
        if (XlsxBook.Read(bytes, PlaceSheet.Sheet, MostRows + 2, out var fault) is not { } read)
            return ImportPlan.Refuse(OfFile(fault));
        if (read.Count == 0)
            return ImportPlan.Refuse(new SheetProblem(0, "", "The spreadsheet is empty.", "Export the places, and change that file."));
        if (read.Count > MostRows + 1)
            return ImportPlan.Refuse(new SheetProblem(0, "", $"The spreadsheet has more than {MostRows} rows.", "Take out what is no place, or bring them in several files."));
        var import = new PlaceImport(shelf, today);
        if (SheetColumns.Of(read[0].Cells, shelf, import.problems) is { } columns)
        {
            foreach (var (row, cells) in read.Skip(1))
                import.ReadRow(row, columns.Read(row, cells, import.problems));
        }

        return import.Conclude();
    }

    private static SheetProblem OfFile(XlsxFault fault) => fault switch
    {
        XlsxFault.OldFormat => new(0, "", "It is a spreadsheet in the old format of Excel, or one with a password.", "Save it as .xlsx ('Excel workbook') without a password."),
        XlsxFault.TooLarge => new(0, "", $"The spreadsheet unpacks to more than {SafeZip.MostBytes / 1024 / 1024} MB, far more than places are.", "Export the places, and change that file."),
        XlsxFault.Damaged => new(0, "", "It cannot be read: it is damaged, or holds what no table needs.", "Open it in the program in which it was changed, save it again and bring that."),
        _ => new(0, "", "It is no spreadsheet in the format XLSX.", "Save it as .xlsx ('Excel workbook')."),
    };

    /// <summary>A row on top of the place that it names. Columns that the table does not have stay as they are.</summary>
    private void ReadRow(int row, IReadOnlyDictionary<string, string>? cells)
    {
        if (cells is null)
            return;
        var id = cells.GetValueOrDefault(EntryColumns.Id) ?? "";
        var there = id.Length == 0 ? null : shelf.Find(id);
        if (there is { Text.IsHotline: true } || (id.Length > 0 && there is null && !EntryIds.IsGood(id)))
        {
            problems.Add(new SheetProblem(row, EntryColumns.Id, there is null ? "This cannot be the id of a new place." : "This is the id of a number to call, not of a place.",
                "Leave the id of a new place empty: one is made from its name."));
            return;
        }

        if (id.Length > 0 && rows.FirstOrDefault(other => other.Now.Id == id) is { Now: not null } twice)
        {
            problems.Add(new SheetProblem(row, EntryColumns.Id, $"The id '{id}' stands in row {twice.Row} already.", "Delete one of the two rows, or leave the id of a new place empty."));
            return;
        }

        var now = there?.Text.Copy() ?? new EntryText(isHotline: false, id);
        foreach (var (column, text) in cells.Where(cell => cell.Key is not (EntryColumns.Id or PlaceSheet.Seen)))
            now[column] = Meant(column, text);
        if (there is null && now[EntryColumns.Status].Length == 0)
            now[EntryColumns.Status] = "unverified";
        if (id.Length == 0)
            now[EntryColumns.Id] = EntryIds.For(now, name => shelf.Find(name) is not null || rows.Any(other => other.Now.Id == name));
        var isChanged = there is null || now.ChangedFrom(there.Text).Count > 0;
        if (isChanged && there is not null && cells.GetValueOrDefault(PlaceSheet.Seen) is { Length: > 0 } seen && seen != there.Text.Print)
        {
            problems.Add(new SheetProblem(row, PlaceSheet.Seen, $"Somebody changed '{id}' in the console after the export.", "Export the places again, and change that file."));
            return;
        }

        rows.Add((row, there?.Text, now));
    }

    /// <summary>What somebody wrote, as the file has it: names of needs and communes, Khmer digits, loose times.</summary>
    private string Meant(string column, string text) => column switch
    {
        EntryColumns.Commune => shelf.Book.Communes.WithCode(text)?.Code ?? shelf.Book.Communes.Find(text)?.Code ?? text,
        EntryColumns.Kind => string.Join(", ", text.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(kind => shelf.Book.Needs.FirstOrDefault(need => need.Name.Languages.Any(language => string.Equals(need.Name.Exactly(language), kind, StringComparison.OrdinalIgnoreCase)))?.Id ?? kind)),
        EntryColumns.Always or EntryColumns.Sample => text.ToLowerInvariant() switch { "true" or "x" or "1" => EntryColumns.Yes, "no" or "false" or "0" => "", var word => word },
        EntryColumns.Status => text.ToLowerInvariant(),
        _ when EntryColumns.Days.Contains(column, StringComparer.Ordinal) => HoursInput.Tidy(text),
        _ => text,
    };

    private ImportPlan Conclude()
    {
        var changed = rows.Where(row => row.Was is null || row.Now.ChangedFrom(row.Was).Count > 0).ToList();
        var files = Write(changed);
        problems.AddRange(Find(changed, files));
        if (problems.Count > 0)
            return new ImportPlan([.. problems.OrderBy(problem => problem.Row)], [], [], []);
        var named = rows.Select(row => row.Now.Id).ToHashSet(StringComparer.Ordinal);
        return new ImportPlan([],
            [.. changed.Select(row => new ImportChange(row.Row, row.Now.Id, row.Now, row.Was, row.Was is null ? [] : row.Now.ChangedFrom(row.Was)))],
            [.. shelf.Entries.Where(entry => !entry.Text.IsHotline && !named.Contains(entry.Text.Id)).Select(entry => entry.Text.Id)],
            files);
    }

    /// <summary>The files with the rows in them. What cannot be written at all is a problem of its row.</summary>
    private List<ContentFile> Write(IReadOnlyList<(int Row, EntryText? Was, EntryText Now)> changed)
    {
        var files = new List<ContentFile>();
        var byFile = changed.Select(row => (row.Row, Edit: row.Was is null ? (EntryEdit)EntryWriting.Add(row.Now) : EntryWriting.Change(row.Was, row.Now), File: FileOf(row.Now)));
        foreach (var ofFile in byFile.GroupBy(row => row.File.Path, StringComparer.Ordinal))
        {
            var file = ofFile.First().File;
            if (EntryEditing.Apply(file, [.. ofFile.Select(row => row.Edit)]) is EditResult.Written written)
                files.Add(written.File);
            else
                problems.AddRange(Refused(file, [.. ofFile.Select(row => (row.Row, row.Edit))]));
        }

        return files;
    }

    private static List<SheetProblem> Refused(ContentFile file, IReadOnlyList<(int Row, EntryEdit Edit)> edits)
    {
        var alone = edits.Select(one => (one.Row, Why: (EntryEditing.Apply(file, [one.Edit]) as EditResult.Refused)?.Message)).Where(one => one.Why is not null)
            .Select(one => new SheetProblem(one.Row, "", one.Why!, "Mend it in the spreadsheet.")).ToList();
        return alone.Count > 0 ? alone : [new SheetProblem(0, "", ((EditResult.Refused)EntryEditing.Apply(file, [.. edits.Select(one => one.Edit)])).Message, "Bring fewer places at a time.")];
    }

    private ContentFile FileOf(EntryText now) => shelf.Find(now.Id) is { } there ? shelf.Files.First(file => file.Path == there.File) : PlaceDesk.FileFor(shelf, now);

    /// <summary>The errors that the changed places would have.</summary>
    private IEnumerable<SheetProblem> Find(IReadOnlyList<(int Row, EntryText? Was, EntryText Now)> changed, List<ContentFile> files)
    {
        var after = Shelf.Read("", [.. shelf.Files.Where(file => files.All(other => other.Path != file.Path)), .. files], today);
        foreach (var (row, _, now) in changed)
        {
            foreach (var finding in (after.Find(now.Id)?.Findings ?? []).Where(finding => finding.Issue.Severity == Severity.Error))
                yield return new SheetProblem(row, finding.Column, $"{finding.Issue.Message} ({finding.Issue.Code})", StaffMends.Of(finding.Issue));
        }
    }
}

/// <summary>Something that stands against an import.</summary>
/// <param name="Row">The row in the spreadsheet; 0 for the whole file.</param>
/// <param name="Column">The column by its name; empty for the whole row.</param>
/// <param name="Found">What was found, in full sentences.</param>
/// <param name="Mend">What to do.</param>
internal sealed record SheetProblem(int Row, string Column, string Found, string Mend);

/// <summary>What an import would do: problems, and nothing is imported before they are mended; else changes.</summary>
/// <param name="Problems">Every problem at once.</param>
/// <param name="Changes">Places that are new or become others.</param>
/// <param name="Missing">Ids of places that are not in the spreadsheet. They stay.</param>
/// <param name="Files">The files afterwards.</param>
internal sealed record ImportPlan(IReadOnlyList<SheetProblem> Problems, IReadOnlyList<ImportChange> Changes, IReadOnlyList<string> Missing, IReadOnlyList<ContentFile> Files)
{
    public static ImportPlan Refuse(SheetProblem problem) => new([problem], [], [], []);

    /// <summary>Whether another plan does exactly the same.</summary>
    public bool IsSame(ImportPlan other) => Problems.Count == 0 && other.Problems.Count == 0
        && Changes.Select(change => (change.Id, change.Now.Print, change.Was?.Print)).SequenceEqual(other.Changes.Select(change => (change.Id, change.Now.Print, change.Was?.Print)));
}

/// <summary>A place that an import changes.</summary>
/// <param name="Row">The row in the spreadsheet.</param>
/// <param name="Id">The place.</param>
/// <param name="Now">What it would say.</param>
/// <param name="Was">What it says; null where it is new.</param>
/// <param name="Columns">What changes.</param>
internal sealed record ImportChange(int Row, string Id, EntryText Now, EntryText? Was, IReadOnlyList<string> Columns);
