using System.Text.Json.Nodes;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Chats;

/// <summary>What a call wants to do in a chat.</summary>
internal enum Access
{
    Read,
    Edit,

    /// <summary>Delete, pin: what the server allows also where the person blocked the bot.</summary>
    Write,

    /// <summary>Bring something new to the person.</summary>
    Send,
}

/// <summary>Which chats take what from the bot, and in which words they refuse. As in the public source of the Bot API server.</summary>
internal static class AccessRules
{
    public static void Check(Chat chat, Access access)
    {
        var name = chat.KindName;
        switch (chat.Standing)
        {
            case Standing.Deactivated when access != Access.Read:
                throw RefusedException.Forbidden("user is deactivated");
            case Standing.Blocked when access is Access.Send or Access.Edit:
                throw RefusedException.Forbidden("bot was blocked by the user");
            case Standing.Kicked when access != Access.Read || chat.Kind != ChatKind.Group:
                throw RefusedException.Forbidden($"bot was kicked from the {name} chat");
            case Standing.Left when access != Access.Read || chat.Kind != ChatKind.Group:
                throw RefusedException.Forbidden($"bot is not a member of the {name} chat");
        }
        if (chat.MovedTo is { } to && access is Access.Write or Access.Send)
            throw new RefusedException(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = to });
    }
}
