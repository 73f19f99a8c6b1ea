using System.Globalization;
using ChatSupport.Dialogs.Risk;

namespace ChatSupport.Dialogs.Reading;

/// <summary>The file <c>risk-words.yaml</c>, read and checked.</summary>
public static class RiskFile
{
    /// <summary>Where it stands in the content folder.</summary>
    public const string Path = "risk-words.yaml";

    /// <summary>Reads it from the content.</summary>
    /// <param name="files">Every file below the content folder.</param>
    /// <param name="issues">Receives every finding about the file itself.</param>
    /// <returns><see cref="RiskWords.None"/> where it is missing or cannot be read.</returns>
    public static RiskWords Read(IReadOnlyList<ContentFile> files, ICollection<DialogIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(issues);
        if (files.FirstOrDefault(file => file.Path == Path) is not { } file || YamlFile.Read(file, issues) is not { } read || Migrations.Lift(read, issues) is not { } root)
            return RiskWords.None;

        var fields = new YamlFields(root, issues);
        fields.Node("format");
        var entries = new List<RiskEntry>();
        foreach (var node in fields.Items("entries", required: true))
        {
            if (node is not YamlMap map)
                fields.RefuseShape("entries", node, "an entry");
            else if (ReadEntry(map, issues) is { } entry)
                entries.Add(entry);
        }

        fields.RefuseUnknown();
        RiskCheck.Find(entries, issues);
        return new RiskWords(entries);
    }

    /// <summary>One entry; null where it does not say its name, what it means or how urgent it is.</summary>
    private static RiskEntry? ReadEntry(YamlMap map, ICollection<DialogIssue> issues)
    {
        var fields = new YamlFields(map, issues);
        var texts = new TextReading(RiskWords.Scripts, issues, Path);
        var id = fields.Text("id", required: true);
        if (id is not null && !Names.IsScreen(id.Value))
            issues.Add(ShapeRules.BadName.At(id.Mark, $"The entry '{id.Value}' holds letters that do not work in a name.", "Use a to z, digits, - and _."));

        var what = fields.Word<RiskClass>("class", required: true);
        var level = ReadLevel(fields, issues);
        var words = texts.Keywords(fields.Fields("words", required: true), fields.Fields("not"));
        var note = fields.Text("note", required: true)?.Value ?? "";
        var status = texts.Status(fields);
        fields.RefuseUnknown();
        return id is not null && what is { } known && level is { } urgent ? new RiskEntry(id.Value, known, urgent, words, note, status, id.Mark) : null;
    }

    private static int? ReadLevel(YamlFields fields, ICollection<DialogIssue> issues)
    {
        if (fields.Text("level", required: true) is not { } text)
            return null;
        if (int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level <= RiskEntry.LeastUrgent)
            return level;

        issues.Add(ShapeRules.UnknownWord.At(text.Mark, $"'level' is '{text.Value}', but one of 0, 1, 2, 3 is expected.", "Write 0 for danger now, 3 for what is only good to know."));
        return null;
    }
}
