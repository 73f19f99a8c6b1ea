using System.Text.Json;
using System.Text.Json.Nodes;
using ChatSupport.BotApi.People;

namespace ChatSupport.BotApi.Control;

/// <summary>The control surface over HTTP, under <c>/control</c>, for tests that run in another process. JSON in, JSON out; a mistake is answered 400 with a sentence.</summary>
internal sealed class ControlDoor(BotApiServer server)
{
    public const string Prefix = "/control";

    private readonly PeopleControl people = new(server);
    private readonly TroubleControl trouble = new(server);

    /// <summary>Answers a request under <see cref="Prefix"/>.</summary>
    public async Task Receive(HttpContext http)
    {
        var parts = (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            var order = new Order(parts, await ReadBody(http.Request, http.RequestAborted), http.RequestAborted);
            var result = await Obey(order);
            await Write(http, result is null ? 404 : 200, result ?? Sentence($"There is no {Prefix}{http.Request.Path}."));
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or JsonException or KeyNotFoundException or ArgumentException or TimeoutException)
        {
            await Write(http, wrong is TimeoutException ? 408 : 400, Sentence(wrong.Message));
        }
    }

    private async Task<JsonNode?> Obey(Order order) => order.Part(0) switch
    {
        "workers" => await people.Worker(order),
        "groups" => people.Group(order),
        "faults" or "flood" or "random-faults" or "repeat" or "clock" => trouble.Obey(order),
        "updates" => new JsonObject { ["update_id"] = server.Delivers(order.Text("kind"), order.Body["payload"]!.DeepClone(), order.Number("chat", 0)) },
        "calls" => server.Calls.ToJson(),
        "recorded" => new JsonArray([.. server.Recorded.Select(ToJson)]),
        "pending" => new JsonObject { ["pending"] = server.PendingUpdates },
        _ => null,
    };

    public static JsonNode ToJson(RecordedCall call) => new JsonObject
    {
        ["method"] = call.Method,
        ["chat_id"] = call.ChatId,
        ["request"] = call.Request.DeepClone(),
        ["status"] = call.Status,
        ["response"] = call.Response.StartsWith('{') ? JsonNode.Parse(call.Response) : call.Response,
    };

    private static JsonObject Sentence(string text) => new() { ["error"] = text };

    private static async Task<JsonObject> ReadBody(HttpRequest request, CancellationToken cancel)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(cancel);
        var body = text.Length == 0 ? [] : JsonNode.Parse(text) as JsonObject ?? throw new JsonException("The body must be a JSON object.");
        foreach (var (name, value) in request.Query)
            body[name] = value.ToString();
        return body;
    }

    private static async Task Write(HttpContext http, int status, JsonNode json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(json.ToJsonString(), http.RequestAborted);
    }
}
