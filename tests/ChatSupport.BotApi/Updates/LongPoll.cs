using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Updates;

/// <summary><c>getUpdates</c>: waits for updates; one poller at a time, and none while a webhook is set.</summary>
internal sealed class LongPoll
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(50);

    private readonly World world;
    private TaskCompletionSource<Wake>? waiting;

    public LongPoll(World world)
    {
        this.world = world;
        world.Updates.Added += _ => waiting?.TrySetResult(Wake.Updates);
        world.Webhook.Changed += () => waiting?.TrySetResult(Wake.Webhook);
    }

    private enum Wake
    {
        Updates,
        OtherPoller,
        Webhook,
    }

    /// <summary>The next updates, at once or when some arrive or the time is over.</summary>
    /// <exception cref="RefusedException">A webhook is set, or another poller came.</exception>
    public async Task<JsonNode> Poll(Call call, CancellationToken cancel)
    {
        var limit = (int)Math.Clamp(call.Number("limit") ?? 100, 1, 100);
        var until = world.Now + Cap(TimeSpan.FromSeconds(Math.Max(0, call.Number("timeout") ?? 0)));
        lock (world.Gate)
        {
            if (world.Webhook.IsSet)
                throw RefusedException.Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            waiting?.TrySetResult(Wake.OtherPoller);
            waiting = null;
            world.Updates.RememberAllowed(call);
            world.Updates.Confirm(call.Number("offset") ?? 0);
        }
        while (true)
        {
            TaskCompletionSource<Wake> mine;
            lock (world.Gate)
            {
                var batch = world.Updates.Take(limit);
                if (batch.Count > 0 || world.Now >= until)
                    return new JsonArray([.. batch.Select(update => JsonNode.Parse(update.Body))]);
                mine = waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            await WaitFor(mine, until - world.Now, cancel);
        }
    }

    private static TimeSpan Cap(TimeSpan asked) => asked < Longest ? asked : Longest;

    private async Task WaitFor(TaskCompletionSource<Wake> mine, TimeSpan atMost, CancellationToken cancel)
    {
        try
        {
            var wake = await mine.Task.WaitAsync(atMost > TimeSpan.Zero ? atMost : TimeSpan.Zero, world.Time, cancel);
            if (wake == Wake.OtherPoller)
                throw RefusedException.Conflict("terminated by other getUpdates request; make sure that only one bot instance is running");
            if (wake == Wake.Webhook)
                throw RefusedException.Conflict("terminated by setWebhook request");
        }
        catch (TimeoutException)
        {
            // the time is over: the loop looks once more and answers
        }
        finally
        {
            lock (world.Gate)
            {
                if (waiting == mine)
                    waiting = null;
            }
        }
    }
}
