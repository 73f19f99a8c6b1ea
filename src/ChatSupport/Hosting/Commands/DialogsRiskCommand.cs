using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatSupport.Dialogs.Risk;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport dialogs risk</c>: the risk words and contacts of a text, as the desk will see them.</summary>
internal static class DialogsRiskCommand
{
    private const string StandardInput = "-";
    private const int LongestRead = 1024 * 1024; // characters

    private static readonly JsonWriterOptions readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Build()
    {
        var text = new Argument<string>("text") { Description = "What was written, in quotes; - reads the standard input, a message a line." };
        var folder = DialogsCommand.FolderArgument();
        var json = new Option<bool>("--json") { Description = "Write JSON instead of lines." };
        var command = new Command("risk", "Show the risk words of a text, how urgent they make it, and the contacts in it. Exit code 0: the text was looked through, 1: the content has errors, 2: could not run.") { text, folder, json };
        command.SetAction(parse => ContentToRun.With(parse, DialogsCommand.FolderOf(parse, folder), content =>
            Run(parse, content.Interpreter.Dialogs.RiskWords, parse.GetRequiredValue(text), parse.GetValue(json))));
        return command;
    }

    private static int Run(ParseResult parse, RiskWords words, string text, bool asJson)
    {
        IReadOnlyList<string> messages = text == StandardInput ? Lines(Console.OpenStandardInput()) : [text];
        var output = parse.InvocationConfiguration.Output;
        if (asJson)
        {
            output.Write(Json(words, messages));
            return ExitCode.Fine;
        }

        foreach (var message in messages)
            output.Write(Text(words, message));
        return ExitCode.Fine;
    }

    /// <summary>The lines of a stream, to its end or as far as anybody writes by hand.</summary>
    private static List<string> Lines(Stream input)
    {
        using var reader = new StreamReader(input, Encoding.UTF8);
        var (lines, read) = (new List<string>(), 0);
        while (read < LongestRead && reader.ReadLine() is { } line)
        {
            read += line.Length + 1;
            if (line.Length > 0)
                lines.Add(line);
        }

        return lines;
    }

    private static string Text(RiskWords words, string message)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{(words.Level(message) is { } level ? $"S{level}" : "No risk word")}: {message}\n");
        foreach (var hit in words.Find(message))
            text.Append(CultureInfo.InvariantCulture, $"  {hit.Start}+{hit.Length} '{message.AsSpan(hit.Start, hit.Length)}' S{hit.Level} {ClassOf(hit)} {hit.Entry.Id} (listed as '{hit.Word}')\n");
        foreach (var hit in ContactWords.Find(message))
            text.Append(CultureInfo.InvariantCulture, $"  {hit.Start}+{hit.Length} '{message.AsSpan(hit.Start, hit.Length)}' contact {Kebab(hit.Kind)}\n");
        return text.ToString();
    }

    private static string Json(RiskWords words, IReadOnlyList<string> messages)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, readable))
        {
            json.WriteStartArray();
            foreach (var message in messages)
                Write(json, words, message);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, RiskWords words, string message)
    {
        json.WriteStartObject();
        json.WriteString("text", message);
        if (words.Level(message) is { } level)
            json.WriteNumber("level", level);
        else
            json.WriteNull("level");
        json.WriteStartArray("hits");
        foreach (var hit in words.Find(message))
        {
            json.WriteStartObject();
            WritePlace(json, message, hit.Start, hit.Length);
            json.WriteNumber("level", hit.Level);
            json.WriteString("class", ClassOf(hit));
            json.WriteString("entry", hit.Entry.Id);
            json.WriteString("word", hit.Word);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("contacts");
        foreach (var hit in ContactWords.Find(message))
        {
            json.WriteStartObject();
            WritePlace(json, message, hit.Start, hit.Length);
            json.WriteString("kind", Kebab(hit.Kind));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, string message, int start, int length)
    {
        json.WriteNumber("start", start);
        json.WriteNumber("length", length);
        json.WriteString("found", message.AsSpan(start, length));
    }

    private static string ClassOf(RiskHit hit) => JsonNamingPolicy.KebabCaseLower.ConvertName(hit.Class.ToString());

    private static string Kebab(ContactKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
