using System.Text.Json.Nodes;

namespace ChatSupport.BotApi.Chats;

/// <summary>A forum topic; its id is the id of the service message that made it.</summary>
internal sealed class Topic(int id, string name, int color)
{
    public int Id => id;

    public string Name { get; set; } = name;

    public bool IsClosed { get; set; }

    /// <summary>The <c>ForumTopic</c> object.</summary>
    public JsonObject ToJson() => new() { ["message_thread_id"] = id, ["name"] = Name, ["icon_color"] = color };
}
