using ChatSupport.Staff.Sheets;

namespace ChatSupport.Places.Editing;

/// <summary>The places as a table, one a row: what is exported comes back by <see cref="PlaceImport"/>.</summary>
internal static class PlaceSheet
{
    public const string Sheet = "places";

    /// <summary>A short name for what a place said at the export, so that nobody writes over what somebody changed since. Not to be changed.</summary>
    public const string Seen = "exported as";

    /// <summary>As a spreadsheet.</summary>
    public static byte[] Xlsx(Shelf shelf, IEnumerable<ShelfEntry> entries)
    {
        var columns = ColumnsOf(shelf);
        return XlsxTable.Write(Sheet, [.. columns.Select(column => new XlsxColumn(column, WidthOf(column), column is EntryColumns.Id or Seen))], Rows(columns, entries));
    }

    /// <summary>As CSV, for reading elsewhere; only the spreadsheet comes back.</summary>
    public static byte[] Csv(Shelf shelf, IEnumerable<ShelfEntry> entries)
    {
        var columns = ColumnsOf(shelf).SkipLast(1).ToList();
        return CsvTable.Write(columns, Rows(columns, entries));
    }

    /// <summary>The columns of the table.</summary>
    public static IReadOnlyList<string> ColumnsOf(Shelf shelf) => [.. EntryColumns.All(isHotline: false, shelf.Languages), Seen];

    private static List<IReadOnlyList<string>> Rows(IReadOnlyList<string> columns, IEnumerable<ShelfEntry> entries) =>
        [.. entries.Where(entry => !entry.Text.IsHotline).Select(entry => (IReadOnlyList<string>)[.. columns.Select(column => column == Seen ? entry.Text.Print : entry.Text[column])])];

    private static double WidthOf(string column) => column switch
    {
        EntryColumns.Id or EntryColumns.Kind or EntryColumns.Source => 28,
        _ when EntryColumns.FieldOf(column, isHotline: false) is EntryColumns.Name or EntryColumns.Address => 36,
        _ when EntryColumns.FieldOf(column, isHotline: false) is EntryColumns.Hours or EntryColumns.Cost or EntryColumns.Phone => 16,
        _ => 14,
    };
}
