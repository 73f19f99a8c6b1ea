using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatSupport.Benchmarks.Peers;

namespace ChatSupport.Benchmarks.Flood;

/// <summary>Sends so many messages a second as long as it lives, whatever becomes of them.</summary>
internal sealed class Flooding : IAsyncDisposable
{
    private const int Callers = 4;

    private readonly CancellationTokenSource stop = new();
    private readonly Task all;

    /// <summary>Floods the webhook.</summary>
    public Flooding(int perSecond, Func<WebhookCaller> caller, Func<string> update)
        : this(perSecond, () =>
        {
            var open = caller();
            return () => open.Post(update());
        })
    {
    }

    /// <summary>Floods by calls of one's own, over a connection for each caller.</summary>
    public Flooding(int perSecond, Func<Func<Task>> connect) =>
        all = Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => Send(connect(), TimeSpan.FromSeconds((double)Callers / perSecond)))));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await all;
        stop.Dispose();
    }

    private async Task Send(Func<Task> send, TimeSpan every)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var sent = 0L; !stop.IsCancellationRequested;)
        {
            for (var due = (long)(TimeProvider.System.GetElapsedTime(began) / every); sent < due && !stop.IsCancellationRequested; sent++)
                await send();
            await Task.Delay(TimeSpan.FromMilliseconds(5), CancellationToken.None);
        }
    }
}

/// <summary>The same from one address to its web chat.</summary>
internal static class WebFlooding
{
    public static async Task<Flooding> Begin(int perSecond, int port)
    {
        var http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/v3/directline/")) };
        http.DefaultRequestHeaders.Add("Origin", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        var made = await Post(http, "tokens/generate");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)made["token"]!);
        await Post(http, "conversations");
        return new Flooding(perSecond, () => async () =>
        {
            using var answer = await http.PostAsJsonAsync(new Uri($"conversations/{made["conversationId"]}/activities", UriKind.Relative), new { type = "message", text = "flood" });
        });
    }

    private static async Task<JsonNode> Post(HttpClient http, string path)
    {
        // The flood before this one may have used up what the address may ask.
        for (; ; await Task.Delay(200))
        {
            using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), new { locale = "en" });
            if (answer.IsSuccessStatusCode)
                return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        }
    }
}
