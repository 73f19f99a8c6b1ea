using System.Net;
using System.Text.Json;
using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatSupport.Tests.Hosting;

/// <summary>Health and figures of the serving program, over real HTTP.</summary>
public sealed class TheHealth : IAsyncLifetime
{
    private readonly Installation installation = new();
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        app = await installation.Serve();
        client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        installation.Dispose();
    }

    [Fact]
    public async Task It_lives_and_is_ready_with_its_revision()
    {
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);
        var (status, report) = await Ready();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(report.GetProperty("ready").GetBoolean());
        Assert.Equal(1, report.GetProperty("details").GetProperty("revision").GetInt64());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("details").GetProperty("contentTrouble").ValueKind);
    }

    [Fact]
    public async Task It_is_not_ready_while_the_database_cannot_be_written()
    {
        using var holder = app.Services.GetRequiredService<Database>().OpenForWriting();
        holder.Begin(); // another program holds the file locked
        await Assert.ThrowsAsync<ConversationUnavailableException>(() => app.Services.GetRequiredService<ConversationDoor>()
            .Receive(Some.Inbound(Some.Key("test")), TestContext.Current.CancellationToken));

        var (status, report) = await Ready();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("database", report.GetProperty("reasons").EnumerateArray().Single().GetString());
        Assert.Contains("locked", report.GetProperty("details").GetProperty("databaseTrouble").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_ready_with_a_warning_while_a_message_waits_too_long()
    {
        await app.Services.GetRequiredService<StoreWriter>().Write(session =>
            session["INSERT INTO outbox (conversation, turn, part, body, at, forgets) VALUES ('gone:1', 1, 0, x'00', $1, 0)"]
                .Run(DateTimeOffset.UtcNow.AddHours(-1).ToUnixTimeMilliseconds()), TestContext.Current.CancellationToken);

        var (status, report) = await Ready();

        Assert.Equal(HttpStatusCode.OK, status); // one channel out of reach must not take the others away
        Assert.Contains("waits longer", report.GetProperty("details").GetProperty("outboxTrouble").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, report.GetProperty("details").GetProperty("waiting").GetInt64());
    }

    [Fact]
    public async Task It_is_ready_with_a_warning_while_older_content_goes_on()
    {
        app.Services.GetRequiredService<LiveRevision>().Warn("The folder is broken.");

        var (status, report) = await Ready();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("The folder is broken.", report.GetProperty("details").GetProperty("contentTrouble").GetString());
    }

    [Fact]
    public void It_is_not_ready_while_it_stops()
    {
        app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        var report = app.Services.GetRequiredService<ChatSupport.Hosting.Health.Readiness>().Look();

        Assert.Contains("stopping", report.Reasons);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Host", "bot.example.org")]
    public async Task Who_comes_through_a_proxy_sees_no_details_and_no_figures(string header, string value)
    {
        var (_, report) = await Ready((header, value));
        var figures = await Get("/metrics", (header, value));

        Assert.Equal(JsonValueKind.Null, report.GetProperty("details").ValueKind);
        Assert.Equal(HttpStatusCode.NotFound, figures.StatusCode);
    }

    [Fact]
    public async Task A_stranger_may_not_ask_as_often_as_he_likes_but_the_operator_on_this_machine_may()
    {
        var stranger = ("X-Forwarded-For", "203.0.113.9");
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 100; n++)
        {
            using var answer = await Get(n % 2 == 0 ? "/health/ready" : "/health/live", stranger);
            answers.Add(answer.StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await Ready()).Status);
        }

        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task Figures_tell_of_turns_latency_outbox_and_waits()
    {
        var door = app.Services.GetRequiredService<ConversationDoor>();
        await door.Receive(Some.Inbound(Some.Key("test"), address: "marked-address", happened: new InboundEvent.Did(new Input.Text("marked-words"))), TestContext.Current.CancellationToken);
        app.Services.GetRequiredService<SenderFigures>().Waited("test", "pace");

        var figures = await (await Get("/metrics")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("chatsupport_turns_total{", figures, StringComparison.Ordinal);
        Assert.Contains("outcome=\"committed\"", figures, StringComparison.Ordinal);
        Assert.Contains("chatsupport_turn_duration_seconds_bucket{", figures, StringComparison.Ordinal);
        Assert.Contains("chatsupport_turns_commit_duration_seconds_bucket{", figures, StringComparison.Ordinal);
        Assert.Contains("chatsupport_outbox_depth", figures, StringComparison.Ordinal);
        Assert.Contains("chatsupport_outbox_oldest_age_seconds", figures, StringComparison.Ordinal);
        Assert.Contains("chatsupport_rate_limit_waits_total{", figures, StringComparison.Ordinal);
        Assert.Contains("chatsupport_content_revision", figures, StringComparison.Ordinal);
        Assert.DoesNotContain("marked", figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_token_only_who_knows_it_sees_them_wherever_it_asks_from()
    {
        const string token = "a-token-of-an-operator";
        await using var guarded = await installation.Serve($"--ChatSupport:Metrics:Token={token}");
        client.Dispose();
        client = new HttpClient { BaseAddress = new Uri(guarded.Urls.Single()) };

        Assert.Equal(HttpStatusCode.NotFound, (await Get("/metrics")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get("/metrics", ("Authorization", "Bearer a-token-of-an-operatoR"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Get("/metrics", ("Authorization", $"Bearer {token}"), ("X-Forwarded-For", "203.0.113.9"))).StatusCode);
        Assert.NotEqual(JsonValueKind.Null, (await Ready(("Authorization", $"Bearer {token}"))).Report.GetProperty("details").ValueKind);
    }

    private async Task<(HttpStatusCode Status, JsonElement Report)> Ready(params (string Name, string Value)[] headers)
    {
        using var answer = await Get("/health/ready", headers);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (answer.StatusCode, json.RootElement.Clone());
    }

    private Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
