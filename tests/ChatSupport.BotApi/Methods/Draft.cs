using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary>What every sending method has in common: the chat, the topic, the answered message, the keyboard, protection and silence.</summary>
internal static class Draft
{
    /// <summary>Puts a message of the bot into the chat that the call names.</summary>
    /// <param name="world">The world.</param>
    /// <param name="call">The call.</param>
    /// <param name="content">What the message is, read from the call; refusals of the content come before those of the chat.</param>
    /// <returns>The <c>Message</c> object.</returns>
    public static JsonNode Send(World world, Call call, JsonObject content)
    {
        var chat = world.Find(call, Access.Send);
        return Put(world, call, chat, content).ToJson(chat);
    }

    /// <summary>As <see cref="Send"/>, into a chat that is known.</summary>
    public static ChatMessage Put(World world, Call call, Chat chat, JsonObject content)
    {
        var topic = TopicOf(call, chat);
        var answers = AnsweredBy(call, chat);
        var markup = ReplyMarkup.Read(call, chat);
        return World.Put(chat, new ChatMessage(chat.NextId(), chat.Kind == ChatKind.Channel ? null : world.Bot.Person, world.Now, content)
        {
            Topic = topic,
            Answers = answers,
            Markup = markup,
            IsProtected = call.Flag("protect_content"),
            IsSilent = call.Flag("disable_notification"),
        });
    }

    private static int? TopicOf(Call call, Chat chat)
    {
        if (call.Number("message_thread_id") is not { } asked || asked == 0)
            return null;
        if (!chat.Topics.TryGetValue((int)asked, out var topic))
            throw RefusedException.BadRequest("message thread not found");
        if (topic.IsClosed && chat.Kind != ChatKind.Private)
            throw new RefusedException(400, "Bad Request: TOPIC_CLOSED");
        return topic.Id;
    }

    private static ChatMessage? AnsweredBy(Call call, Chat chat)
    {
        var reply = call.Json("reply_parameters") as JsonObject;
        var id = reply?["message_id"] is { } node && int.TryParse(node.ToString(), out var number) ? number : (int?)call.Number("reply_to_message_id");
        if (id is null)
            return null;
        if (chat.Messages.TryGetValue(id.Value, out var answered))
            return answered;
        var mayLack = call.Flag("allow_sending_without_reply") || reply?["allow_sending_without_reply"]?.ToString() == "true";
        return mayLack ? null : throw RefusedException.BadRequest("message to be replied not found");
    }
}
