using System.Security.Cryptography;
using System.Text;
using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Places.Editing;

/// <summary>An entry as people write it: a text for each column of <see cref="EntryColumns"/>, whether it can be read or not. A page's boxes and a row of
/// a spreadsheet are the same thing.</summary>
internal sealed class EntryText
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    /// <summary>An entry that says nothing yet.</summary>
    /// <param name="isHotline">A number to call; else a place.</param>
    /// <param name="id">Its id; empty where it has none yet.</param>
    public EntryText(bool isHotline, string id = "")
    {
        IsHotline = isHotline;
        this[EntryColumns.Id] = id;
    }

    private EntryText(EntryText other)
    {
        IsHotline = other.IsHotline;
        foreach (var (column, text) in other.texts)
            texts[column] = text;
    }

    /// <summary>A number to call; else a place.</summary>
    public bool IsHotline { get; }

    public string Id => this[EntryColumns.Id];

    /// <summary>What stands in a column; empty for nothing.</summary>
    public string this[string column]
    {
        get => texts.GetValueOrDefault(column) ?? "";
        set
        {
            if (string.IsNullOrWhiteSpace(value))
                texts.Remove(column);
            else
                texts[column] = value;
        }
    }

    /// <summary>The columns that hold something.</summary>
    public IEnumerable<string> Columns => texts.Keys;

    /// <summary>The ids of the needs it is for.</summary>
    public IReadOnlyList<string> Kinds
    {
        get => [.. this[EntryColumns.Kind].Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        set => this[EntryColumns.Kind] = string.Join(", ", value);
    }

    /// <summary>A short name for all that it says.</summary>
    public string Print => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\0', texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => $"{text.Key}\n{text.Value}")))))[..16];

    public EntryText Copy() => new(this);

    /// <summary>The same without slips of the hand: blanks around texts, Khmer digits in numbers, loose times.</summary>
    public EntryText Tidied()
    {
        var tidy = Copy();
        foreach (var (column, text) in texts)
        {
            tidy[column] = EntryColumns.Days.Contains(column, StringComparer.Ordinal) ? HoursInput.Tidy(text)
                : column is EntryColumns.Phone or EntryColumns.Number or EntryColumns.Latitude or EntryColumns.Longitude or EntryColumns.Checked ? Digits.ToArabic(text).Trim()
                : text.Trim();
        }

        return tidy;
    }

    /// <summary>The columns that say something else in another one.</summary>
    public IReadOnlyList<string> ChangedFrom(EntryText other) => [.. texts.Keys.Union(other.texts.Keys).Where(column => this[column] != other[column]).Order(StringComparer.Ordinal)];

    /// <summary>Its name in a language; where it has none, in another; else its id.</summary>
    public string NameIn(string language) =>
        new[] { language, "km", "en" }.Select(tag => this[EntryColumns.Of(EntryColumns.Name, tag)]).FirstOrDefault(name => name.Length > 0) ?? Id;
}
