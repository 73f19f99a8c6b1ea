using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary>Methods that delete messages for everybody: young ones only, and another person's only in a private chat.</summary>
internal static class Deleting
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan Young = TimeSpan.FromHours(48);

    public static JsonNode DeleteMessage(World world, Call call)
    {
        if (call.Number("message_id") is not { } id || id == 0)
            throw RefusedException.BadRequest("message identifier is not specified");
        var chat = world.Find(call, Access.Write);
        if (!chat.Messages.TryGetValue((int)id, out var message))
            throw RefusedException.BadRequest("message to delete not found");
        CheckDeletable(world, chat, message);
        chat.Messages.Remove(message.Id);
        chat.Changed();
        return true;
    }

    /// <summary>Ids that are not there are passed over; one that may not be deleted refuses the call and nothing is deleted.</summary>
    public static JsonNode DeleteMessages(World world, Call call)
    {
        var ids = call.Numbers("message_ids");
        if (ids.Count == 0)
            throw RefusedException.BadRequest("message identifiers are not specified");
        if (ids.Count > MostAtOnce)
            throw RefusedException.BadRequest("too many message identifiers specified");
        var chat = world.Find(call, Access.Write);
        var found = ids.Distinct().Select(id => chat.Messages.GetValueOrDefault((int)id)).OfType<ChatMessage>().ToList();
        foreach (var message in found)
            CheckDeletable(world, chat, message);
        foreach (var message in found)
            chat.Messages.Remove(message.Id);
        chat.Changed();
        return true;
    }

    private static void CheckDeletable(World world, Chat chat, ChatMessage message)
    {
        var isOwn = message.From is null || message.From.Id == world.Bot.Person.Id;
        if (world.Now - message.SentAt >= Young)
            throw RefusedException.BadRequest("message can't be deleted for everyone");
        if (!isOwn && chat.Kind != ChatKind.Private)
            throw RefusedException.BadRequest("message can't be deleted");
    }
}
