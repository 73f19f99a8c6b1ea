using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ChatSupport.EndToEnd.BotApi;

/// <summary>One delivery to a webhook.</summary>
internal sealed record Delivery(JsonNode Update, string? Secret)
{
    public long Id => Update["update_id"]!.GetValue<long>();

    public long ChatId => Update["message"]!["chat"]!["id"]!.GetValue<long>();

    public string Text => Update["message"]!["text"]!.ToString();
}

/// <summary>A webhook that answers as a test says and keeps what came, in order.</summary>
internal sealed class WebhookServer : IAsyncDisposable
{
    private readonly Channel<Delivery> deliveries = Channel.CreateUnbounded<Delivery>();
    private readonly WebApplication app;

    private WebhookServer(Func<Delivery, int> status, Func<Delivery, JsonObject>? body)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async http =>
        {
            var update = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!;
            var delivery = new Delivery(update, http.Request.Headers["X-Telegram-Bot-Api-Secret-Token"]);
            deliveries.Writer.TryWrite(delivery);
            http.Response.StatusCode = status(delivery);
            if (body is not null)
                await http.Response.WriteAsync(body(delivery).ToJsonString(), http.RequestAborted);
        });
    }

    public string Url => app.Urls.First() + "/hook";

    public static async Task<WebhookServer> Start(Func<Delivery, int> status, Func<Delivery, JsonObject>? body = null)
    {
        var server = new WebhookServer(status, body);
        await server.app.StartAsync();
        return server;
    }

    /// <summary>The next delivery, once it is there.</summary>
    public async Task<Delivery> Next(CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        try
        {
            return await deliveries.Reader.ReadAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException("No further delivery reached the webhook within 15 s.");
        }
    }

    public async Task<Delivery> Until(Func<Delivery, bool> wanted, CancellationToken cancel)
    {
        while (true)
        {
            var next = await Next(cancel);
            if (wanted(next))
                return next;
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
