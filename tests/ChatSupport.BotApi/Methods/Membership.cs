using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.People;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary>What a chat is, and leaving it.</summary>
internal static class Membership
{
    /// <summary>The <c>ChatFullInfo</c> object.</summary>
    public static JsonNode GetChat(World world, Call call)
    {
        var json = world.Find(call, Access.Read).ToJson();
        json["accent_color_id"] = 0;
        json["max_reaction_count"] = 11;
        json["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = false,
            ["limited_gifts"] = false,
            ["unique_gifts"] = false,
            ["premium_subscription"] = false,
            ["gifts_from_channels"] = false,
        };
        return json;
    }

    public static JsonNode LeaveChat(World world, Call call)
    {
        var chat = world.Find(call, Access.Read);
        if (chat.Kind == ChatKind.Private)
            throw RefusedException.BadRequest("chat member status can't be changed in private chats");
        AccessRules.Check(chat, Access.Write);
        chat.Standing = Standing.Left;
        chat.Changed();
        world.Updates.Add("my_chat_member", Contents.Membership(world, chat, world.Bot.Person, "member", "left"), chat.Id);
        return true;
    }
}
