using System.CommandLine;
using ChatSupport.Content;
using ChatSupport.Dialogs.Graph;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using Command = System.CommandLine.Command;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport dialogs graph</c>: the screens and the ways between them, as a picture.</summary>
internal static class DialogsGraphCommand
{
    public static Command Build()
    {
        var folder = DialogsCommand.FolderArgument();
        var format = new Option<string>("--format") { Description = "For whom it is drawn; dot is for Graphviz: dot -Tsvg.", DefaultValueFactory = _ => "mermaid" };
        format.AcceptOnlyFromAmong("mermaid", "dot");
        var dialog = new Option<string?>("--dialog") { Description = "Only this dialog, for example rights/hours. Without it: all." };
        var language = new Option<string?>("--language") { Description = "Language of titles and labels. Without it: the first of phrases.yaml." };
        var output = DialogsCommand.OutputOption();
        var command = new Command("graph", "Draw the screens and the ways between them. Content with errors is drawn too.") { folder, format, dialog, language, output };
        command.SetAction(parse => DialogsCommand.Guarded(parse, folder, path => Draw(
            parse, path, parse.GetRequiredValue(format), parse.GetValue(dialog), parse.GetValue(language), parse.GetValue(output))));
        return command;
    }

    private static int Draw(ParseResult parse, string folder, string format, string? dialog, string? language, string? output)
    {
        var read = DialogReader.Read(ContentFolder.Read(folder), KnownActions.All, ContentToRun.Today);
        if (read.Set is not { } set)
            return Refused(parse, $"There is no dialog in '{folder}' that could be read. Run 'chatsupport dialogs check' to see why.");
        if (dialog is not null && !set.Dialogs.ContainsKey(dialog))
            return DialogsCommand.UnknownDialog(parse, set, dialog);
        if (language is not null && !set.Languages.Contains(language, StringComparer.Ordinal))
            return Refused(parse, $"The language '{language}' is not offered. Choose one of {string.Join(", ", set.Languages)}.");

        DialogsCommand.Write(parse, output, Drawn(set, format, dialog, language ?? set.Languages[0]));
        return ExitCode.Fine;
    }

    private static string Drawn(DialogSet set, string format, string? dialog, string language)
    {
        var graph = DialogGraph.Of(set, KnownActions.All);
        return format == "dot" ? DotDrawing.Of(set, graph, dialog, language) : MermaidDrawing.Of(set, graph, dialog, language);
    }

    private static int Refused(ParseResult parse, string sentence)
    {
        parse.InvocationConfiguration.Error.WriteLine(sentence);
        return ExitCode.BadUsage;
    }
}
