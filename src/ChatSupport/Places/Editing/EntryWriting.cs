using System.Globalization;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Places.Editing;

/// <summary>Turns what people wrote into the fields of a file. What cannot be read is written as it is: the check finds it, with place and mend.</summary>
internal static class EntryWriting
{
    private const string Places = "places";
    private const string Hotlines = "hotlines";

    /// <summary>The list that an entry stands in.</summary>
    public static string ListOf(bool isHotline) => isHotline ? Hotlines : Places;

    /// <summary>The edit that makes one entry another; only the fields that say something else are written.</summary>
    public static EntryEdit.Set Change(EntryText was, EntryText now)
    {
        var changed = now.ChangedFrom(was).Select(column => EntryColumns.FieldOf(column, now.IsHotline)).ToHashSet(StringComparer.Ordinal);
        var fields = EntryColumns.FieldsOf(now.IsHotline);
        return new EntryEdit.Set(ListOf(now.IsHotline), now.Id, [.. fields.Where(changed.Contains).Select(field => Field(field, now))], [EntryColumns.Id, .. fields]);
    }

    /// <summary>The edit that adds an entry.</summary>
    public static EntryEdit.Add Add(EntryText entry) =>
        new(ListOf(entry.IsHotline), entry.Id, [.. EntryColumns.FieldsOf(entry.IsHotline).Select(field => Field(field, entry))]);

    private static EntryField Field(string name, EntryText entry) => new(name, name switch
    {
        EntryColumns.Kind => entry.Kinds is { Count: > 0 } kinds ? new EntryValue.List(kinds) : null,
        EntryColumns.Name or EntryColumns.Says or EntryColumns.Address or EntryColumns.Cost => Languages(name, entry),
        EntryColumns.Location => Fields(
            ("latitude", Number(entry[EntryColumns.Latitude])), ("longitude", Number(entry[EntryColumns.Longitude])), ("source", Text(entry[EntryColumns.SpotSource]))),
        EntryColumns.Source => Fields(
            ("text", Text(entry[EntryColumns.Source])), ("url", Text(entry[EntryColumns.SourceUrl])), ("checked", Word(entry[EntryColumns.Checked], IsDay))),
        EntryColumns.Hours => Fields([.. HoursInput.Lines(entry).Select(line => (line.Days, (EntryValue?)new EntryValue.Text(line.Times)))]),
        EntryColumns.Sample or EntryColumns.Always => Word(entry[name] == EntryColumns.Yes ? "true" : entry[name], text => text == "true"),
        EntryColumns.Status or EntryColumns.Tier => Word(entry[name], text => text is "verified" or "unverified" or "A" or "B"),
        _ => Text(entry[name]),
    });

    private static EntryValue.Fields? Languages(string field, EntryText entry) => Fields([.. entry.Columns
        .Select(column => EntryColumns.LanguageOf(column, field)).OfType<string>()
        .OrderBy(language => language switch { "km" => 0, "en" => 1, _ => 2 }).ThenBy(language => language, StringComparer.Ordinal)
        .Select(language => (language, Text(CanonicalOrder.Of(entry[EntryColumns.Of(field, language)]))))]);

    private static EntryValue.Fields? Fields(params (string Name, EntryValue? Value)[] fields) =>
        fields.Where(field => field.Value is not null).Select(field => new EntryField(field.Name, field.Value)).ToList() is { Count: > 0 } some ? new EntryValue.Fields(some) : null;

    private static EntryValue.Text? Text(string text) => text.Length == 0 ? null : new(text);

    private static EntryValue? Number(string text) => Word(text, IsNumber);

    private static EntryValue? Word(string text, Func<string, bool> isGood) => text.Length == 0 ? null : isGood(text) ? new EntryValue.Word(text) : new EntryValue.Text(text);

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsNumber(string text) => text.All(c => char.IsAsciiDigit(c) || c is '.' or '-')
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
