using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatSupport.Channels.DirectLine;
using ChatSupport.Channels.Telegram;
using ChatSupport.Conversations;
using ChatSupport.Hosting;
using ChatSupport.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ChatSupport.Tests.Fuzz;

/// <summary>The whole program with its real database and content behind a server in memory: a call costs no connection, so that very many can be made.</summary>
public sealed class DoorHost : IAsyncLifetime
{
    public const string Secret = "a-secret-that-only-tests-know";

    private const int Chats = 200;

    private readonly Installation installation = new();
    private readonly List<(string Id, string Token)> chats = [];
    private WebApplication app = null!;
    private HttpClient http = null!;
    private int calls;

    /// <summary>A number that no call had before.</summary>
    public int Next() => Interlocked.Increment(ref calls);

    public async ValueTask InitializeAsync()
    {
        app = Serve.Build(
            [
                .. installation.Settings, "--ChatSupport:Telegram:Token=700000001:AAEmulatedBotTokenForTestsOnly00000", "--ChatSupport:Telegram:ApiUrl=http://127.0.0.1:1", "--ChatSupport:Telegram:Mode=Webhook",
                "--ChatSupport:Telegram:WebhookUrl=http://127.0.0.1:1/telegram/webhook", $"--ChatSupport:Telegram:WebhookSecret={Secret}", "--ChatSupport:Conversations:Burst=1000", "--ChatSupport:Conversations:BurstRefill=00:00:01",
                "--ChatSupport:DirectLine:CallsPerAddress=100000", "--ChatSupport:DirectLine:ChatsPerAddress=1000000", "--ChatSupport:DirectLine:UploadsPerAddress=1000000",
            ],
            services =>
            {
                services.AddSingleton<IServer>(provider => new TestServer(provider));
                services.RemoveAll<IChannelOut>(); // nothing goes out to Telegram
                services.AddSingleton<IChannelOut, DirectLineOut>();
                services.AddSingleton<IChannelOut>(new Swallowing());
                services.AddLogging(logging => logging.ClearProviders());
            });
        await app.StartAsync(TestContext.Current.CancellationToken);
        http = app.GetTestClient();
        http.Timeout = TimeSpan.FromMinutes(5);
        for (var i = 0; i < Chats; i++)
            chats.Add(await Begin());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        installation.Dispose();
    }

    /// <summary>Sends a body to Telegram's door.</summary>
    public Task<HttpStatusCode> Webhook(byte[] body) =>
        Send("/telegram/webhook", body, new MediaTypeHeaderValue("application/json"), request => request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret));

    /// <summary>Sends a body to a call of one of the chats; <c>{id}</c> in the path is its id.</summary>
    public Task<HttpStatusCode> DirectLine(string path, byte[] body, MediaTypeHeaderValue type)
    {
        var (id, token) = chats[Next() % Chats];
        return Send(path.Replace("{id}", id, StringComparison.Ordinal), body, type, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token));
    }

    /// <summary>A new worker is answered as if nothing had happened.</summary>
    public async Task IsWell()
    {
        var (id, token) = await Begin();
        var sent = await Post($"/v3/directline/conversations/{id}/activities", new JsonObject { ["type"] = "message", ["text"] = "agree" }, token);
        Assert.NotNull((string?)sent["id"]);
        using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    private async Task<(string Id, string Token)> Begin()
    {
        var made = await Post("/v3/directline/tokens/generate", [], null);
        var token = (string)made["token"]!;
        await Post("/v3/directline/conversations", new JsonObject { ["locale"] = "en" }, token);
        return ((string)made["conversationId"]!, token);
    }

    private async Task<JsonNode> Post(string path, JsonObject body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("Origin", "http://localhost");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {said}");
        return JsonNode.Parse(said)!;
    }

    private async Task<HttpStatusCode> Send(string path, byte[] body, MediaTypeHeaderValue type, Action<HttpRequestMessage> prove)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = type;
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        prove(request);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, CancellationToken.None).ConfigureAwait(false);
        if ((int)answer.StatusCode >= 500)
            throw new InvalidOperationException($"It was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(CancellationToken.None).ConfigureAwait(false)}");
        return answer.StatusCode;
    }

    /// <summary>A way out to Telegram that leads nowhere.</summary>
    private sealed class Swallowing : IChannelOut
    {
        private int last;

        public string Channel => UpdateReader.Channel;

        public ChannelPace Pace { get; } = new(10_000, 1_000, 5, TimeSpan.FromHours(48));

        public Task<SendOutcome> Send(Outbound outbound, CancellationToken cancel) =>
            Task.FromResult<SendOutcome>(new SendOutcome.Sent(Interlocked.Increment(ref last).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
