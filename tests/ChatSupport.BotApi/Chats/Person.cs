using System.Text.Json.Nodes;

namespace ChatSupport.BotApi.Chats;

/// <summary>A user of the messenger, the bot included.</summary>
internal sealed record Person(long Id, string FirstName, string? LanguageCode = null, string? Username = null, bool IsBot = false, string? LastName = null)
{
    /// <summary>The <c>User</c> object as it stands inside messages and updates.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["is_bot"] = IsBot, ["first_name"] = FirstName };
        if (LastName is not null)
            json["last_name"] = LastName;
        if (Username is not null)
            json["username"] = Username;
        if (LanguageCode is not null)
            json["language_code"] = LanguageCode;
        return json;
    }
}
