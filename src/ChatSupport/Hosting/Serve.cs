using ChatSupport.Channels.DirectLine;
using ChatSupport.Channels.DirectLine.Page;
using ChatSupport.Channels.Telegram;
using ChatSupport.Content;
using ChatSupport.Content.Pages;
using ChatSupport.Escalation;
using ChatSupport.Escalation.Pages;
using ChatSupport.Hosting.Health;
using ChatSupport.Hosting.Http;
using ChatSupport.Hosting.Logging;
using ChatSupport.Hosting.Metrics;
using ChatSupport.Places;
using ChatSupport.Places.Pages;
using ChatSupport.Reports;
using ChatSupport.Reports.Pages;
using ChatSupport.Savings;
using ChatSupport.Staff;

namespace ChatSupport.Hosting;

/// <summary>The program as it serves: every feature through its one door, in the order in which they start; they stop in the reverse order.</summary>
internal static class Serve
{
    // Settings hold from the start to the end. Watching their files means watching the folder that the database is in, at every commit.
    private const string DoNotWatch = "--hostBuilder:reloadConfigOnChange=false";

    // The files of the console hold from the start to the end as well. Watching them adds a way for any path there is, which answers 405 where nothing is.
    private const string DoNotReload = "--ReloadStaticAssetsAtRuntime=false";

    /// <summary>Builds it.</summary>
    /// <param name="settings">Settings of the command line, such as <c>--ChatSupport:Database:File=data/other.db</c>.</param>
    /// <param name="also">Adds to the services at the end, for tests that bring a clock of their own; null for nothing.</param>
    public static WebApplication Build(string[] settings, Action<IServiceCollection>? also = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = [.. settings, DoNotWatch, DoNotReload],
            ApplicationName = typeof(Serve).Assembly.GetName().Name, // the lists of the console's files are called after it, also in a process of another name
            ContentRootPath = ContentRoot.Find(settings),
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });

        KnownSettings.Require(builder.Configuration);
        builder.UseLog();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseStaticWebAssets(); // the console's files lie in packages until the program is published
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Starting.StopWithin);

        builder.AddTalking();
        builder.Services.AddHttpDoors().AddHealth().AddFigures();
        builder.Services.AddHostedService<StartLines>();

        // Channels, a line each; the last, so that they are the first to stop.
        builder.Services.AddTelegram(builder.Configuration);
        builder.Services.AddDirectLine();
        builder.Services.AddWebPage();
        builder.Services.AddConsole().AddContentDesk().AddPlaceDesk().AddPlacesToDrafts().AddDeskPages().AddReportPages().AddSavings().AddSavingsPages();
        also?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseHttpDoors();
        app.MapHealth();
        app.MapFigures();

        // Channels, a line each.
        app.MapTelegram();
        app.MapDirectLine();
        app.MapWebPage();
        if (app.MapConsole() is { } doors)
        {
            doors.MapRecordings().MapDeskVoice().MapReports().RequireRateLimiting(HttpDoors.PerAddress);
            app.MapPlaceTables();
            app.MapDeskMedia();
        }

        return app;
    }
}
