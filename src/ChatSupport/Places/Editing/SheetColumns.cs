using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Staff.Sheets;

namespace ChatSupport.Places.Editing;

/// <summary>Where the columns of a spreadsheet stand: they go by what stands in the top row, in any order.</summary>
internal sealed class SheetColumns
{
    private readonly IReadOnlyDictionary<int, string> names;

    private SheetColumns(IReadOnlyDictionary<int, string> names) => this.names = names;

    /// <summary>Reads the top row; null where it names no places.</summary>
    public static SheetColumns? Of(IReadOnlyDictionary<int, XlsxCell> top, Shelf shelf, ICollection<SheetProblem> problems)
    {
        var known = PlaceSheet.ColumnsOf(shelf);
        var names = top.ToDictionary(cell => cell.Key, cell => cell.Value.Text.Trim().ToLowerInvariant() is var low && known.Contains(low, StringComparer.Ordinal) ? low : cell.Value.Text.Trim());
        foreach (var (at, name) in names.Where(column => !IsKnown(column.Value, known)))
            problems.Add(new SheetProblem(1, Clusters.Cut(name, 40), $"Nothing reads the column {Letters(at)}, '{Clusters.Cut(name, 40)}'.", Similar.Mend(name, known, "Delete it, or give it the name that the export has.")));
        foreach (var twice in names.GroupBy(column => column.Value, StringComparer.Ordinal).Where(same => same.Count() > 1))
            problems.Add(new SheetProblem(1, Clusters.Cut(twice.Key, 40), $"The column '{Clusters.Cut(twice.Key, 40)}' stands twice.", "Delete one of the two."));
        if (!names.ContainsValue(EntryColumns.Id) && !names.ContainsValue(EntryColumns.Of(EntryColumns.Name, "km")))
            problems.Add(new SheetProblem(1, "", "The top row does not name the columns 'id' and 'name (km)'.", "Put the top row back as it was exported."));
        return problems.Count > 0 ? null : new SheetColumns(names);
    }

    /// <summary>The texts of a row by column; null where it holds nothing.</summary>
    public IReadOnlyDictionary<string, string>? Read(int row, IReadOnlyDictionary<int, XlsxCell> cells, ICollection<SheetProblem> problems)
    {
        var texts = names.Select(column => (Name: column.Value, Text: Read(row, column.Value, cells.GetValueOrDefault(column.Key), problems)))
            .Where(cell => cell.Text is not null).ToDictionary(cell => cell.Name, cell => cell.Text!, StringComparer.Ordinal);
        foreach (var (at, _) in cells.Where(cell => !names.ContainsKey(cell.Key)))
            problems.Add(new SheetProblem(row, Letters(at), "Something stands here, but the column has no name in the top row.", "Delete it, or name the column as the export does."));
        return texts.All(text => text.Value.Length == 0 || text.Key == PlaceSheet.Seen) ? null : texts;
    }

    /// <summary>A number may stand where a number is meant; a phone number would lose its 0, and a day is a count of days to a spreadsheet. Null where
    /// something else stands there, which a problem says already.</summary>
    private static string? Read(int row, string column, XlsxCell cell, ICollection<SheetProblem> problems)
    {
        if (cell.Odd is null)
            return (cell.Text ?? "").Trim();
        if (cell.Number is { } number && column is EntryColumns.Latitude or EntryColumns.Longitude or EntryColumns.Commune)
            return cell.Number!;
        problems.Add(new SheetProblem(row, column, $"The cell holds {cell.Odd}, but a text is expected.", column == EntryColumns.Checked
            ? "Give the cell the format 'Text' and type the day as 2026-11-24."
            : "Give the cell the format 'Text' and type it again."));
        return null;
    }

    private static bool IsKnown(string name, IReadOnlyList<string> known) => known.Contains(name, StringComparer.Ordinal)
        || EntryColumns.FieldOf(name, isHotline: false) is EntryColumns.Name or EntryColumns.Address or EntryColumns.Cost;

    /// <summary>The name of a column from 0, as the spreadsheet shows it: <c>AB</c> for 27.</summary>
    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + Letters(column % 26);
}
