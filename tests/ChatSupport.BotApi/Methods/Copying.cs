using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary>Methods that bring a message to another chat: as a new one without its author (copy), or with its author's name (forward).</summary>
internal static class Copying
{
    public static JsonNode CopyMessage(World world, Call call)
    {
        var (from, to) = Ends(world, call);
        var message = Find(from, call.Number("message_id"), "copy");
        return Id(Draft.Put(world, call, to, Copied(message, call)));
    }

    public static JsonNode CopyMessages(World world, Call call)
    {
        var (from, to) = Ends(world, call);
        return new JsonArray([.. FindSome(from, call).Select(message => Id(Draft.Put(world, call, to, (JsonObject)message.Content.DeepClone())))]);
    }

    public static JsonNode ForwardMessage(World world, Call call)
    {
        var (from, to) = Ends(world, call);
        var message = Find(from, call.Number("message_id"), "forward");
        return Draft.Put(world, call, to, Forwarded(from, message)).ToJson(to);
    }

    public static JsonNode ForwardMessages(World world, Call call)
    {
        var (from, to) = Ends(world, call);
        return new JsonArray([.. FindSome(from, call).Select(message => Id(Draft.Put(world, call, to, Forwarded(from, message))))]);
    }

    private static (Chat From, Chat To) Ends(World world, Call call) => (world.Find(call, Access.Read, "from_chat_id"), world.Find(call, Access.Send));

    private static ChatMessage Find(Chat chat, long? id, string verb)
    {
        if (id is null || !chat.Messages.TryGetValue((int)id, out var message))
            throw RefusedException.BadRequest($"message to {verb} not found");
        return CanGo(message) ? message : throw RefusedException.BadRequest($"message can't be {(verb == "copy" ? "copied" : "forwarded")}");
    }

    /// <summary>Those that are there and may go; others are passed over.</summary>
    private static List<ChatMessage> FindSome(Chat chat, Call call)
    {
        var ids = call.Numbers("message_ids");
        if (ids.Count is 0 or > 100)
            throw RefusedException.BadRequest(ids.Count == 0 ? "message identifiers are not specified" : "too many message identifiers specified");
        var found = ids.Select(id => chat.Messages.GetValueOrDefault((int)id)).OfType<ChatMessage>().Where(CanGo).ToList();
        return found.Count > 0 ? found : throw RefusedException.BadRequest("there are no messages to forward");
    }

    private static bool CanGo(ChatMessage message) => !message.IsProtected && MessageKinds.IsOfAPerson(message.Content);

    private static JsonObject Copied(ChatMessage message, Call call)
    {
        var content = (JsonObject)message.Content.DeepClone();
        if (!call.Has("caption") || content.ContainsKey("text"))
            return content;
        content.Remove("caption");
        content.Remove("caption_entities");
        TextRules.AddCaption(call, content);
        return content;
    }

    private static JsonObject Forwarded(Chat from, ChatMessage message)
    {
        var content = (JsonObject)message.Content.DeepClone();
        content["forward_origin"] = message.From is { } author
            ? new JsonObject { ["type"] = "user", ["date"] = message.SentAt.ToUnixTimeSeconds(), ["sender_user"] = author.ToJson() }
            : new JsonObject { ["type"] = "channel", ["date"] = message.SentAt.ToUnixTimeSeconds(), ["chat"] = from.ToJson(), ["message_id"] = message.Id };
        return content;
    }

    private static JsonObject Id(ChatMessage message) => new JsonObject { ["message_id"] = message.Id };
}
