using System.Globalization;
using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Control;
using ChatSupport.BotApi.Faults;
using ChatSupport.BotApi.People;
using ChatSupport.BotApi.Updates;

namespace ChatSupport.BotApi;

/// <summary>A Telegram Bot API server for tests: real HTTP on the loopback interface, and people who talk to the bot.</summary>
internal sealed class BotApiServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly BotApiEndpoint endpoint;
    private readonly WebhookCourier courier;
    private readonly CancellationTokenSource stopping = new();
    private long lastGroup;
    private long lastPerson = 5_000_000_000L; // beyond 32 bits, as real ids are

    private BotApiServer(BotApiOptions options)
    {
        Options = options;
        Clock = new ElasticClock();
        World = new World(options, options.Time ?? Clock);
        Calls = new CallBook(World);
        Faults = new FaultPlan(World);
        var runner = new CallRunner(World, Calls, Faults, new LongPoll(World));
        courier = new WebhookCourier(World, runner);
        endpoint = new BotApiEndpoint(World, Calls, runner, stopping.Token);
        app = Build(options, endpoint, options.HasControl ? new ControlDoor(this) : null);
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

    /// <summary>What goes wrong, and when.</summary>
    public FaultPlan Faults { get; }

    /// <summary>Requests of the bot that are not answered yet.</summary>
    public int RequestsInHand => endpoint.InHand;

    /// <summary>How many times an update was given to the bot, each time counted.</summary>
    public int UpdatesGiven
    {
        get
        {
            lock (World.Gate)
                return World.Updates.Given;
        }
    }

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
            return Worker(new Person(++lastPerson, "Sample", languageCode));
    }

    /// <summary>A new person with an id and names of one's own, who has not written to the bot yet.</summary>
    public Worker Worker(Person person)
    {
        lock (World.Gate)
        {
            var chat = World.Add(new Chat(person.Id, ChatKind.Private, person, null) { Standing = Standing.Stranger });
            return new Worker(this, chat, person);
        }
    }

    /// <summary>A new group that the bot is in.</summary>
    public GroupRoom Group(string title = "Group") => new(this, MakeGroup(title, ChatKind.Group, isForum: false));

    /// <summary>A new supergroup that the bot is in.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="isForum">It has topics.</param>
    public GroupRoom Supergroup(string title = "Supergroup", bool isForum = false) => new(this, MakeGroup(title, ChatKind.Supergroup, isForum));

    /// <summary>A new channel that the bot is in.</summary>
    public ChannelRoom Channel(string title = "Channel") => new(this, MakeGroup(title, ChatKind.Channel, isForum: false));

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
        await stopping.CancelAsync();
        await courier.DisposeAsync();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        stopping.Dispose();
    }

    internal Chat MakeGroup(string title, ChatKind kind, bool isForum)
    {
        lock (World.Gate)
        {
            var number = ++lastGroup;
            var id = kind == ChatKind.Group ? -4_000_000_000L - number : -1_002_000_000_000L - number; // as the messenger numbers them
            return World.Add(new Chat(id, kind, null, title) { Standing = Standing.Member, IsForum = isForum });
        }
    }

    private static WebApplication Build(BotApiOptions options, BotApiEndpoint endpoint, ControlDoor? control)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{options.Port}"));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 60 * 1024 * 1024);
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        var app = builder.Build();
        if (control is not null)
            app.Map(ControlDoor.Prefix, branch => branch.Run(control.Receive));
        app.Run(endpoint.Receive);
        return app;
    }
}
