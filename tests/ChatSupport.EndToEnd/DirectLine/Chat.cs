using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatSupport.EndToEnd.DirectLine;

/// <summary>A worker's client over raw HTTP and WebSocket: it knows the protocol and nothing of our code.</summary>
/// <param name="server">Where the program serves.</param>
/// <param name="from">The address that a proxy says she has.</param>
internal sealed class Chat(Uri server, string from = "192.0.2.1")
{
    private static readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };

    private readonly Dictionary<string, string> buttons = new(StringComparer.Ordinal);
    private int sent;

    public string Id { get; private set; } = "";

    public string Token { get; set; } = "";

    public string Watermark { get; private set; } = "";

    public string StreamUrl { get; private set; } = "";

    /// <summary>Everything that was read, in order.</summary>
    public List<JsonNode> Seen { get; } = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Begins a chat as our own page does.</summary>
    public static async Task<Chat> Begin(Uri server, string from = "192.0.2.1", string locale = "en", bool inPlace = false)
    {
        var chat = new Chat(server, from);
        var made = await chat.Call(HttpMethod.Post, "tokens/generate", credential: null, origin: server.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.OK, made.Status);
        (chat.Id, chat.Token) = ((string)made.Json["conversationId"]!, (string)made.Json["token"]!);
        var started = await chat.Call(HttpMethod.Post, "conversations", chat.Token,
            new JsonObject { ["locale"] = locale, ["channelData"] = new JsonObject { ["inPlace"] = inPlace } });
        Assert.Equal(HttpStatusCode.Created, started.Status);
        chat.StreamUrl = (string)started.Json["streamUrl"]!;
        return chat;
    }

    public async Task<Answer> Call(
        HttpMethod method, string path, string? credential, JsonNode? body = null, string? origin = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(server, "/v3/directline/" + path)) { Content = content };
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (credential is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        request.Headers.Add("X-Forwarded-For", from);
        using var response = await http.SendAsync(request, Cancel);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }

    public Task<Answer> Types(string text, string? clientId = null) => Post(new JsonObject { ["type"] = "message", ["text"] = text }, clientId);

    public Task<Answer> Presses(string label, string? clientId = null) => Post(new JsonObject
    {
        ["type"] = "message",
        ["text"] = buttons.GetValueOrDefault(label) ?? throw new InvalidOperationException($"There was no button '{label}', only: {string.Join(", ", buttons.Keys)}."),
        ["channelData"] = new JsonObject { ["postBack"] = true },
    }, clientId);

    public Task<Answer> Post(JsonObject activity, string? clientId = null)
    {
        var data = activity["channelData"] as JsonObject ?? [];
        data["clientActivityID"] = clientId ?? string.Create(CultureInfo.InvariantCulture, $"{Id}-{++sent}");
        activity["channelData"] = data;
        return Call(HttpMethod.Post, $"conversations/{Id}/activities", Token, activity);
    }

    public async Task<IReadOnlyList<JsonNode>> Poll()
    {
        var answer = await Call(HttpMethod.Get, $"conversations/{Id}/activities?watermark={Watermark}", Token);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Watermark = (string)answer.Json["watermark"]!;
        return Learn(answer.Json);
    }

    /// <summary>Polls until the bot says something.</summary>
    public async Task<JsonNode> Sees(string text)
    {
        var from = Seen.Count;
        for (var began = System.Diagnostics.Stopwatch.StartNew(); ; await Task.Delay(20, Cancel))
        {
            await Poll();
            if (Seen.Skip(from).FirstOrDefault(activity => IsBot(activity) && TextOf(activity).Contains(text, StringComparison.Ordinal)) is { } found)
                return found;
            Assert.True(began.Elapsed < TimeSpan.FromSeconds(60), $"The bot did not say '{text}' within 60 seconds, only: {string.Join(" | ", Seen.Skip(from).Select(TextOf))}");
        }
    }

    /// <summary>Asks for a new stream after what it has.</summary>
    public async Task Return()
    {
        var answer = await Call(HttpMethod.Get, $"conversations/{Id}?watermark={Watermark}", Token);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        StreamUrl = (string)answer.Json["streamUrl"]!;
    }

    public Task<ClientWebSocket> OpenStream() => OpenStream(StreamUrl);

    /// <summary>Opens a stream.</summary>
    /// <exception cref="WebSocketException">It was refused.</exception>
    public async Task<ClientWebSocket> OpenStream(string url, string? origin = null)
    {
        var socket = Socket(origin);
        try
        {
            await socket.ConnectAsync(new Uri(url), Cancel);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>With what a stream is refused; null where it is opened.</summary>
    public async Task<HttpStatusCode?> RefusalOf(string url, string? origin = null, ICollection<ClientWebSocket>? opened = null)
    {
        var socket = Socket(origin);
        try
        {
            await socket.ConnectAsync(new Uri(url), Cancel);
            if (opened is null)
            {
                socket.Dispose();
                return null;
            }

            lock (opened)
                opened.Add(socket);
            return null;
        }
        catch (WebSocketException)
        {
            var status = socket.HttpStatusCode;
            socket.Dispose();
            return status;
        }
    }

    /// <summary>Reads a stream until the bot says something.</summary>
    public async Task Follow(ClientWebSocket socket, string text)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        var buffer = new byte[256 * 1024];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), limit.Token);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException($"The stream ended: {socket.CloseStatusDescription}");
            if (length == 0)
                continue;
            var frame = JsonNode.Parse(buffer.AsSpan(0, length))!;
            Watermark = (string)frame["watermark"]!;
            if (Learn(frame).Any(activity => IsBot(activity) && TextOf(activity).Contains(text, StringComparison.Ordinal)))
                return;
        }
    }

    /// <summary>What a client that begins with nothing is shown.</summary>
    public async Task<IReadOnlyList<JsonNode>> Everything()
    {
        var fresh = new Chat(server, from) { Id = Id, Token = Token };
        while ((await fresh.Poll()).Count > 0)
        {
        }
        return fresh.Seen;
    }

    public static bool IsBot(JsonNode activity) => (string?)activity["from"]?["role"] == "bot";

    public static string TextOf(JsonNode activity) => (string?)activity["text"] ?? "";

    public static string IdOf(JsonNode activity) => (string)activity["id"]!;

    private ClientWebSocket Socket(string? origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("X-Forwarded-For", from);
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        return socket;
    }

    private List<JsonNode> Learn(JsonNode set)
    {
        var activities = set["activities"]!.AsArray().Select(activity => activity!).ToList();
        foreach (var activity in activities)
        {
            if ((string?)activity["type"] != "typing") // comes and goes, and is kept nowhere
                Seen.Add(activity);
            foreach (var action in activity["suggestedActions"]?["actions"]?.AsArray() ?? [])
                buttons[(string)action!["title"]!] = (string)action["value"]!;
        }
        return activities;
    }
}

/// <summary>What the server answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>It is a refusal in the protocol's shape.</summary>
    public void IsRefused(HttpStatusCode status, string code)
    {
        Assert.Equal((status, code), (Status, (string?)Json["error"]?["code"]));
        Assert.NotEmpty((string?)Json["error"]?["message"] ?? "");
    }
}
