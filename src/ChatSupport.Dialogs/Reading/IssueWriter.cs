using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Writes findings for people (text), for scripts (JSON) and for code hosts and editors (SARIF 2.1.0).</summary>
public static class IssueWriter
{
    /// <summary>Khmer stays readable in the files; nothing here is ever embedded in a page.</summary>
    internal static JsonWriterOptions Readable { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A line for each finding, and a last line that counts them.</summary>
    public static string Text(IReadOnlyList<DialogIssue> issues)
    {
        var text = new StringBuilder();
        foreach (var issue in issues)
            text.Append(issue).Append('\n');

        return text.Append(Counted(issues, Severity.Error, "error")).Append(", ").Append(Counted(issues, Severity.Warning, "warning"))
            .Append(", ").Append(Counted(issues, Severity.Hint, "hint")).Append(".\n").ToString();
    }

    /// <summary>An array of findings: code, severity, file, line, column, message, mend.</summary>
    public static string Json(IReadOnlyList<DialogIssue> issues) => WriteJson(json =>
    {
        json.WriteStartArray();
        foreach (var issue in issues)
        {
            json.WriteStartObject();
            json.WriteString("code", issue.Code);
            json.WriteString("severity", Words.Kebab(issue.Severity.ToString()));
            json.WriteString("file", issue.Mark.File);
            json.WriteNumber("line", issue.Mark.Line);
            json.WriteNumber("column", issue.Mark.Column);
            json.WriteString("message", issue.Message);
            json.WriteString("mend", issue.Mend);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>A SARIF 2.1.0 log with one run. Paths are relative to the content folder.</summary>
    public static string Sarif(IReadOnlyList<DialogIssue> issues) => WriteJson(json => SarifLog.Write(json, issues));

    private static string WriteJson(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
            write(json);

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static string Counted(IReadOnlyList<DialogIssue> issues, Severity severity, string word)
    {
        var count = issues.Count(issue => issue.Severity == severity);
        return string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");
    }
}
