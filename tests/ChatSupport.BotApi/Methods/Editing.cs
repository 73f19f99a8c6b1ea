using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary>Methods that change a message of the bot in place.</summary>
internal static class Editing
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    public static JsonNode EditMessageText(World world, Call call)
    {
        var content = TextRules.ReadText(call);
        var (chat, message) = Find(world, call);
        if (message.Content["text"] is null)
            throw RefusedException.BadRequest("there is no text in the message to edit");
        return Change(world, chat, message, content, ReplyMarkup.Read(call, chat, inlineOnly: true));
    }

    public static JsonNode EditMessageCaption(World world, Call call)
    {
        var (chat, message) = Find(world, call);
        if (!new[] { "voice", "photo", "document", "video" }.Any(message.Content.ContainsKey))
            throw RefusedException.BadRequest("there is no caption in the message to edit");
        var content = (JsonObject)message.Content.DeepClone();
        content.Remove("caption");
        content.Remove("caption_entities");
        TextRules.AddCaption(call, content);
        return Change(world, chat, message, content, ReplyMarkup.Read(call, chat, inlineOnly: true));
    }

    /// <summary>Puts another picture in the place of a message, also of one that was text.</summary>
    public static JsonNode EditMessageMedia(World world, Call call)
    {
        var (chat, message) = Find(world, call);
        if (call.Json("media") is not JsonObject media || media["type"]?.ToString() != "photo")
            throw RefusedException.BadRequest("can't parse InputMedia: a photo is expected");
        if (call.Attached(media["media"]?.ToString()) is not { Bytes.Length: > 0 } upload)
            throw RefusedException.BadRequest("wrong file identifier/HTTP URL specified");
        if (!new[] { "text", "photo" }.Any(message.Content.ContainsKey))
            throw RefusedException.BadRequest("there is no media in the message to edit");
        var content = new JsonObject { ["photo"] = FileContent.Photo(world.Files.Keep("photos", ".jpg", upload.ContentType, upload.Bytes)) };
        if (media["caption"]?.ToString() is { Length: > 0 } caption)
            content["caption"] = caption;
        if (media["has_spoiler"]?.ToString() == "true")
            content["has_media_spoiler"] = true;
        return Change(world, chat, message, content, ReplyMarkup.Read(call, chat, inlineOnly: true));
    }

    public static JsonNode EditMessageReplyMarkup(World world, Call call)
    {
        var (chat, message) = Find(world, call);
        return Change(world, chat, message, message.Content, ReplyMarkup.Read(call, chat, inlineOnly: true));
    }

    private static (Chat Chat, ChatMessage Message) Find(World world, Call call)
    {
        if (call.Number("message_id") is null or 0)
            throw RefusedException.BadRequest("message identifier is not specified");
        var chat = world.Find(call, Access.Edit);
        if (!chat.Messages.TryGetValue((int)call.Number("message_id")!, out var message))
            throw RefusedException.BadRequest("message to edit not found");
        if (message.From is not null && message.From.Id != world.Bot.Person.Id)
            throw RefusedException.BadRequest("message can't be edited");
        return (chat, message);
    }

    private static JsonObject Change(World world, Chat chat, ChatMessage message, JsonObject content, JsonObject? markup)
    {
        if (JsonNode.DeepEquals(content, message.Content) && JsonNode.DeepEquals(markup, message.Markup))
            throw RefusedException.BadRequest(NotModified);
        message.Content = content;
        message.Markup = markup;
        message.EditedAt = world.Now;
        chat.Changed();
        return message.ToJson(chat);
    }
}
