using System.Text.Json.Nodes;

namespace ChatSupport.BotApi.Chats;

/// <summary>One message as the server keeps it.</summary>
internal sealed class ChatMessage(int id, Person? from, DateTimeOffset sentAt, JsonObject content)
{
    /// <summary>Number within its chat.</summary>
    public int Id => id;

    /// <summary>Who wrote it; null in a channel.</summary>
    public Person? From => from;

    public DateTimeOffset SentAt => sentAt;

    /// <summary>What it is: <c>text</c> with <c>entities</c>, <c>voice</c> with <c>caption</c>, a service field, in the fields of the <c>Message</c> object.</summary>
    public JsonObject Content { get; set; } = content;

    /// <summary>The inline keyboard under it.</summary>
    public JsonObject? Markup { get; set; }

    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>Forwarding and saving are forbidden.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Sent without a ring.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The topic it stands in.</summary>
    public int? Topic { get; init; }

    /// <summary>The bot's reaction to it, an emoji; null for none.</summary>
    public string? Reaction { get; set; }

    /// <summary>The message it answers.</summary>
    public ChatMessage? Answers { get; init; }

    /// <summary>The <c>Message</c> object in its chat.</summary>
    public JsonObject ToJson(Chat chat, bool withAnswered = true)
    {
        var json = new JsonObject { ["message_id"] = id };
        if (Topic is { } topic)
        {
            json["message_thread_id"] = topic;
            json["is_topic_message"] = true;
        }
        if (from is not null)
            json["from"] = from.ToJson();
        else
            json["sender_chat"] = chat.ToJson();
        json["chat"] = chat.ToJson();
        json["date"] = sentAt.ToUnixTimeSeconds();
        if (EditedAt is { } edited)
            json["edit_date"] = edited.ToUnixTimeSeconds();
        if (IsProtected)
            json["has_protected_content"] = true;
        if (withAnswered && Answers is { } answered)
            json["reply_to_message"] = answered.ToJson(chat, withAnswered: false);
        foreach (var (name, value) in Content)
            json[name] = value?.DeepClone();
        if (Markup is not null)
            json["reply_markup"] = Markup.DeepClone();
        return json;
    }
}
