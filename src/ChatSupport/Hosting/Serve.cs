using ChatSupport.Channels.DirectLine.Page;
using ChatSupport.Channels.Telegram;
using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Places;

namespace ChatSupport.Hosting;

/// <summary>The program as it serves: every feature through its one door, in the order in which they start; they stop in the reverse order.</summary>
internal static class Serve
{
    /// <summary>Builds it.</summary>
    /// <param name="settings">Settings of the command line, such as <c>--ChatSupport:Database:File=data/other.db</c>.</param>
    public static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = ContentRoot.Find(settings) });

        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None) // a start that fails is told in sentences
            .AddFilter("Orleans", LogLevel.Error);

        // The cluster comes before what posts to it, so that it stops after them and takes their last turns.
        builder.UseConversationCluster();
        builder.Services.AddConversations();
        builder.Services.AddPlaces();
        builder.Services.AddContent().AddPlacesToContent();
        // Channels, a line each: Telegram, Direct Line, our own page.
        builder.Services.AddTelegram(builder.Configuration);
        builder.Services.AddWebPage();

        var app = builder.Build();
        // Channels, a line each: Telegram, Direct Line, our own page.
        app.MapTelegram();
        app.MapWebPage();
        return app;
    }
}
