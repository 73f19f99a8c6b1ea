using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace ChatSupport.Channels.Telegram;

/// <summary>The one bot, with its connections. Neither client writes what it does anywhere, for the token is part of every address.</summary>
internal sealed class TelegramBot : IDisposable
{
    /// <summary>How long one request for updates may stay open on the server, in seconds.</summary>
    public const int PollSeconds = 50;

    private static readonly TimeSpan quick = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan patient = TimeSpan.FromSeconds(PollSeconds + 20);

    private readonly FreshConnections sending = new(Connections);
    private readonly SocketsHttpHandler asking = Connections(); // of its own: what goes out here tells nothing of anybody
    private readonly HttpClient quickHttp;
    private readonly HttpClient patientHttp;

    public TelegramBot(IOptions<TelegramOptions> options)
    {
        var bot = new TelegramBotClientOptions(options.Value.Token!, options.Value.ApiUrl)
        {
            RetryCount = 0, // it would wait inside the call; the sender knows better what can go meanwhile
            RetryThreshold = 0,
        };
        quickHttp = new HttpClient(sending, disposeHandler: false) { Timeout = quick };
        patientHttp = new HttpClient(asking, disposeHandler: false) { Timeout = patient };
        Quick = new TelegramBotClient(bot, quickHttp);
        Patient = new TelegramBotClient(bot, patientHttp);
        Id = options.Value.Token!.Split(':')[0];
    }

    /// <summary>The bot's number: the public part of its token.</summary>
    public string Id { get; }

    /// <summary>For everything that is answered at once.</summary>
    public ITelegramBotClient Quick { get; }

    /// <summary>For waiting for updates and for sending files.</summary>
    public ITelegramBotClient Patient { get; }

    public void Dispose()
    {
        quickHttp.Dispose();
        patientHttp.Dispose();
        sending.Dispose();
        asking.Dispose();
    }

    /// <summary>What was sent does not stand in a connection any more.</summary>
    public void LetGoOfBuffers() => sending.Renew();

    private static SocketsHttpHandler Connections() => new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10), // a changed address of the server is noticed
        AllowAutoRedirect = false, // the token goes nowhere else
        ActivityHeadersPropagator = null,
        UseCookies = false,
        PlaintextStreamFilter = (connection, _) => new ValueTask<Stream>(new CleanBuffer(connection.PlaintextStream)),
    };
}
