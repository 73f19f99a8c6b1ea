using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using ChatSupport.BotApi.People;

namespace ChatSupport.BotApi.Control;

/// <summary>Workers and groups over HTTP: <c>POST workers</c> makes one, <c>POST workers/ID/sends</c> lets her write, <c>GET workers/ID/screen</c> shows what she sees.</summary>
internal sealed class PeopleControl(BotApiServer server)
{
    private readonly ConcurrentDictionary<long, Worker> workers = new();
    private readonly ConcurrentDictionary<long, GroupRoom> groups = new();

    public async Task<JsonNode?> Worker(Order order)
    {
        if (order.Parts.Length == 1)
        {
            var made = server.Worker(order.TextOrNull("language_code"));
            workers[made.Id] = made;
            return new JsonObject { ["id"] = made.Id };
        }
        var worker = Find(workers, order.Part(1), "worker");
        return order.Part(2) switch
        {
            "screen" => Screen(worker),
            "history" => new JsonArray([.. worker.History.Select(ControlDoor.ToJson)]),
            "wait" => (await worker.WaitForText(order.Text("text"), TimeSpan.FromSeconds(order.Fraction("seconds", 15)))).Json,
            _ => Act(worker, order),
        };
    }

    public JsonNode? Group(Order order)
    {
        if (order.Parts.Length == 1)
        {
            var made = order.TextOrNull("kind") == "supergroup" ? server.Supergroup(isForum: order.TextOrNull("forum") == "true") : server.Group();
            return Keep(made);
        }
        var group = Find(groups, order.Part(1), "group");
        if (order.Part(2) == "screen")
            return Screen(group);
        var member = Find(workers, order.Text("worker"), "worker");
        switch (order.Part(2))
        {
            case "says":
                return group.Says(member, order.Text("text"), (int?)order.NumberOrNull("topic")).Json;
            case "presses":
                return Pressed(group.Presses(member, order.Text("button")));
            case "kicks":
                group.KicksBot(member);
                return true;
            case "migrates":
                return Keep(group.BecomesSupergroup(member));
            default:
                return null;
        }
    }

    private static JsonNode? Act(Worker worker, Order order)
    {
        switch (order.Part(2))
        {
            case "sends":
                return worker.Sends(order.Text("text"), (int?)order.NumberOrNull("topic")).Json;
            case "presses":
                return Pressed(worker.Presses(order.Text("button"), On(worker, order)));
            case "location":
                return worker.SharesLocation(order.Fraction("latitude", 0), order.Fraction("longitude", 0)).Json;
            case "voice":
                return worker.SendsVoice(Convert.FromBase64String(order.Text("base64"))).Json;
            case "photo":
                return worker.SendsPhoto(Convert.FromBase64String(order.Text("base64"))).Json;
            case "content":
                return worker.SendsContent((JsonObject)order.Body["content"]!.DeepClone()).Json;
            case "edits":
                return worker.Edits(On(worker, order)!, order.Text("text")).Json;
            case "blocks":
                worker.BlocksBot();
                return true;
            case "unblocks":
                worker.UnblocksBot();
                return true;
            case "deactivates":
                worker.Deactivates();
                return true;
            default:
                return null;
        }
    }

    private static ScreenMessage? On(Worker worker, Order order) =>
        order.NumberOrNull("message_id") is { } id
            ? worker.Screen.FirstOrDefault(message => message.Id == id) ?? throw new InvalidOperationException($"There is no message {id} on her screen.")
            : null;

    private static JsonObject Pressed(Press press) => new() { ["callback_query_id"] = press.QueryId, ["message_id"] = press.MessageId };

    private static JsonArray Screen(ChatView view) => new([.. view.Screen.Select(message => message.Json)]);

    private static T Find<T>(ConcurrentDictionary<long, T> all, string id, string what) =>
        long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && all.TryGetValue(number, out var found)
            ? found
            : throw new InvalidOperationException($"There is no {what} {id}; make one with POST {ControlDoor.Prefix}/{what}s first.");

    private JsonObject Keep(GroupRoom group)
    {
        groups[group.ChatId] = group;
        return new JsonObject { ["id"] = group.ChatId };
    }
}
