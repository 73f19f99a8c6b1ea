namespace ChatSupport.Places.Editing;

/// <summary>The columns of an entry: the names of its fields in the file, with a column for each language, day and part.</summary>
internal static class EntryColumns
{
    public const string Id = "id";
    public const string Kind = "kind";
    public const string Tier = "tier";
    public const string Number = "number";
    public const string Sample = "sample";
    public const string Name = "name";
    public const string Says = "says";
    public const string Address = "address";
    public const string Commune = "commune";
    public const string Location = "location";
    public const string Latitude = "latitude";
    public const string Longitude = "longitude";
    public const string SpotSource = "location source";
    public const string Phone = "phone";
    public const string Cost = "cost";
    public const string Hours = "hours";
    public const string Always = "always";
    public const string Source = "source";
    public const string SourceUrl = "source url";
    public const string Checked = "checked";
    public const string Status = "status";

    /// <summary>What stands for a flag that is set.</summary>
    public const string Yes = "yes";

    /// <summary>Days as the file writes them, from Monday.</summary>
    public static IReadOnlyList<string> Days { get; } = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The fields of a place or number in the order of its file.</summary>
    public static IReadOnlyList<string> FieldsOf(bool isHotline) => isHotline
        ? [Kind, Tier, Number, Sample, Name, Says, Cost, Hours, Always, Source, Status]
        : [Kind, Sample, Name, Address, Commune, Location, Phone, Cost, Hours, Always, Source, Status];

    /// <summary>The columns of a field, for the languages that are used.</summary>
    public static IReadOnlyList<string> OfField(string field, IEnumerable<string> languages) => field switch
    {
        Name or Says or Address or Cost => [.. languages.Select(language => Of(field, language))],
        Location => [Latitude, Longitude, SpotSource],
        Hours => Days,
        Source => [Source, SourceUrl, Checked],
        _ => [field],
    };

    /// <summary>All columns of a place or number.</summary>
    public static IReadOnlyList<string> All(bool isHotline, IReadOnlyList<string> languages) => [Id, .. FieldsOf(isHotline).SelectMany(field => OfField(field, languages))];

    /// <summary>The column of a field in a language: <c>name (km)</c>.</summary>
    public static string Of(string field, string language) => $"{field} ({language})";

    /// <summary>The column that a finding is about.</summary>
    /// <param name="field">The field in the file; empty for the entry.</param>
    /// <param name="part">What stands in it there: a language, a range of days, <c>checked</c>; empty for the field.</param>
    public static string ColumnOf(string field, string part) => (field, part) switch
    {
        (Name or Says or Address or Cost, { Length: > 0 }) => Of(field, part),
        (Location, "source") => SpotSource,
        (Location, { Length: > 0 }) => part,
        (Location, _) => Latitude,
        (Source, "url") => SourceUrl,
        (Source, Checked) => Checked,
        (Hours, { Length: > 0 }) => HoursText.TryReadDays(part, out var days) ? HoursInput.NameOf(days[0]) : Days[0],
        (Hours, _) => Days[0],
        (Name or Says or Address or Cost, _) => Of(field, "km"),
        ("", _) => Id,
        _ => field,
    };

    /// <summary>The field that a column belongs to; null for no column of an entry.</summary>
    public static string? FieldOf(string column, bool isHotline) => column switch
    {
        Id => Id,
        Latitude or Longitude or SpotSource when !isHotline => Location,
        SourceUrl or Checked => Source,
        _ when Days.Contains(column, StringComparer.Ordinal) => Hours,
        _ => FieldsOf(isHotline).FirstOrDefault(field => field == column && field is not (Name or Says or Address or Cost or Location or Hours))
            ?? FieldsOf(isHotline).FirstOrDefault(field => field is Name or Says or Address or Cost && LanguageOf(column, field) is not null),
    };

    /// <summary>The language of a column such as <c>name (km)</c>; null where it is none of this field.</summary>
    public static string? LanguageOf(string column, string field) =>
        column.StartsWith($"{field} (", StringComparison.Ordinal) && column.EndsWith(')') && column[(field.Length + 2)..^1] is { Length: > 0 } tag
        && tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? tag : null;
}
