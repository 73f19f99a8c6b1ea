using ChatSupport.Conversations;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ChatSupport.Channels.Telegram;

/// <summary>Introduces the program to Telegram at the start: a wrong token ends the start, a network that is down does not.</summary>
internal sealed class FirstContact(TelegramBot bot, IOptions<TelegramOptions> options, CommandMenu commands, StartLinks links, TimeProvider time, ILogger<FirstContact> log)
    : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan startWaits = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource stopping = new();
    private Task<Exception?>? first;
    private Task later = Task.CompletedTask;

    /// <summary>Asks while the other parts start.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        first = Ask();
        return Task.CompletedTask;
    }

    /// <exception cref="StartRefusedException">Telegram does not know the token.</exception>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var trouble = await Task.WhenAny(first!, Task.Delay(startWaits, time, cancellationToken)).ConfigureAwait(false) == first
            ? await first.ConfigureAwait(false)
            : new TimeoutException();
        if (trouble is not null && ApiTrouble.IsUnknownToken(trouble))
        {
            throw new StartRefusedException(TelegramOptions.Section + ":Token",
                "The Bot API server does not know this token.",
                $"Copy the token from @BotFather, and look whether {TelegramOptions.Section}:ApiUrl is the server you mean.");
        }

        later = trouble is null ? Greet() : KeepTrying(trouble);
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await later.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => stopping.Dispose();

    private async Task KeepTrying(Exception trouble)
    {
        for (var tries = 0; !stopping.IsCancellationRequested; tries++)
        {
            var pause = TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(tries, 6))));
            if (ApiTrouble.IsUnknownToken(trouble))
                log.TokenUnknown(pause.TotalSeconds);
            else
                log.OutOfReach(ApiTrouble.Of(trouble), pause.TotalSeconds);
            await Task.Delay(pause, time, stopping.Token).ConfigureAwait(false);
            if (await Ask().ConfigureAwait(false) is not { } again)
            {
                await Greet().ConfigureAwait(false);
                return;
            }
            trouble = again;
        }
    }

    private async Task Greet()
    {
        log.Connected(options.Value.Mode);
        commands.Look();
        if (options.Value.Mode != TelegramOptions.Webhook)
            return;
        try
        {
            if ((await bot.Quick.GetWebhookInfo(stopping.Token).ConfigureAwait(false)).Url != options.Value.WebhookUrl)
                log.WebhookNotSet();
        }
        catch (Exception e) when (e is RequestException or HttpRequestException or OperationCanceledException or IOException)
        {
            // It was only a look: whatever is wrong shows where messages are sent.
        }
    }

    /// <summary>What went wrong; null where the bot is known.</summary>
    private async Task<Exception?> Ask()
    {
        try
        {
            var me = await bot.Quick.GetMe(stopping.Token).ConfigureAwait(false);
            if (me.Username is { Length: > 0 } name)
                links.Use(word => $"https://t.me/{name}?start={word}");
            return null;
        }
        catch (Exception e) when (e is RequestException or HttpRequestException or OperationCanceledException or IOException)
        {
            return e;
        }
    }
}
