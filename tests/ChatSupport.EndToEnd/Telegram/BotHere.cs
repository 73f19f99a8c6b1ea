using System.Collections.Concurrent;
using System.Globalization;
using ChatSupport.BotApi;
using ChatSupport.Channels.Telegram;
using ChatSupport.EndToEnd.Crashes;
using ChatSupport.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatSupport.EndToEnd.Telegram;

/// <summary>The same program inside the test, over the same real HTTP, on the clock of its Bot API server: ten minutes pass at once.
/// Time runs ten times as fast, so that what waits for the pace of a chat does not keep the test.</summary>
internal sealed class BotHere : IAsyncDisposable
{
    public const string Secret = "a-secret-that-only-tests-know";

    private readonly WebApplication app;
    private readonly Lines lines;

    private BotHere(BotApiServer api, WebApplication app, Lines lines, Uri url, LeapingClock clock) =>
        (Api, this.app, this.lines, Url, Clock) = (api, app, lines, url, clock);

    public BotApiServer Api { get; }

    public Uri Url { get; }

    /// <summary>The program's clock: that of the Bot API server, until it is set.</summary>
    public LeapingClock Clock { get; }

    /// <summary>Everything it logged.</summary>
    public string Log => string.Join('\n', lines.All);

    public static async Task<BotHere> Start(Way way = Way.Polling, string? folder = null, BotApiOptions? api = null, Action<BotApiServer>? before = null, params string[] settings)
    {
        // Fifteen seconds for the answer to a press would be one and a half here.
        var server = await BotApiServer.Start((api ?? new BotApiOptions()) with { AnswerPressesWithin = TimeSpan.FromMinutes(30) });
        server.Clock.Run(times: 10);
        before?.Invoke(server);
        folder ??= ChatSupportProcess.NewFolder();
        var port = TestPort.Find();
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        if (way == Way.Webhook)
            Assert.Equal(WebhookOutcome.Done, (await WebhookRegistration.Set(Options(server, url), TestContext.Current.CancellationToken)).Outcome);
        var lines = new Lines();
        var clock = new LeapingClock(server.Clock);
        var app = Serve.Build([.. Settings(server, way, url, folder), .. settings], services => services
            .AddSingleton<TimeProvider>(clock).AddLogging(logging => logging.ClearProviders().AddProvider(lines)));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new BotHere(server, app, lines, url, clock);
    }

    /// <summary>A new worker.</summary>
    public Talk Meet(string? language = "km") => new(Api.Worker(language));

    /// <summary>A new worker who agreed and stands at home.</summary>
    public async Task<Talk> Welcome()
    {
        var talk = Meet("en");
        await talk.Types("/start", "Do you agree?");
        await talk.Presses("I agree. Begin", "What would you like to know?");
        return talk;
    }

    /// <summary>A part of the program.</summary>
    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Waits until it logged this.</summary>
    public async Task WaitForLog(string part)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!Log.Contains(part, StringComparison.Ordinal))
        {
            Assert.False(limit.IsCancellationRequested, $"It did not log '{part}', but:\n{Log}");
            await lines.NextLine(limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await Api.DisposeAsync();
    }

    private static string[] Settings(BotApiServer api, Way way, Uri url, string folder) =>
    [
        $"--contentRoot={folder}", "--environment=Development", $"--urls={url}",
        "--ChatSupport:Conversations:QueryLimit=00:00:20", // the usual two seconds of a clock that runs ten times as fast
        .. Directory.Exists(Path.Combine(folder, "dialogs")) ? Array.Empty<string>() : [$"--ChatSupport:Content:Folder={Repository.Dialogs}"],
        .. new[] { ("Token", api.Token), ("ApiUrl", api.Url), ("Mode", way.ToString()), ("WebhookUrl", $"{url}telegram/webhook"), ("WebhookSecret", Secret) }
            .Select(setting => $"--ChatSupport:Telegram:{setting.Item1}={setting.Item2}"),
    ];

    private static TelegramOptions Options(BotApiServer api, Uri url) => new()
    {
        Token = api.Token,
        ApiUrl = api.Url,
        Mode = TelegramOptions.Webhook,
        WebhookUrl = $"{url}telegram/webhook",
        WebhookSecret = Secret,
    };

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<string> All { get; } = new();

        public async Task NextLine(CancellationToken cancel) =>
            await changed.Task.WaitAsync(TimeSpan.FromMilliseconds(500), cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            All.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
            Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }

        public void Dispose()
        {
        }
    }
}
