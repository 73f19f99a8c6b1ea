using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running.Talks;

namespace ChatSupport.Hosting.Commands;

/// <summary>Writes what became of the talks, for people and for scripts.</summary>
internal static class TalkWriter
{
    /// <summary>The failures, the totals, the coverage of each language; and what no talk touched where <paramref name="untouched"/>.</summary>
    public static string Text(TalkReport report, IReadOnlyList<DialogIssue> issues, bool untouched)
    {
        var text = new StringBuilder();
        foreach (var issue in issues.Concat(report.Failures))
            text.Append(issue).Append('\n');

        var failed = report.Results.Count(result => result.Failures.Count > 0);
        text.Append(CultureInfo.InvariantCulture, $"{report.Results.Count} talks played, {report.Results.Count - failed} passed, {failed} failed");
        text.Append(issues.Count == 0 ? ".\n" : string.Create(CultureInfo.InvariantCulture, $"; {issues.Count} findings in the files of talks.\n"));
        foreach (var language in report.Coverage)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{language.Language}: {language.Screens - language.UntouchedScreens.Count} of {language.Screens} screens ({Percent(language.OfScreens)} %), ")
                .Append(CultureInfo.InvariantCulture,
                $"{language.Choices - language.UntouchedChoices.Count} of {language.Choices} choices ({Percent(language.OfChoices)} %).\n");
            if (!untouched)
                continue;
            foreach (var screen in language.UntouchedScreens)
                text.Append(CultureInfo.InvariantCulture, $"  no talk reaches {screen}\n");
            foreach (var choice in language.UntouchedChoices)
                text.Append(CultureInfo.InvariantCulture, $"  no talk takes choice {choice.Number} of {choice.Screen}: {choice.Label} ({choice.Mark.File}:{choice.Mark.Line})\n");
        }

        return text.ToString();
    }

    /// <summary>One object: the talks with their failures, the findings in their files, the coverage.</summary>
    public static string Json(TalkReport report, IReadOnlyList<DialogIssue> issues)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Write(json, "issues", issues);
            json.WriteStartArray("talks");
            foreach (var (talk, failures) in report.Results)
            {
                json.WriteStartObject();
                json.WriteString("talk", talk.Name);
                json.WriteString("file", talk.Mark.File);
                json.WriteNumber("line", talk.Mark.Line);
                json.WriteString("language", talk.Language);
                json.WriteBoolean("passed", failures.Count == 0);
                Write(json, "failures", failures);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Write(json, report.Coverage);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<TalkCoverage> coverage)
    {
        json.WriteStartObject("coverage");
        foreach (var language in coverage)
        {
            json.WriteStartObject(language.Language);
            json.WriteNumber("screens", language.Screens);
            json.WriteNumber("choices", language.Choices);
            json.WriteStartArray("untouchedScreens");
            foreach (var screen in language.UntouchedScreens)
                json.WriteStringValue(screen.ToString());
            json.WriteEndArray();
            json.WriteStartArray("untouchedChoices");
            foreach (var choice in language.UntouchedChoices)
            {
                json.WriteStartObject();
                json.WriteString("screen", choice.Screen.ToString());
                json.WriteNumber("number", choice.Number);
                json.WriteString("label", choice.Label);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<DialogIssue> issues)
    {
        json.WriteStartArray(name);
        foreach (var issue in issues)
        {
            json.WriteStartObject();
            json.WriteString("code", issue.Code);
            json.WriteString("file", issue.Mark.File);
            json.WriteNumber("line", issue.Mark.Line);
            json.WriteNumber("column", issue.Mark.Column);
            json.WriteString("message", issue.Message);
            json.WriteString("mend", issue.Mend);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Never rounded up: 99.96 is not all.
    private static string Percent(double share) => (Math.Floor(share * 1000) / 10).ToString("0.#", CultureInfo.InvariantCulture);
}
