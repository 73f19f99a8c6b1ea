using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Places.Editing;

/// <summary>Which entries are wanted; what is empty does not matter.</summary>
/// <param name="Words">In a name, address, number, commune or id; Khmer and English, however it is spaced.</param>
/// <param name="Kind">Id of a need.</param>
/// <param name="Status"><c>verified</c>, <c>unverified</c> or <c>sample</c>.</param>
/// <param name="What"><c>places</c> or <c>numbers</c>.</param>
/// <param name="IsDue">Only what must be checked.</param>
internal sealed record PlaceFilter(string? Words = null, string? Kind = null, string? Status = null, string? What = null, bool IsDue = false)
{
    /// <summary>The entries that fit.</summary>
    public IReadOnlyList<ShelfEntry> Of(Shelf shelf)
    {
        var key = StrictKey.Of(Words ?? "");
        return [.. shelf.Entries.Where(entry => Fits(entry) && (key.Length == 0 || Says(shelf, entry).Any(text => StrictKey.Of(text).Contains(key, StringComparison.Ordinal))))];
    }

    private bool Fits(ShelfEntry entry) =>
        (string.IsNullOrEmpty(Kind) || entry.Text.Kinds.Contains(Kind, StringComparer.Ordinal))
        && (Status switch { "sample" => entry.IsSample, "verified" => entry is { IsVerified: true, IsSample: false }, "unverified" => entry is { IsVerified: false, IsSample: false }, _ => true })
        && (What switch { "places" => !entry.Text.IsHotline, "numbers" => entry.Text.IsHotline, _ => true })
        && (!IsDue || entry.IsDue);

    private static IEnumerable<string> Says(Shelf shelf, ShelfEntry entry)
    {
        var text = entry.Text;
        yield return text.Id;
        foreach (var column in text.Columns.Where(column => EntryColumns.FieldOf(column, text.IsHotline) is EntryColumns.Name or EntryColumns.Address or EntryColumns.Says))
            yield return text[column];
        yield return text[EntryColumns.Phone] + text[EntryColumns.Number];
        yield return Digits(text[EntryColumns.Phone] + text[EntryColumns.Number]);
        if (shelf.Book.Communes.WithCode(text[EntryColumns.Commune]) is { } commune)
        {
            foreach (var name in commune.Also.Concat(commune.Name.Languages.Select(language => commune.Name.Exactly(language)!)))
                yield return name;
        }
    }

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}
