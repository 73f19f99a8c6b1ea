using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Places.Editing;

/// <summary>Reads an entry as its author wrote it, also where it has mistakes, so that they can be mended.</summary>
internal static class EntryReading
{
    public static EntryText Of(YamlMap map, bool isHotline)
    {
        var entry = new EntryText(isHotline, Text(map, EntryColumns.Id)) { Kinds = Kinds(map) };
        foreach (var field in EntryColumns.FieldsOf(isHotline))
        {
            switch (field)
            {
                case EntryColumns.Name or EntryColumns.Says or EntryColumns.Address or EntryColumns.Cost:
                    foreach (var language in Fields(map, field))
                        entry[EntryColumns.Of(field, language.Key)] = Text(language.Value);
                    break;
                case EntryColumns.Location or EntryColumns.Source:
                    foreach (var part in Fields(map, field))
                        entry[field == EntryColumns.Source && part.Key == "text" ? field : EntryColumns.ColumnOf(field, part.Key)] = Text(part.Value);
                    break;
                case EntryColumns.Hours:
                    ReadHours(map, entry);
                    break;
                case EntryColumns.Sample or EntryColumns.Always:
                    entry[field] = Text(map, field) is "true" ? EntryColumns.Yes : Text(map, field) is "false" ? "" : Text(map, field);
                    break;
                case not EntryColumns.Kind:
                    entry[field] = Text(map, field);
                    break;
            }
        }

        return entry;
    }

    private static void ReadHours(YamlMap map, EntryText entry)
    {
        foreach (var line in Fields(map, EntryColumns.Hours))
        {
            if (!HoursText.TryReadDays(line.Key, out var days))
                continue; // the findings say so; what is written anew takes its place
            foreach (var day in days)
                entry[HoursInput.NameOf(day)] = Text(line.Value);
        }
    }

    private static string[] Kinds(YamlMap map) => map.Find(EntryColumns.Kind) is YamlList list ? [.. list.Items.Select(Text).Where(kind => kind.Length > 0)] : [];

    private static IReadOnlyList<YamlMap.Entry> Fields(YamlMap map, string name) => map.Find(name) is YamlMap fields ? fields.Entries : [];

    private static string Text(YamlMap map, string name) => map.Find(name) is { } node ? Text(node) : "";

    private static string Text(YamlNode node) => node is YamlScalar { IsNothing: false } scalar ? scalar.Value : "";
}
