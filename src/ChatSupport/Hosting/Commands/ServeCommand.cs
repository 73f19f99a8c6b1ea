using System.CommandLine;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport serve</c>, which is also what happens without a command.</summary>
internal static class ServeCommand
{
    public static Command Build(string[] settings)
    {
        var command = new Command("serve", "Serves all channels until it is stopped. Settings come from appsettings.json, user secrets, the environment and the command line. Exit code 0: stopped, 2: could not start.");
        command.SetAction((parse, cancel) => Run(parse, settings, cancel));
        return command;
    }

    public static Task<int> Run(ParseResult parse, string[] settings, CancellationToken cancel) =>
        Starting.Run(() => Serve.Build(settings), parse.InvocationConfiguration.Error, cancel);
}
