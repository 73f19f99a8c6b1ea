using System.CommandLine;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport serve</c>, which is also what happens without a command.</summary>
internal static class ServeCommand
{
    private const string Description =
        "Serves all channels until it is stopped. Settings come from appsettings.json, the environment, user secrets and the command line (--ChatSupport:Section:Name=value). Exit code 0: stopped, 2: could not start.";

    public static Command Build()
    {
        var command = new Command("serve", Description);
        BeDefault(command);
        return command;
    }

    /// <summary>Lets a command serve, with every word behind it taken as a setting.</summary>
    public static void BeDefault(Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false; // settings have no end; wrong ones are named at the start
        command.SetAction((parse, cancel) => Run(parse, cancel));
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        string[] settings = [.. parse.UnmatchedTokens];
        var error = parse.InvocationConfiguration.Error;
        if (StrayWord(settings) is { } stray)
        {
            await error.WriteLineAsync($"There is no command '{stray}'. Run chatsupport --help to see all; a setting is written --ChatSupport:Section:Name=value.");
            return ExitCode.BadUsage;
        }
        return await Starting.Run(() => Serve.Build(settings), error, cancel);
    }

    /// <summary>The first word that is neither a setting nor the value of one.</summary>
    private static string? StrayWord(string[] settings)
    {
        for (var i = 0; i < settings.Length; i++)
        {
            if (!settings[i].StartsWith("--", StringComparison.Ordinal))
                return settings[i];
            if (!settings[i].Contains('=', StringComparison.Ordinal))
                i++; // its value stands behind it
        }
        return null;
    }
}
