using System.CommandLine;
using ChatSupport.Channels.Terminal;
using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Hosting.Logging;
using ChatSupport.Storage;
using Spectre.Console;
using Screen = ChatSupport.Channels.Terminal.Screen;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport chat</c>: a talk with the bot in the terminal, through the same turns, store and sender as every channel.</summary>
internal static class ChatCommand
{
    public static Command Build(string[] settings)
    {
        var language = new Option<string?>("--language") { Description = "The language her app would say: km or en. Without it: the first of the content." };
        var script = new Option<string?>("--script") { Description = "A file with what she types, a line each; # begins a comment. The talk is written as plain text." };
        var fresh = new Option<bool>("--fresh") { Description = "Forget the earlier talk in the terminal first." };
        var command = new Command("chat", $"Talks with the bot in the terminal. Besides text: /x and other commands, {TerminalLine.Help}. Exit code 0: ended, 1: a line of the script means nothing, 2: could not start.") { language, script, fresh };
        command.SetAction((parse, cancel) => parse.GetValue(script) is { } file
            ? Play(parse, settings, file, parse.GetValue(language), cancel)
            : Talk(parse, settings, parse.GetValue(fresh), parse.GetValue(language), cancel));
        return command;
    }

    private static async Task<int> Play(ParseResult parse, string[] settings, string file, string? language, CancellationToken cancel)
    {
        string[] lines;
        try
        {
            lines = await File.ReadAllLinesAsync(file, cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync($"{fault.Message} Name a file with what she types, a line each.");
            return ExitCode.BadUsage;
        }
        var folder = Directory.CreateTempSubdirectory("chatsupport-script-").FullName;
        try
        {
            return await Run(parse, settings, folder, new Transcript(parse.InvocationConfiguration.Output), async services =>
            {
                var talk = services.GetRequiredService<TerminalTalk>();
                talk.Language = language;
                foreach (var (line, number) in lines.Select((line, at) => (line.Trim(), at + 1)).Where(line => line.Item1.Length > 0 && line.Item1[0] != '#'))
                {
                    if (await talk.Take(line, letters: false, cancel))
                        continue;
                    await parse.InvocationConfiguration.Error.WriteLineAsync($"{file}:{number}: '{line}' means nothing here. Known are {TerminalLine.Help}; a label must be one that was last shown.");
                    return ExitCode.Errors;
                }
                return ExitCode.Fine;
            }, cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> Talk(ParseResult parse, string[] settings, bool fresh, string? language, CancellationToken cancel)
    {
        var screen = new Screen(AnsiConsole.Console);
        string folder;
        try
        {
            folder = Path.Combine(ContentRoot.Find(settings), "data", "terminal");
        }
        catch (Exception fault) when (StartRefusal.Of(fault) is [var sentence, ..])
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync(sentence.AsMemory(), cancel);
            return ExitCode.BadUsage;
        }

        if (fresh && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return await Run(parse, settings, folder, screen, async services =>
        {
            var talk = services.GetRequiredService<TerminalTalk>();
            talk.Language = language;
            if (services.GetRequiredService<LiveRevision>().Trouble is { } trouble)
                screen.Note(trouble);
            screen.Note($"Type what she would type. A letter presses a button below. Also: {TerminalLine.Help}. End with Ctrl+D.");
            await talk.Take("/start", letters: true, cancel);
            while (await Task.Run(Console.In.ReadLine, cancel).WaitAsync(cancel) is { } line)
            {
                if (line.Trim() is { Length: > 0 } text && !await talk.Take(text, letters: true, cancel))
                    screen.Note($"That means nothing here. Known are {TerminalLine.Help}.");
            }
            screen.Clear();
            return ExitCode.Fine;
        }, cancel);
    }

    private static async Task<int> Run(
        ParseResult parse, string[] settings, string folder, ITerminalView view, Func<IServiceProvider, Task<int>> talk, CancellationToken cancel)
    {
        var exitCode = ExitCode.Fine;
        var started = await Starting.Run(() => Build(settings, folder, view), parse.InvocationConfiguration.Error, async services => exitCode = await talk(services), cancel);
        return started == ExitCode.Fine ? exitCode : started;
    }

    private static IHost Build(string[] settings, string folder, ITerminalView view)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = settings,
            ContentRootPath = ContentRoot.Find(settings),
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Development, // who chats here is not a worker
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            // A database and keys of its own: nothing that is tried here may touch the conversations of workers.
            [$"{DatabaseOptions.Section}:File"] = Path.Combine(folder, "terminal.db"),
            [$"{Storage.Encryption.KeyOptions.Section}:Folder"] = Path.Combine(folder, "keys"),
            [$"{ConversationOptions.Section}:Burst"] = "1000", // a script types faster than people
        });
        KnownSettings.Require(builder.Configuration);
        builder.UseLog(onlyErrors: true);
        builder.AddTalking();
        builder.Services.AddTerminal(view);
        return builder.Build();
    }
}
