using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatSupport.Tests.Channels.DirectLine;

/// <summary>A client of Direct Line that knows nothing of our code: JSON over HTTP.</summary>
internal sealed class WebTalk(WebHost host, string conversation, string token)
{
    private readonly Dictionary<string, string> buttons = new(StringComparer.Ordinal);
    private int sent;

    public string Conversation { get; } = conversation;

    public string Token { get; set; } = token;

    public string Watermark { get; private set; } = "";

    /// <summary>The address of the stream that was given last.</summary>
    public Uri StreamUrl { get; private set; } = null!;

    /// <summary>Everything that was read, in order.</summary>
    public List<JsonNode> Read { get; } = [];

    public static async Task<WebTalk> WithToken(WebHost host, string? user = null)
    {
        var made = await Call(host, HttpMethod.Post, "tokens/generate", null,
            new JsonObject { ["user"] = new JsonObject { ["id"] = user } }, origin: host.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.OK, made.Status);
        return new WebTalk(host, made.Text("conversationId"), made.Text("token"));
    }

    public static async Task<WebReply> Call(
        WebHost host, HttpMethod method, string path, string? credential, JsonNode? body = null, string? origin = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (credential is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new WebReply(response.StatusCode, bytes, response.Headers, response.Content.Headers.ContentType?.MediaType);
    }

    public Task<WebReply> Call(HttpMethod method, string path, JsonNode? body = null, HttpContent? content = null) =>
        Call(host, method, $"conversations/{Conversation}{path}", Token, body, content: content);

    public async Task<WebReply> Start(bool inPlace = false, string locale = "en")
    {
        var reply = await Call(host, HttpMethod.Post, "conversations", Token,
            new JsonObject { ["locale"] = locale, ["channelData"] = new JsonObject { ["inPlace"] = inPlace } });
        StreamUrl = new Uri(reply.Text("streamUrl"));
        return reply;
    }

    public async Task<WebReply> Return(string watermark)
    {
        var reply = await Call(HttpMethod.Get, $"?watermark={watermark}");
        if (reply.Status == HttpStatusCode.OK)
            StreamUrl = new Uri(reply.Text("streamUrl"));
        return reply;
    }

    public Task<WebReply> Types(string text, string? clientId = null) => Post(new JsonObject { ["type"] = "message", ["text"] = text }, clientId);

    public Task<WebReply> Presses(string label, string? clientId = null)
    {
        var value = buttons.GetValueOrDefault(label) ?? throw new InvalidOperationException($"There was no button '{label}', only: {string.Join(", ", buttons.Keys)}.");
        return Post(new JsonObject { ["type"] = "message", ["text"] = value, ["channelData"] = new JsonObject { ["postBack"] = true } }, clientId);
    }

    public Task<WebReply> Post(JsonObject activity, string? clientId = null)
    {
        activity["from"] ??= new JsonObject { ["id"] = "dl_worker" };
        var data = activity["channelData"] as JsonObject ?? [];
        data["clientActivityID"] = clientId ?? $"{Conversation}-{++sent}";
        activity["channelData"] = data;
        return Call(HttpMethod.Post, "/activities", activity);
    }

    /// <summary>Asks for what is new.</summary>
    public async Task<IReadOnlyList<JsonNode>> Poll()
    {
        var reply = await Call(HttpMethod.Get, $"/activities?watermark={Watermark}");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Watermark = reply.Text("watermark");
        var activities = reply.Json["activities"]!.AsArray().Select(node => node!).ToList();
        Learn(activities);
        return activities;
    }

    /// <summary>Polls until the bot said something, and gives the activity.</summary>
    public async Task<JsonNode> Sees(string text)
    {
        var seen = Read.Count;
        var began = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            await Poll();
            if (Read.Skip(seen).FirstOrDefault(activity => FromBot(activity) && Says(activity).Contains(text, StringComparison.Ordinal)) is { } found)
                return found;
            Assert.True(began.Elapsed < TimeSpan.FromSeconds(60),
                $"The bot did not say '{text}' within 60 seconds, only: {string.Join(" | ", Read.Skip(seen).Select(a => $"{a["type"]} {Says(a)}"))}");
            await Task.Delay(3, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Polls until something is so of everything that was read.</summary>
    public async Task Until(Func<bool> isSo, string what)
    {
        var began = System.Diagnostics.Stopwatch.StartNew();
        await Poll();
        while (!isSo())
        {
            Assert.True(began.Elapsed < TimeSpan.FromSeconds(60), $"It did not happen within 60 seconds: {what}");
            await Task.Delay(3, TestContext.Current.CancellationToken);
            await Poll();
        }
    }

    /// <summary>What a client that begins with nothing is shown of the conversation.</summary>
    public async Task<IReadOnlyList<JsonNode>> Everything()
    {
        var fresh = new WebTalk(host, Conversation, Token);
        while ((await fresh.Poll()).Count > 0)
        {
        }
        return fresh.Read;
    }

    public void Learn(IEnumerable<JsonNode> activities)
    {
        foreach (var activity in activities)
        {
            Read.Add(activity);
            foreach (var action in activity["suggestedActions"]?["actions"]?.AsArray() ?? [])
                buttons[(string)action!["title"]!] = (string)action["value"]!;
        }
    }

    public static bool FromBot(JsonNode activity) => (string?)activity["from"]?["role"] == "bot";

    public static string Says(JsonNode activity) => (string?)activity["text"] ?? "";
}

/// <summary>What the server answered.</summary>
internal sealed record WebReply(HttpStatusCode Status, byte[] Body, HttpResponseHeaders Headers, string? ContentType)
{
    public JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException("The answer has no JSON.");

    public string Text(string name) => (string?)Json[name] ?? throw new InvalidOperationException($"The answer has no '{name}': {Json}");

    /// <summary>The answer is a refusal in the protocol's shape.</summary>
    public void IsRefused(HttpStatusCode status, string code)
    {
        Assert.Equal(status, Status);
        Assert.Equal("application/json", ContentType);
        Assert.Equal(code, (string?)Json["error"]?["code"]);
        Assert.NotEmpty((string?)Json["error"]?["message"] ?? "");
    }
}
