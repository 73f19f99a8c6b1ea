using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Methods;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Updates;

/// <summary>Carries updates to the webhook: those of one chat one after another, chats beside one another. What is not answered 2xx is sent again, later and later, until it is 24 hours old.</summary>
internal sealed class WebhookCourier : IAsyncDisposable
{
    private static readonly TimeSpan GoneFor = TimeSpan.FromHours(23);

    private readonly World world;
    private readonly CallRunner runner;
    private readonly Dictionary<long, Queue<PendingUpdate>> lanes = [];
    private readonly WebhookPost post;
    private CancellationTokenSource? round;
    private SemaphoreSlim slots = new(1);
    private DateTimeOffset? goneSince;
    private int busy = 1; // the courier itself, and every lane at work
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WebhookCourier(World world, CallRunner runner)
    {
        (this.world, this.runner) = (world, runner);
        post = new WebhookPost(world);
        world.Webhook.Changed += Restart;
        world.Updates.Added += Take;
    }

    public async ValueTask DisposeAsync()
    {
        lock (world.Gate)
        {
            round?.Cancel();
            world.Webhook.Changed -= Restart;
            world.Updates.Added -= Take;
        }
        Leave();
        await ended.Task;
        round?.Dispose();
        slots.Dispose();
        post.Dispose();
    }

    private void Restart()
    {
        round?.Cancel();
        lanes.Clear();
        if (!world.Webhook.IsSet)
            return;
        round = new CancellationTokenSource();
        slots = new SemaphoreSlim(world.Webhook.MostConnections);
        foreach (var update in world.Updates.Pending.ToList())
            Take(update);
    }

    private void Take(PendingUpdate update)
    {
        if (!world.Webhook.IsSet || round is null)
            return;
        if (lanes.TryGetValue(update.Lane, out var lane))
        {
            lane.Enqueue(update);
            return;
        }
        lanes[update.Lane] = lane = new Queue<PendingUpdate>([update]);
        Interlocked.Increment(ref busy);
        var (slot, cancel) = (slots, round.Token); // those of this round, also if the next begins first
        _ = Task.Run(() => Run(update.Lane, lane, slot, cancel), CancellationToken.None);
    }

    private async Task Run(long key, Queue<PendingUpdate> lane, SemaphoreSlim slot, CancellationToken cancel)
    {
        try
        {
            while (Head(key, lane, cancel) is { } update)
            {
                await Deliver(update, slot, cancel);
                lock (world.Gate)
                    lane.Dequeue();
            }
        }
        catch (OperationCanceledException)
        {
            // the webhook was changed or the server stops: what is pending stays pending
        }
        finally
        {
            Leave();
        }
    }

    private PendingUpdate? Head(long key, Queue<PendingUpdate> lane, CancellationToken cancel)
    {
        lock (world.Gate)
        {
            cancel.ThrowIfCancellationRequested();
            if (lane.TryPeek(out var update))
                return update;
            lanes.Remove(key);
            return null;
        }
    }

    private async Task Deliver(PendingUpdate update, SemaphoreSlim slot, CancellationToken cancel)
    {
        var backOff = new BackOff(world.Options.Seed, update.Id);
        while (true)
        {
            await slot.WaitAsync(cancel);
            WebhookReply reply;
            try
            {
                reply = await post.Send(update, cancel);
            }
            finally
            {
                slot.Release();
            }
            if (Settle(update, reply))
                return;
            var wait = backOff.Next(reply.RetryAfter);
            if (update.QueuedAt + TimeSpan.FromHours(24) < world.Now + wait)
            {
                lock (world.Gate)
                    world.Updates.Done(update);
                return;
            }
            await Task.Delay(wait, world.Time, cancel);
        }
    }

    private bool Settle(PendingUpdate update, WebhookReply reply)
    {
        lock (world.Gate)
        {
            if (reply.Error is null)
            {
                goneSince = null;
                world.Updates.Done(update);
            }
            else
            {
                NoteError(reply);
            }
        }
        if (reply.Error is null && MethodIn(reply.Body) is { } call)
            runner.RunUnheard(call);
        return reply.Error is null;
    }

    private void NoteError(WebhookReply reply)
    {
        world.Webhook.LastError = (world.Now, reply.Error!);
        if (reply.Status != (int)HttpStatusCode.Gone)
            goneSince = null;
        else if ((goneSince ??= world.Now) + GoneFor < world.Now)
            world.Webhook.Delete();
    }

    /// <summary>A call that the bot put into its answer, if it may stand there.</summary>
    private static Call? MethodIn(string body)
    {
        try
        {
            if (JsonNode.Parse(body) is not JsonObject json || json["method"]?.ToString() is not { } method)
                return null;
            var refused = method.StartsWith("get", StringComparison.OrdinalIgnoreCase)
                || new[] { "setWebhook", "deleteWebhook", "close", "logOut" }.Contains(method, StringComparer.OrdinalIgnoreCase);
            json.Remove("method");
            return refused ? null : new Call(MethodTable.Spelling(method), json.ToDictionary(StringComparer.Ordinal), []);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref busy) == 0)
            ended.SetResult();
    }
}
