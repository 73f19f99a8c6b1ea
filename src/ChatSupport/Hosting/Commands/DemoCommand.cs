using System.CommandLine;
using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Hosting.Demo;
using ChatSupport.Hosting.Logging;
using ChatSupport.Staff;
using ChatSupport.Storage;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport demo</c>: fills an empty database with sample people, talks and figures, so that a newcomer sees every page alive.</summary>
internal static class DemoCommand
{
    /// <param name="settings">Settings of the command line.</param>
    public static Command Build(string[] settings)
    {
        var command = new Command("demo",
            "Fills a new database with sample people, talks and figures, all marked as such, and prints a link into the console. A production start refuses such a database for ever. Exit code 0: filled, 1: there is a database already, 2: could not run.");
        command.SetAction((parse, cancel) => Run(parse, settings, cancel));
        return command;
    }

    private static async Task<int> Run(ParseResult parse, string[] settings, CancellationToken cancel)
    {
        if (await IsTaken(parse, settings) is { } refusal)
            return refusal;
        var (exitCode, output, error) = (ExitCode.BadUsage, parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        var started = await Starting.Run(() => Host(settings), error, async services =>
        {
            var link = await services.GetRequiredService<SampleWorld>().Fill(cancel);
            exitCode = ExitCode.Fine;
            await output.WriteLineAsync($"Filled. Now start the program for development, with the same settings and ASPNETCORE_ENVIRONMENT=Development, and open this to see every page; it works once:\n{ConsoleAddress.Named(services.GetRequiredService<IConfiguration>()["urls"] ?? "http://localhost:5000")}{link}");
        }, cancel);
        return started == ExitCode.Fine ? exitCode : started;
    }

    /// <summary>Samples go into a database of their own, never into one that somebody uses: a running program would not even notice.</summary>
    private static async Task<int?> IsTaken(ParseResult parse, string[] settings)
    {
        var (taken, error) = (false, parse.InvocationConfiguration.Error);
        var looked = await CommandHost.Run(parse, settings, needsDatabase: false, services =>
        {
            taken = File.Exists(services.GetRequiredService<Database>().File);
            return Task.FromResult(ExitCode.Fine);
        });
        if (looked != ExitCode.Fine)
            return looked;
        if (!taken)
            return null;
        await error.WriteLineAsync("There is a database already, and samples never go into one that is used. Nothing was changed. Name a new file, for example --ChatSupport:Database:File=data/demo.db.");
        return ExitCode.Errors;
    }

    private static IHost Host(string[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = settings,
            ContentRootPath = ContentRoot.Find(settings),
            EnvironmentName = Environments.Development, // samples are for trying things out, wherever they are made
        });
        KnownSettings.Require(builder.Configuration);
        builder.UseLog(onlyErrors: true);
        builder.AddTalking();
        builder.Services.AddAccounts().AddContentDesk();
        builder.Services.AddSingleton<SampleChannel>();
        builder.Services.AddSingleton<IChannelOut>(provider => provider.GetRequiredService<SampleChannel>());
        builder.Services.AddSingleton<SampleTalks>();
        builder.Services.AddSingleton<SampleFigures>();
        builder.Services.AddSingleton<SampleEdits>();
        builder.Services.AddSingleton<SampleWorld>();
        return builder.Build();
    }
}
