using System.Text.Json;
using ChatSupport.Conversations;
using Microsoft.Extensions.Options;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace ChatSupport.Channels.Telegram;

/// <summary>Asks Telegram for what is new, again and again. A batch is confirmed by the request after it, once all its turns are on disk.</summary>
internal sealed class PollingLoop(
    TelegramBot bot, TelegramIntake intake, PressAnswers presses, IOptions<TelegramOptions> options, IHostApplicationLifetime lifetime,
    TimeProvider time, ILogger<PollingLoop> log) : BackgroundService
{
    private const int MostTries = 5;
    private static readonly TimeSpan longestForStore = TimeSpan.FromSeconds(4); // our own disk: asking it again costs nobody anything

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Mode != TelegramOptions.Polling)
            return;
        await Started(stoppingToken).ConfigureAwait(false);
        int? offset = null;
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                var batch = await bot.Patient.SendRequest(
                    new RawUpdates { Offset = offset, Timeout = TelegramBot.PollSeconds, AllowedUpdates = UpdateReader.Wanted }, stoppingToken).ConfigureAwait(false);
                failures = 0;
                offset = await Take(batch, offset, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(PauseAfter(e, failures++), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private Task Started(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(started.SetResult);
        return started.Task.WaitAsync(stopping);
    }

    /// <summary>Different chats beside one another, the updates of one chat in order.</summary>
    /// <returns>The offset that confirms the batch.</returns>
    private async Task<int?> Take(JsonElement[] batch, int? offset, CancellationToken stopping)
    {
        var read = new List<Update>(batch.Length);
        foreach (var raw in batch)
        {
            if (raw.ValueKind == JsonValueKind.Object && raw.TryGetProperty("update_id", out var id) && id.TryGetInt32(out var number))
                offset = offset > number ? offset : number + 1;
            if (intake.Read(raw) is { } update)
                read.Add(update);
        }

        await Task.WhenAll(read.GroupBy(update => UpdateReader.ChatOf(update)).Select(chat => TakeChat(chat, stopping))).ConfigureAwait(false);
        return offset;
    }

    private async Task TakeChat(IEnumerable<Update> updates, CancellationToken stopping)
    {
        foreach (var update in updates)
            await TakeOne(update, stopping).ConfigureAwait(false);
    }

    private async Task TakeOne(Update update, CancellationToken stopping)
    {
        for (var tries = 1; ; tries++)
        {
            var pause = Pause(tries - 1);
            try
            {
                if (await intake.Take(update, stopping).ConfigureAwait(false) is { } press)
                    presses.Answer(press);
                return;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                throw;
            }
            catch (ConversationUnavailableException)
            {
                pause = pause < longestForStore ? pause : longestForStore;
                log.Unavailable(update.Id, pause.TotalSeconds); // however long it takes: nothing that she wrote is lost
            }
            catch (ConversationDamagedException)
            {
                log.Damaged(update.Id); // the others must not wait for one that never opens
                return;
            }
            catch (Exception e) when (tries < MostTries)
            {
                log.UpdateFailed(update.Id, e.GetType().Name, pause.TotalSeconds);
            }
            catch (Exception e)
            {
                log.PassedOver(update.Id, tries, e.GetType().Name);
                return;
            }

            await Task.Delay(pause, time, stopping).ConfigureAwait(false);
        }
    }

    private TimeSpan PauseAfter(Exception fault, int failures)
    {
        var pause = Pause(failures);
        switch (fault)
        {
            case ApiRequestException { ErrorCode: 429, Parameters.RetryAfter: { } seconds }:
                pause = TimeSpan.FromSeconds(Math.Clamp(seconds, 1, 3600));
                log.OutOfReach(ApiTrouble.Of(fault), pause.TotalSeconds);
                break;
            case ApiRequestException { ErrorCode: 409 } conflict:
                pause = Longer(pause, TimeSpan.FromSeconds(5));
                if (ApiTrouble.Says(conflict, "webhook"))
                    log.WebhookInTheWay(pause.TotalSeconds);
                else
                    log.AnotherReader(pause.TotalSeconds);
                break;
            case var _ when ApiTrouble.IsUnknownToken(fault):
                pause = TimeSpan.FromMinutes(1);
                log.TokenUnknown(pause.TotalSeconds);
                break;
            default:
                log.OutOfReach(ApiTrouble.Of(fault), pause.TotalSeconds);
                break;
        }

        return pause;
    }

    /// <summary>1 s, doubled each time up to 60 s.</summary>
    private static TimeSpan Pause(int failures) => TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(failures, 6))));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
