using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary>Forum topics, in forum supergroups and in private chats of a bot whose owner allows them.</summary>
internal static class Topics
{
    private const int MostInName = 128;
    private const int DefaultColor = 0x6FB9F0;

    public static JsonNode CreateForumTopic(World world, Call call)
    {
        var chat = FindForum(world, call);
        var name = Name(call) ?? throw RefusedException.BadRequest("topic name must be non-empty");
        return Make(world, chat, world.Bot.Person, name, (int)(call.Number("icon_color") ?? DefaultColor)).ToJson();
    }

    public static JsonNode EditForumTopic(World world, Call call)
    {
        var (chat, topic) = FindTopic(world, call);
        var name = Name(call);
        if (name is null || name == topic.Name)
            throw new RefusedException(400, "Bad Request: TOPIC_NOT_MODIFIED");
        topic.Name = name;
        world.PutNote(chat, world.Bot.Person, "forum_topic_edited", new JsonObject { ["name"] = name }, topic.Id);
        return true;
    }

    public static JsonNode CloseForumTopic(World world, Call call) => SetClosed(world, call, closed: true, "forum_topic_closed");

    public static JsonNode ReopenForumTopic(World world, Call call) => SetClosed(world, call, closed: false, "forum_topic_reopened");

    /// <summary>Deletes the topic with all its messages.</summary>
    public static JsonNode DeleteForumTopic(World world, Call call)
    {
        var (chat, topic) = FindTopic(world, call);
        chat.Topics.Remove(topic.Id);
        foreach (var message in chat.Messages.Values.Where(message => message.Topic == topic.Id).ToList())
            chat.Messages.Remove(message.Id);
        chat.Changed();
        return true;
    }

    /// <summary>Makes a topic; the service message that says so gives it its id.</summary>
    public static Topic Make(World world, Chat chat, Person by, string name, int color = DefaultColor)
    {
        var id = chat.NextId();
        var topic = new Topic(id, name, color);
        chat.Topics.Add(id, topic);
        var note = new JsonObject { ["forum_topic_created"] = new JsonObject { ["name"] = name, ["icon_color"] = color } };
        World.Put(chat, new ChatMessage(id, by, world.Now, note) { Topic = id });
        return topic;
    }

    private static JsonNode SetClosed(World world, Call call, bool closed, string note)
    {
        var (chat, topic) = FindTopic(world, call);
        if (chat.Kind != ChatKind.Supergroup)
            throw RefusedException.BadRequest("the chat is not a supergroup forum");
        if (topic.IsClosed == closed)
            throw new RefusedException(400, "Bad Request: TOPIC_NOT_MODIFIED");
        topic.IsClosed = closed;
        world.PutNote(chat, world.Bot.Person, note, new JsonObject(), topic.Id);
        return true;
    }

    private static Chat FindForum(World world, Call call)
    {
        var chat = world.Find(call, Access.Write);
        return chat.IsForum || (chat.Kind == ChatKind.Private && world.Options.TopicsInPrivateChats)
            ? chat
            : throw RefusedException.BadRequest("the chat is not a forum");
    }

    private static (Chat Chat, Topic Topic) FindTopic(World world, Call call)
    {
        var chat = FindForum(world, call);
        return chat.Topics.TryGetValue((int)(call.Number("message_thread_id") ?? 0), out var topic)
            ? (chat, topic)
            : throw new RefusedException(400, "Bad Request: TOPIC_ID_INVALID");
    }

    private static string? Name(Call call)
    {
        var name = call.Text("name")?.Trim();
        if (name?.Length > MostInName)
            throw RefusedException.BadRequest("topic name is too long");
        return string.IsNullOrEmpty(name) ? null : name;
    }
}
