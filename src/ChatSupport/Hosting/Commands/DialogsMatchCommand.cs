using System.CommandLine;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using Command = System.CommandLine.Command;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport dialogs match</c>: what the bot makes of a typed text, and why.</summary>
internal static class DialogsMatchCommand
{
    private const int MostQueries = 20; // as in a turn

    public static Command Build()
    {
        var text = new Argument<string>("text") { Description = "What a worker types, in quotes." };
        var folder = DialogsCommand.FolderArgument();
        var language = new Option<string?>("--language") { Description = "Her language tag. Without it: the first that is offered.", HelpName = "tag" };
        var screen = new Option<string>("--screen") { Description = "The screen she is on, for example rights/hours or rights/hours#refused.", DefaultValueFactory = _ => "home", HelpName = "screen" };
        var command = new Command("match", "Show which command, choice or dialog a text leads to, why, and what came second.") { text, folder, language, screen };
        command.SetAction(parse => ContentToRun.With(parse, DialogsCommand.FolderOf(parse, folder), content =>
            Run(parse, content, parse.GetRequiredValue(text), parse.GetValue(language), parse.GetRequiredValue(screen))));
        return command;
    }

    private static int Run(ParseResult parse, ContentToRun content, string text, string? language, string screen)
    {
        var dialogs = content.Interpreter.Dialogs;
        if (!ScreenId.TryParse(screen, out var id) || dialogs.Find(id) is null)
            return Refuse(parse, $"There is no screen '{screen}'. Write the dialog, and behind # the screen: rights/hours#refused.");
        if (language is not null && !dialogs.Languages.Contains(language, StringComparer.Ordinal))
            return Refuse(parse, $"The language '{language}' is not offered. Offered are: {string.Join(", ", dialogs.Languages)}.");

        var state = new DialogState { Screen = id, Language = language ?? dialogs.Languages[0] };
        var opened = Finish(content, content.Interpreter.Open(state, id, null, ContentToRun.Today)).State;
        var ways = content.Interpreter.Explain(opened, text, ContentToRun.Today);
        var step = Finish(content, content.Interpreter.Run(opened, new Input.Text(text), ContentToRun.Today));
        Write(parse.InvocationConfiguration.Output, opened, step, ways);
        return ExitCode.Fine;
    }

    private static void Write(TextWriter output, DialogState before, Step step, IReadOnlyList<Understanding> ways)
    {
        var winner = ways.FirstOrDefault(way => way.Acts);
        output.WriteLine(winner is not null ? $"{Rule(winner)}: {winner.Target}. {winner.Why}"
            : step.State.Suggested.IsEmpty ? "Not understood." : "Not sure: offers a choice of topics.");
        output.WriteLine($"From {before.Screen} she lands on {step.State.Screen}{Effects(step)}.");
        foreach (var offered in step.State.Suggested)
            output.WriteLine($"  offered: {offered}");

        var others = ways.Where(way => way != winner).ToList();
        if (others.Count > 0)
            output.WriteLine("Also found:");
        foreach (var way in others)
            output.WriteLine($"  {Rule(way)}: {way.Target}. {way.Why}");
    }

    private static string Effects(Step step) =>
        step.Effects.IsEmpty ? "" : $", with the effect {string.Join(", ", step.Effects.Select(effect => effect.Name))}";

    private static string Rule(Understanding way) => way.Rule switch
    {
        UnderstoodBy.Command => "Command",
        UnderstoodBy.Crisis => "Sign of crisis",
        UnderstoodBy.Label => "Label",
        UnderstoodBy.NumberBeforePlace or UnderstoodBy.Number => "Number",
        UnderstoodBy.Answer => "Answer",
        UnderstoodBy.LooseLabel => "Label, loosely spelled",
        UnderstoodBy.ChoiceKeyword => "Keyword of a choice",
        UnderstoodBy.Topic => "Topic",
        _ => "Only in the search after two misses",
    };

    private static Step Finish(ContentToRun content, Step step)
    {
        for (var asked = 0; step.Waiting is { } call && asked < MostQueries; asked++)
            step = content.Interpreter.Resume(step, content.Answer(call, step.State.Language, TimeProvider.System.GetUtcNow()));
        return step;
    }

    private static int Refuse(ParseResult parse, string sentence)
    {
        parse.InvocationConfiguration.Error.WriteLine(sentence);
        return ExitCode.BadUsage;
    }
}
