using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace ChatSupport.EndToEnd.Leaks;

/// <summary>Secrets where none belong: in addresses, headers, broken bodies and broken requests. No answer repeats what was sent.</summary>
internal sealed class InWrongPlaces(Uri server, Secrets secrets, string webhookSecret) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly List<string> answers = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What the program answered, headers too.</summary>
    public string Answers => string.Join('\n', answers);

    public async Task Send()
    {
        foreach (var path in Paths())
        {
            await Ask(HttpMethod.Get, path);
            await Ask(HttpMethod.Post, path, Json(secrets.Khmer("body where none is wanted")));
            await Ask(new HttpMethod(secrets.Latin("method")), path);
        }
        foreach (var body in BrokenBodies())
        {
            await Ask(HttpMethod.Post, "/telegram/webhook", Json(body), ("X-Telegram-Bot-Api-Secret-Token", webhookSecret));
            await Ask(HttpMethod.Post, "/telegram/webhook", Json(body), ("X-Telegram-Bot-Api-Secret-Token", secrets.Latin("wrong webhook secret")));
            await Ask(HttpMethod.Post, "/v3/directline/tokens/generate", Json(body), ("Origin", server.GetLeftPart(UriPartial.Authority)));
            await Ask(HttpMethod.Post, "/v3/directline/conversations", Json(body), ("Authorization", "Bearer " + secrets.Latin("wrong token")));
        }
        foreach (var bytes in BrokenRequests())
            await SendRaw(bytes);
    }

    public void Dispose() => http.Dispose();

    private string[] Paths() =>
    [
        $"/{secrets.Latin("path")}",
        $"/?q={secrets.Latin("query of the page")}",
        $"/health/ready?{secrets.Latin("query of the health")}",
        $"/metrics?name[]={secrets.Latin("query of the figures")}",
        $"/telegram/webhook?text={Uri.EscapeDataString(secrets.Khmer("query of the webhook"))}",
        $"/v3/directline/conversations/{secrets.Latin("id of no chat")}/activities?watermark={secrets.Latin("watermark")}",
        $"/v3/directline/conversations/{secrets.Latin("another id of no chat")}/stream?t={secrets.Latin("wrong ticket")}",
        $"/v3/directline/conversations/{secrets.Latin("third id of no chat")}/files/{secrets.Latin("file")}?t={secrets.Latin("wrong ticket of a file")}",
        $"/v3/directline/{Uri.EscapeDataString(secrets.Khmer("path in Khmer"))}",
        $"/api/messages?{secrets.Latin("query of another door")}",
    ];

    private string[] BrokenBodies() =>
    [
        secrets.Khmer("no JSON"),
        $$"""{"update_id":1,"message":{"text":"{{secrets.Khmer("text of a cut body")}}""",
        $$"""{"update_id":"{{secrets.Latin("number of an update")}}"}""",
        $$$"""{"update_id":2,"message":{"message_id":"{{{secrets.Latin("number of a message")}}}","text":"{{{secrets.Khmer("text of an unreadable message")}}}"}}""",
        $$"""["{{secrets.Latin("list")}}"]""",
        $$"""{"type":"message","text":{"{{secrets.Latin("name of a field")}}":"{{secrets.Khmer("text of the wrong type")}}"},"user":"{{secrets.Latin("user of the wrong type")}}"}""",
        $$"""{"type":"message","text":"\uD800{{secrets.Latin("text with half a letter")}}"}""",
    ];

    private string[] BrokenRequests() =>
    [
        $"GET /{secrets.Latin("path of a broken request")} HTTP/1.1\r\nHost: x\r\nBroken {secrets.Latin("broken header")}\r\n\r\n",
        $"POST /v3/directline/tokens/generate HTTP/1.1\r\nHost: x\r\nContent-Length: {secrets.Latin("length")}\r\n\r\n",
        $"{secrets.Latin("broken method")} /{secrets.Latin("path without a protocol")}\r\n\r\n",
        $"POST /telegram/webhook HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: {webhookSecret}\r\nTransfer-Encoding: chunked\r\n\r\n{secrets.Latin("broken chunk")}\r\n",
        $"GET / HTTP/1.1\r\nHost: {secrets.Latin("name of a host")}\r\n{secrets.Latin("name of a header")}: {new string('x', 40_000)}\r\n\r\n",
        $"GET / HTTP/7.{secrets.Latin("version")}\r\n\r\n",
    ];

    private async Task Ask(HttpMethod method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(server, path)) { Content = body };
        request.Headers.TryAddWithoutValidation("User-Agent", $"Mozilla/5.0 ({secrets.Latin("user agent")})");
        request.Headers.TryAddWithoutValidation("Referer", $"https://search.example/?q={secrets.Latin("referer")}");
        request.Headers.TryAddWithoutValidation("Cookie", $"id={secrets.Latin("cookie")}");
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{secrets.Digits("trace", 32)}-{secrets.Digits("span", 16)}-01");
        request.Headers.TryAddWithoutValidation("x-ms-bot-agent", secrets.Latin("agent of a client"));
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", $"198.51.100.{secrets.All.Count % 250}, {secrets.Latin("address that is none")}");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (request.Headers.Authorization is null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Basic {secrets.Latin("password")}");
        using var answer = await http.SendAsync(request, Cancel);
        answers.Add($"{answer}\n{await answer.Content.ReadAsStringAsync(Cancel)}");
    }

    private async Task SendRaw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, Cancel);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), Cancel);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        try
        {
            answers.Add(await reader.ReadToEndAsync(Cancel));
        }
        catch (IOException)
        {
            // Hung up upon without an answer: nothing was repeated.
        }
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
}
