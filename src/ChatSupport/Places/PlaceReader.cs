using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Places;

/// <summary>Reads the files below <c>places/</c> into a book. Every mistake is a finding; an entry with an error is left out.</summary>
internal sealed class PlaceReader(ICollection<DialogIssue> issues)
{
    private const string Folder = "places/";

    private readonly Dictionary<string, Mark> ids = new(StringComparer.Ordinal);

    public PlaceBook Read(IReadOnlyList<ContentFile> files)
    {
        var maps = files
            .Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal) && file.Path.EndsWith(".yaml", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => YamlFile.Read(file, issues)).OfType<YamlMap>()
            .Select(map => new YamlFields(map, issues)).ToList();

        // Needs and communes first: the entries name them, whatever the order of the files.
        var texts = new TextsReader(issues);
        var needs = Entries(maps, "needs").Select(fields => ReadNeed(fields, texts)).OfType<Need>().ToList();
        var communes = new CommuneReader(issues, texts);
        var names = new CommuneNames([.. Entries(maps, "communes").Select(communes.Read).OfType<Commune>()]);
        var entries = new EntryReader(issues, texts, [.. needs.Select(need => need.Id)], names);
        var book = new PlaceBook
        {
            Needs = needs,
            Communes = names,
            Places = [.. Entries(maps, "places").Select(entries.ReadPlace).OfType<Place>().Where(place => IsNew(place.Id, place.Mark))],
            Hotlines = [.. Entries(maps, "hotlines").Select(entries.ReadHotline).OfType<Hotline>().Where(line => IsNew(line.Id, line.Mark))],
            Wording = ReadWording(maps, texts),
        };

        foreach (var map in maps)
            RefuseRest(map);
        return book;
    }

    private static Need? ReadNeed(YamlFields fields, TextsReader texts)
    {
        var id = fields.Text("id", required: true);
        var name = texts.Read(fields, "name", required: true);
        fields.RefuseUnknown();
        return id is null || name is null ? null : new Need(id.Value, name, fields.Mark);
    }

    private Wording ReadWording(List<YamlFields> maps, TextsReader texts)
    {
        var wording = new Dictionary<string, Texts>(StringComparer.Ordinal);
        foreach (var fields in maps.Select(map => map.Fields("wording")).OfType<YamlMap>())
        {
            var lines = new YamlFields(fields, issues);
            foreach (var name in Wording.Names)
            {
                if (texts.Read(lines, name, required: true) is { } text)
                    wording[name] = text;
            }

            lines.RefuseUnknown();
        }

        return new Wording(wording);
    }

    private IEnumerable<YamlFields> Entries(List<YamlFields> maps, string key)
    {
        foreach (var item in maps.SelectMany(map => map.Items(key)))
        {
            if (item is YamlMap map)
            {
                yield return new YamlFields(map, issues);
            }
            else if (item is not YamlHole)
            {
                issues.Add(ShapeRules.WrongShape.At(item.Mark, $"An entry of '{key}' is {item.Shape}, but names with values are expected.",
                    "See dialogs/places/README.md for how it is written."));
            }
        }
    }

    private bool IsNew(string id, Mark mark)
    {
        if (ids.TryAdd(id, mark))
            return true;

        var first = ids[id];
        issues.Add(PlaceRules.RepeatedId.At(mark, $"The id '{id}' stands already at {first.File}:{first.Line}.", "Give this entry an id of its own."));
        return false;
    }

    private void RefuseRest(YamlFields map)
    {
        if (map.Number("format", required: true) is { } format && format != 1)
        {
            issues.Add(ShapeRules.NewerFormat.At(map.Map.ValueMark("format"), $"The file is in format {format}, but this program reads format 1.",
                "Update the program, or write 'format: 1'."));
        }

        map.RefuseUnknown();
    }
}
