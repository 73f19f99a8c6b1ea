using System.Text.Json;

namespace ChatSupport.Dialogs.Reading;

/// <summary>The shape of SARIF 2.1.0, as far as findings need it.</summary>
internal static class SarifLog
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string Folder = "CONTENT";

    public static void Write(Utf8JsonWriter json, IReadOnlyList<DialogIssue> issues)
    {
        var rules = issues.Select(issue => issue.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var issue in issues)
            WriteResult(json, issue, rules.IndexOf(issue.Code));

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, List<string> codes)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "chatsupport dialogs check");
        json.WriteStartArray("rules");
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            if (Rules.Find(code) is { } rule)
            {
                WriteText(json, "shortDescription", rule.Title + ".");
                json.WriteStartObject("defaultConfiguration");
                json.WriteString("level", LevelOf(rule.Severity));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, DialogIssue issue, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", issue.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", LevelOf(issue.Severity));
        WriteText(json, "message", $"{issue.Message} {issue.Mend}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', issue.Mark.File.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", Folder);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", issue.Mark.Line);
        json.WriteNumber("startColumn", issue.Mark.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
