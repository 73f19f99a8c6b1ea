using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatSupport.BotApi;
using ChatSupport.BotApi.People;

namespace ChatSupport.EndToEnd.BotApi;

/// <summary>A test with an emulator of its own and a plain HTTP client.</summary>
public abstract class BotApiTest : IAsyncLifetime
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };

    internal BotApiServer Api { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Api = await BotApiServer.Start(Options());

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Api.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal virtual BotApiOptions Options() => new();

    /// <summary>A person who has written to the bot once.</summary>
    internal Worker WorkerWhoWrote()
    {
        var worker = Api.Worker("km");
        worker.Sends("សួស្តី");
        return worker;
    }

    /// <summary>Calls a method with JSON arguments.</summary>
    /// <returns>The whole body.</returns>
    internal async Task<JsonObject> Call(string method, object? arguments = null)
    {
        using var response = await http.PostAsJsonAsync($"{Api.Url}/bot{Api.Token}/{method}", arguments ?? new { }, Cancel);
        return (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
    }

    /// <summary>Calls a method that must succeed.</summary>
    internal async Task<JsonNode> Result(string method, object? arguments = null)
    {
        var body = await Call(method, arguments);
        Assert.True(body["result"] is not null, $"{method} was refused: {body}");
        return body["result"]!;
    }

    /// <summary>Calls a method that must be refused.</summary>
    /// <returns>Code and description.</returns>
    internal async Task<string> Refusal(string method, object? arguments = null)
    {
        var body = await Call(method, arguments);
        Assert.False(body["ok"]!.GetValue<bool>(), $"{method} was not refused: {body}");
        return $"{body["error_code"]} {body["description"]}";
    }

    internal async Task<long[]> UpdateIds(object? arguments = null) =>
        [.. (await Result("getUpdates", arguments)).AsArray().Select(update => update!["update_id"]!.GetValue<long>())];
}
