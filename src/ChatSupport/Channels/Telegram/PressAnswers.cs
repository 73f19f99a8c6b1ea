using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ChatSupport.Channels.Telegram;

/// <summary>Answers button presses of long polling, so that her app stops showing that it waits. Beside the turns: no turn waits for it.</summary>
internal sealed class PressAnswers(TelegramBot bot, ILogger<PressAnswers> log) : IHostedService
{
    private static readonly TimeSpan seenThroughWithin = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int active = 1; // the program itself, and every answer on its way

    /// <summary>Answers once.</summary>
    public void Answer(string press)
    {
        Interlocked.Increment(ref active);
        _ = Send(press);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Leave();
        return Wait();

        async Task Wait() => await ended.Task.WaitAsync(seenThroughWithin, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Send(string press)
    {
        try
        {
            await bot.Quick.AnswerCallbackQuery(press, cancellationToken: CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RequestException or HttpRequestException or OperationCanceledException or IOException)
        {
            log.PressUnanswered(ApiTrouble.Of(e));
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref active) == 0)
            ended.TrySetResult();
    }
}
