using System.Globalization;
using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Methods;

namespace ChatSupport.BotApi.People;

/// <summary>What people send, in the fields of the Bot API.</summary>
internal static class Contents
{
    public static JsonObject Text(string text)
    {
        var content = new JsonObject { ["text"] = text };
        var entities = Entities.Fit([], text, 0);
        if (entities.Count > 0)
            content["entities"] = entities;
        return content;
    }

    public static JsonObject Location(double latitude, double longitude) =>
        new() { ["location"] = new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude } };

    public static JsonObject Contact(string phoneNumber, string firstName) =>
        new() { ["contact"] = new JsonObject { ["phone_number"] = phoneNumber, ["first_name"] = firstName } };

    public static JsonObject Captioned(string kind, JsonNode body, string? caption)
    {
        var content = new JsonObject { [kind] = body };
        if (caption is not null)
            content["caption"] = caption;
        return content;
    }

    public static JsonObject Poll(string question, IEnumerable<string> options) => new()
    {
        ["poll"] = new JsonObject
        {
            ["id"] = "1",
            ["question"] = question,
            ["options"] = new JsonArray([.. options.Select((text, index) => new JsonObject
            {
                ["persistent_id"] = index.ToString(CultureInfo.InvariantCulture), ["text"] = text, ["voter_count"] = 0,
            })]),
            ["total_voter_count"] = 0,
            ["is_closed"] = false,
            ["is_anonymous"] = true,
            ["type"] = "regular",
            ["allows_multiple_answers"] = false,
            ["allows_revoting"] = true,
            ["members_only"] = false,
        },
    };

    /// <summary>A press. The message comes along as it is now; one that is gone comes as inaccessible, with the date 0.</summary>
    public static JsonObject CallbackQuery(Press press, Person from, Chat chat, int messageId, string data) => new()
    {
        ["id"] = press.QueryId,
        ["from"] = from.ToJson(),
        ["message"] = chat.Messages.TryGetValue(messageId, out var message)
            ? message.ToJson(chat)
            : new JsonObject { ["message_id"] = messageId, ["chat"] = chat.ToJson(), ["date"] = 0 },
        ["chat_instance"] = (chat.Id * 7919).ToString(CultureInfo.InvariantCulture),
        ["data"] = data,
    };

    /// <summary>A person's reaction to a message.</summary>
    public static JsonObject Reaction(World world, Chat chat, Person from, int messageId, string emoji) => new()
    {
        ["chat"] = chat.ToJson(),
        ["message_id"] = messageId,
        ["user"] = from.ToJson(),
        ["date"] = world.Now.ToUnixTimeSeconds(),
        ["old_reaction"] = new JsonArray(),
        ["new_reaction"] = new JsonArray(new JsonObject { ["type"] = "emoji", ["emoji"] = emoji }),
    };

    /// <summary>The bot's membership of a chat changed.</summary>
    public static JsonObject Membership(World world, Chat chat, Person by, string before, string after) => new()
    {
        ["chat"] = chat.ToJson(),
        ["from"] = by.ToJson(),
        ["date"] = world.Now.ToUnixTimeSeconds(),
        ["old_chat_member"] = Member(world.Bot.Person, before),
        ["new_chat_member"] = Member(world.Bot.Person, after),
    };

    private static JsonObject Member(Person bot, string status)
    {
        var json = new JsonObject { ["user"] = bot.ToJson(), ["status"] = status };
        if (status == "kicked")
            json["until_date"] = 0;
        return json;
    }
}
