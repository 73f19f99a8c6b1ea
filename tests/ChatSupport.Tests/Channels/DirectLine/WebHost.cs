using ChatSupport.Channels.DirectLine;
using ChatSupport.Channels.DirectLine.Page;
using ChatSupport.Conversations;
using ChatSupport.Hosting;
using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Channels.DirectLine;

/// <summary>Facts that share one server, one after another: some move its clock.</summary>
[CollectionDefinition(Name)]
public sealed class OneWebHost : ICollectionFixture<WebHost>
{
    public const string Name = "one server of web chats";
}

/// <summary>A server of web chats on a free port of loopback, over a database of its own and small content. One is shared by all facts that change nothing of it.</summary>
public sealed class WebHost : IAsyncLifetime
{
    public const string Secret = "a-secret-of-the-partner-0123456789";
    public const string PartnerOrigin = "https://partner.example";

    /// <summary>The one screen of the content that was recorded.</summary>
    public const string RecordedScreen = "rights/hours.km";

    internal static readonly byte[] Recording = [.. "OggS a voice"u8];

    private static readonly string[] usual =
    [
        "--ChatSupport:DirectLine:Sites:0:Name=partner", $"--ChatSupport:DirectLine:Sites:0:Secret={Secret}", $"--ChatSupport:DirectLine:Sites:0:Origins:0={PartnerOrigin}",
        "--ChatSupport:DirectLine:Sites:1:Name=other", "--ChatSupport:DirectLine:Sites:1:Secret=another-secret-of-another-site-0123", "--ChatSupport:DirectLine:Sites:1:Origins:0=https://other.example",
        "--ChatSupport:DirectLine:CallsPerAddress=100000", "--ChatSupport:DirectLine:ChatsPerAddress=100000", "--ChatSupport:DirectLine:UploadsPerAddress=100000",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatsupport-web-");
    private WebApplication? app;

    internal FakeTimeProvider Time { get; } = new(Conversations.Some.Night);

    internal TestLog Log { get; } = new();

    public Uri Address { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    internal static async Task<WebHost> Start(Action<IServiceCollection>? also = null, params string[] settings)
    {
        var host = new WebHost();
        await host.Start(settings, also);
        return host;
    }

    internal T Get<T>() where T : notnull => app!.Services.GetRequiredService<T>();

    internal long Count(string table, string conversationId) => (long)Get<StoreReaders>().Read(session =>
        session[$"SELECT count(*) FROM {table} WHERE conversation = $1"].One(Get<ConversationKeys>().KeyOf(conversationId))!);

    /// <summary>Begins a chat as our own page does.</summary>
    internal async Task<WebTalk> Begin(bool inPlace = false, string locale = "en")
    {
        var talk = await WebTalk.WithToken(this);
        await talk.Start(inPlace, locale);
        await talk.Sees("This is consent.");
        return talk;
    }

    /// <summary>A worker who agreed and stands at home.</summary>
    internal async Task<WebTalk> Welcome(bool inPlace = false)
    {
        var talk = await Begin(inPlace);
        await talk.Presses("Agree");
        await talk.Sees("This is home.");
        return talk;
    }

    public async ValueTask InitializeAsync() => await Start([], null);

    public async ValueTask DisposeAsync()
    {
        if (app is null)
            return;
        Http.Dispose();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await app.StopAsync(limit.Token);
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task Start(string[] settings, Action<IServiceCollection>? also)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder.FullName });
        builder.Configuration.AddCommandLine([.. usual, .. settings]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(new HostClock(Time));
        builder.UseConversationCluster();
        builder.Services.AddConversations();
        builder.Services.AddSingleton<Library>();
        builder.Services.AddSingleton<ReadRecording>((media, _) => Task.FromResult(media == RecordedScreen ? Recording : null));
        also?.Invoke(builder.Services);
        builder.Services.AddDirectLine().AddWebPage();
        app = builder.Build();
        app.UseRouting();
        app.MapDirectLine();
        app.MapWebPage();
        app.Services.GetRequiredService<Library>().Replace(TurnContent.Read());
        await app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(app.Urls.Single());
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address, "/v3/directline/") };
    }
}
