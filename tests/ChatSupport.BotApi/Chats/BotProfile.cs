using System.Text.Json.Nodes;

namespace ChatSupport.BotApi.Chats;

/// <summary>The bot itself and what it says about itself.</summary>
internal sealed class BotProfile(long id, BotApiOptions options)
{
    /// <summary>The bot as a user.</summary>
    public Person Person { get; private set; } = new(id, "Emulated", Username: "emulated_bot", IsBot: true);

    /// <summary>Commands as JSON arrays, by scope and language.</summary>
    public Dictionary<string, JsonArray> Commands { get; } = new(StringComparer.Ordinal);

    /// <summary>Name, description and short description, by kind and language.</summary>
    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Menu buttons by chat; 0 is the one for all.</summary>
    public Dictionary<long, JsonObject> MenuButtons { get; } = [];

    /// <summary>Gives the bot its name in every language that has none of its own.</summary>
    public void Rename(string name) => Person = Person with { FirstName = name };

    /// <summary>The answer of <c>getMe</c>, which says more than a user inside a message.</summary>
    public JsonObject ToFullJson()
    {
        var json = Person.ToJson();
        json["can_join_groups"] = true;
        json["can_read_all_group_messages"] = options.ReadsAllGroupMessages;
        json["supports_inline_queries"] = false;
        json["supports_guest_queries"] = false;
        json["can_connect_to_business"] = false;
        json["has_main_web_app"] = false;
        json["has_topics_enabled"] = options.TopicsInPrivateChats;
        json["allows_users_to_create_topics"] = options.TopicsInPrivateChats;
        json["can_manage_bots"] = false;
        json["supports_join_request_queries"] = false;
        return json;
    }
}
