using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatSupport.EndToEnd.DirectLine;

/// <summary>Each thing that an attacker tries is refused with the protocol's error, while a worker's talk, begun before, goes on after it.</summary>
[Collection(OneServed.Name)]
public sealed class AnAttackerTries(Served served) : IAsyncLifetime
{
    private const string Attacker = "203.0.113.66";
    private const string Markup = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&";

    private Chat worker = null!;
    private Chat attacker = null!;

    private Uri Url => served.Program.Url;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        worker = await Chat.Begin(Url);
        await worker.Sees("Do you agree?");
        attacker = await Chat.Begin(Url, Attacker);
    }

    /// <summary>Nothing was lost for her.</summary>
    public async ValueTask DisposeAsync()
    {
        await worker.Presses("I agree. Begin");
        await worker.Sees("What would you like to know?");
        var all = await worker.Everything();
        Assert.Equal(3, all.Count);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task From_a_foreign_origin()
    {
        foreach (var origin in (string[])["https://evil.example", "null", "http://127.0.0.1:1", Served.Origin + ".evil.example"])
        {
            (await attacker.Call(HttpMethod.Get, $"conversations/{attacker.Id}/activities", attacker.Token, origin: origin)).IsRefused(HttpStatusCode.Forbidden, "Forbidden");
            (await attacker.Call(HttpMethod.Post, "tokens/generate", null, origin: origin)).IsRefused(HttpStatusCode.Forbidden, "BadArgument");
            (await attacker.Call(HttpMethod.Post, "conversations", Served.Secret, origin: origin)).IsRefused(HttpStatusCode.Forbidden, "Forbidden");
            Assert.Equal(HttpStatusCode.Forbidden, await attacker.RefusalOf(attacker.StreamUrl, origin));
        }
    }

    [Fact]
    public async Task With_forged_tokens()
    {
        var (head, payload, signature) = attacker.Token.Split('.') is [var a, var b, var c] ? (a, b, c) : default;
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(payload))!;
        claims["conv"] = worker.Id;
        var hers = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()));
        var none = Base64Url.EncodeToString("""{"alg":"none"}"""u8);
        var own = Base64Url.EncodeToString(HMACSHA256.HashData(new byte[32], Encoding.ASCII.GetBytes($"{head}.{hers}")));

        foreach (var forged in (string[])[$"{head}.{hers}.{signature}", $"{none}.{hers}.", $"{head}.{hers}.{own}", "x", new string('x', 9000), Served.Secret + "x"])
            (await attacker.Call(HttpMethod.Get, $"conversations/{worker.Id}/activities", forged)).IsRefused(HttpStatusCode.Forbidden, "BadArgument");
    }

    [Fact]
    public async Task With_an_expired_token()
    {
        var old = SignedByTheProgram(new JsonObject
        {
            ["conv"] = attacker.Id,
            ["site"] = "self",
            ["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 3600,
            ["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 1,
        });

        (await attacker.Call(HttpMethod.Get, $"conversations/{attacker.Id}/activities", old)).IsRefused(HttpStatusCode.Forbidden, "TokenExpired");
        (await attacker.Call(HttpMethod.Post, "tokens/refresh", old)).IsRefused(HttpStatusCode.Forbidden, "TokenExpired");
        (await attacker.Call(HttpMethod.Post, "conversations", old)).IsRefused(HttpStatusCode.Forbidden, "TokenExpired");
    }

    [Fact]
    public async Task With_the_conversation_watermark_and_ticket_of_another()
    {
        await worker.Poll();

        (await attacker.Call(HttpMethod.Get, $"conversations/{worker.Id}/activities", attacker.Token)).IsRefused(HttpStatusCode.Forbidden, "BadArgument");
        (await attacker.Call(HttpMethod.Get, $"conversations/{worker.Id}?watermark=1", attacker.Token)).IsRefused(HttpStatusCode.Forbidden, "BadArgument");
        foreach (var path in (string[])["activities", "upload", "leave"])
        {
            (await Leave(path, attacker.Token)).IsRefused(HttpStatusCode.Forbidden, "BadArgument");
            (await Leave(path, null)).IsRefused(HttpStatusCode.Unauthorized, "Unauthorized");
            (await Leave(path, Served.Secret)).IsRefused(HttpStatusCode.NotFound, "NotFound"); // of another site
        }
        (await attacker.Call(HttpMethod.Get, $"conversations/{attacker.Id}/activities?watermark=4711", attacker.Token)).IsRefused(HttpStatusCode.BadRequest, "BadArgument");
        Assert.Equal(HttpStatusCode.Forbidden, await attacker.RefusalOf(new UriBuilder(worker.StreamUrl) { Query = new Uri(attacker.StreamUrl).Query }.ToString()));
        using var hers = await worker.OpenStream();
        await worker.Follow(hers, "Do you agree?");
        Assert.Equal(HttpStatusCode.Forbidden, await attacker.RefusalOf(worker.StreamUrl)); // seen over her shoulder, and used before
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_an_upload_of_a_hundred_megabytes(bool saysItsLength)
    {
        const long size = 100L * 1024 * 1024;
        using var client = new TcpClient();
        await client.ConnectAsync(Url.Host, Url.Port, Cancel);
        await using var connection = client.GetStream();
        var framing = saysItsLength ? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {size}") : "Transfer-Encoding: chunked";
        await connection.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /v3/directline/conversations/{attacker.Id}/upload HTTP/1.1\r\nHost: {Url.Authority}\r\nAuthorization: Bearer {attacker.Token}\r\nX-Forwarded-For: {Attacker}\r\nContent-Type: image/jpeg\r\n{framing}\r\n\r\n"), Cancel);

        var answer = ReadAnswer(connection);
        var sent = await SendUntilRefused(connection, size, chunked: !saysItsLength);

        var text = await answer;
        Assert.StartsWith("HTTP/1.1 413", text, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"MessageSizeTooBig\"", text, StringComparison.Ordinal);
        Assert.True(sent < size, "The program read all of it.");
    }

    [Fact]
    public async Task With_markup_in_every_field()
    {
        var everywhere = new JsonObject
        {
            ["type"] = "message",
            ["text"] = Markup,
            ["locale"] = Markup,
            ["name"] = Markup,
            ["replyToId"] = Markup,
            ["id"] = Markup,
            ["value"] = Markup,
            ["textFormat"] = "xml",
            ["from"] = new JsonObject { ["id"] = Markup, ["name"] = Markup, ["role"] = "bot" },
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["contentUrl"] = "javascript:alert(1)", ["content"] = Markup }),
            ["channelData"] = new JsonObject { ["chatsupport"] = Markup, ["inPlace"] = Markup, ["location"] = Markup, ["clientTimestamp"] = Markup },
        };

        Assert.Equal(HttpStatusCode.OK, (await attacker.Post(everywhere, clientId: Markup)).Status);
        var read = await attacker.Call(HttpMethod.Get, $"conversations/{attacker.Id}/activities", attacker.Token);

        Assert.DoesNotContain("<", read.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", read.Body, StringComparison.Ordinal);
        Assert.Equal("user", (string?)read.Json["activities"]!.AsArray().Single(activity => Chat.TextOf(activity!) == Markup)!["from"]!["role"]);
        foreach (var path in (string[])[Markup, $"conversations/{Uri.EscapeDataString(Markup)}", $"conversations/{attacker.Id}/files/{Uri.EscapeDataString(Markup)}"])
        {
            var refused = await attacker.Call(HttpMethod.Get, path, attacker.Token);
            Assert.True(refused.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{path}: {refused.Status}");
            Assert.DoesNotContain("script", refused.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task With_a_thousand_sockets_from_one_address()
    {
        using var hers = await worker.OpenStream();
        await worker.Follow(hers, "Do you agree?");
        var statuses = new ConcurrentBag<HttpStatusCode?>();
        var open = new List<ClientWebSocket>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel }, async (_, _) =>
        {
            var one = await Chat.Begin(Url, Attacker);
            statuses.Add(await one.RefusalOf(one.StreamUrl, opened: open));
        });

        Assert.Equal(200, statuses.Count(status => status is null));
        Assert.Equal(800, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
        Assert.Equal(WebSocketState.Open, hers.State);
        using var another = await new Chat(Url).OpenStream((await Chat.Begin(Url)).StreamUrl); // from another address there is room
        open.ForEach(socket => socket.Dispose());
    }

    /// <summary>Tries to make her leave.</summary>
    private Task<Answer> Leave(string path, string? credential) =>
        attacker.Call(HttpMethod.Post, $"conversations/{worker.Id}/{path}", credential, new JsonObject { ["type"] = "event", ["name"] = "leave" });

    /// <summary>A token that the program would have made at another time, with the key from its folder.</summary>
    private string SignedByTheProgram(JsonObject claims)
    {
        var lookup = File.ReadAllBytes(Path.Combine(served.Program.Folder, "data", "keys", "lookup.key"));
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, lookup, 32, info: "chatsupport direct line token 1"u8.ToArray());
        var signed = $"{attacker.Token.Split('.')[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static async Task<string> ReadAnswer(NetworkStream connection)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (!text.ToString().Contains("}}", StringComparison.Ordinal) && await connection.ReadAsync(buffer, Cancel) is > 0 and var read)
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // Cut off after its answer.
        }
        return text.ToString();
    }

    private static async Task<long> SendUntilRefused(NetworkStream connection, long size, bool chunked)
    {
        var block = new byte[64 * 1024];
        block[0] = 0xFF;
        var sent = 0L;
        try
        {
            for (; sent < size; sent += block.Length)
            {
                if (chunked)
                    await connection.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{block.Length:x}\r\n")), Cancel);
                await connection.WriteAsync(block, Cancel);
                if (chunked)
                    await connection.WriteAsync("\r\n"u8.ToArray(), Cancel);
            }
        }
        catch (IOException)
        {
            // The program reads no more.
        }
        return sent;
    }
}
