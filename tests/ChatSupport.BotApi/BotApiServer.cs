using System.Globalization;
using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.People;

namespace ChatSupport.BotApi;

/// <summary>A Telegram Bot API server for tests: real HTTP on the loopback interface, and people who talk to the bot.</summary>
internal sealed class BotApiServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly BotApiEndpoint endpoint;
    private long lastPerson = 5_000_000_000L; // beyond 32 bits, as real ids are

    private BotApiServer(BotApiOptions options)
    {
        Options = options;
        Clock = new ElasticClock();
        World = new World(options, options.Time ?? Clock);
        Calls = new CallBook(World);
        endpoint = new BotApiEndpoint(World, Calls);
        app = Build(options, endpoint);
    }

    public BotApiOptions Options { get; }

    public string Token => Options.Token;

    /// <summary>The address that a bot is given as the API's: <c>http://127.0.0.1:PORT</c>.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The clock, where <see cref="BotApiOptions.Time"/> gives no other: advance it to make messages old, presses late and floods end.</summary>
    public ElasticClock Clock { get; }

    /// <summary>Calls so far: how many, and what was asked and answered.</summary>
    public CallBook Calls { get; }

    /// <summary>Every call with its answer.</summary>
    public IReadOnlyList<RecordedCall> Recorded => Calls.Recorded;

    /// <summary>Updates that the bot has not confirmed.</summary>
    public int PendingUpdates
    {
        get
        {
            lock (World.Gate)
                return World.Updates.Count;
        }
    }

    internal World World { get; }

    /// <summary>Starts a server; it answers when this returns.</summary>
    public static async Task<BotApiServer> Start(BotApiOptions? options = null)
    {
        var server = new BotApiServer(options ?? new BotApiOptions());
        await server.app.StartAsync();
        server.Url = server.app.Urls.First();
        return server;
    }

    /// <summary>A new person, who has not written to the bot yet.</summary>
    /// <param name="languageCode">What her app says; null for nothing.</param>
    public Worker Worker(string? languageCode = null)
    {
        lock (World.Gate)
        {
            var person = new Person(++lastPerson, "Sample", languageCode);
            var chat = World.Add(new Chat(person.Id, ChatKind.Private, person, null) { Standing = Standing.Stranger });
            return new Worker(this, chat, person);
        }
    }

    /// <summary>Queues any update, also of a kind that does not exist yet.</summary>
    /// <param name="kind">The field of the <c>Update</c> object.</param>
    /// <param name="payload">Its value.</param>
    /// <param name="chatId">The chat it belongs to, for the order of deliveries; 0 for none.</param>
    /// <returns>The update's id; null where the bot does not want that kind.</returns>
    public long? Delivers(string kind, JsonNode payload, long chatId = 0)
    {
        lock (World.Gate)
            return World.Updates.Add(kind, payload, chatId);
    }

    /// <summary>Delivers an update that the bot already had once more, with the same id.</summary>
    public void Repeats(long updateId)
    {
        lock (World.Gate)
            World.Updates.Repeat(updateId);
    }

    /// <summary>The id of the newest update.</summary>
    public long LastUpdateId
    {
        get
        {
            lock (World.Gate)
                return World.Updates.LastId;
        }
    }

    public async ValueTask DisposeAsync()
    {
        endpoint.Stop();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        endpoint.Dispose();
    }

    private static WebApplication Build(BotApiOptions options, BotApiEndpoint endpoint)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{options.Port}"));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 60 * 1024 * 1024);
        var app = builder.Build();
        app.Run(endpoint.Receive);
        return app;
    }
}
