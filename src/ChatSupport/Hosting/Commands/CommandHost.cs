using System.CommandLine;
using ChatSupport.Content;
using ChatSupport.Places;
using ChatSupport.Reports;
using ChatSupport.Savings;
using ChatSupport.Staff;
using ChatSupport.Storage;

namespace ChatSupport.Hosting.Commands;

/// <summary>The storage and the content for a command that does one thing and ends, with the settings that a serving process has.</summary>
internal static class CommandHost
{
    /// <summary>Runs a command.</summary>
    /// <param name="parse">The command line; takes the sentences where something stands in the way.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="needsDatabase">A missing database is told instead of made.</param>
    /// <param name="run">The command.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(ParseResult parse, string[] settings, bool needsDatabase, Func<IServiceProvider, Task<int>> run)
    {
        var error = parse.InvocationConfiguration.Error;
        try
        {
            using var host = Build(settings);
            var file = host.Services.GetRequiredService<Database>().File;
            if (needsDatabase && !File.Exists(file))
                throw new StartRefusedException($"{DatabaseOptions.Section}:File", $"There is no database {file}.", "Start the program once, or name the file.");
            return await run(host.Services);
        }
        catch (Exception fault) when (StartRefusal.Of(fault) is { } sentences)
        {
            foreach (var sentence in sentences)
                await error.WriteLineAsync(sentence);
        }
        catch (StoreUnavailableException fault)
        {
            await error.WriteLineAsync($"{fault.Message} {fault.InnerException?.Message} Nothing was changed: mend it, then run the command again.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{fault.Message} Check the path and its permissions, then run the command again.");
        }
        return ExitCode.BadUsage;
    }

    private static IHost Build(string[] settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = settings,
            ContentRootPath = ContentRoot.Find(settings),
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"), // null: DOTNET_ENVIRONMENT, else Production
        });
        KnownSettings.Require(builder.Configuration);
        builder.Logging.ClearProviders();
        builder.Services.AddStorage();
        builder.Services.AddAccounts();
        builder.Services.AddSavings();
        builder.Services.AddPlaces();
        builder.Services.AddReports();
        builder.Services.AddRevisions().AddPlacesToContent();
        return builder.Build();
    }
}
