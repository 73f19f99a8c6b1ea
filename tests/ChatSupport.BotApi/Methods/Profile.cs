using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary>What the bot says about itself: commands by scope and language, name and descriptions by language, the menu button.</summary>
internal static partial class Profile
{
    private const int MostCommands = 100;

    private static readonly HashSet<string> Scopes = new(StringComparer.Ordinal)
    {
        "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators", "chat_member",
    };

    public static JsonNode GetMe(World world, Call call) => world.Bot.ToFullJson();

    public static JsonNode SetMyCommands(World world, Call call)
    {
        if (call.Json("commands") is not JsonArray commands)
            throw RefusedException.BadRequest("expected an Array of BotCommand");
        if (commands.Count > MostCommands)
            throw new RefusedException(400, "Bad Request: BOT_COMMANDS_TOO_MUCH");
        foreach (var command in commands)
            Check(command);
        world.Bot.Commands[ScopeKey(call)] = (JsonArray)commands.DeepClone();
        return true;
    }

    public static JsonNode GetMyCommands(World world, Call call) =>
        world.Bot.Commands.GetValueOrDefault(ScopeKey(call))?.DeepClone() ?? new JsonArray();

    public static JsonNode DeleteMyCommands(World world, Call call)
    {
        world.Bot.Commands.Remove(ScopeKey(call));
        return true;
    }

    public static JsonNode SetMyName(World world, Call call)
    {
        SetText(world, call, "name", most: 64);
        if (Language(call).Length == 0 && call.Text("name") is { Length: > 0 } name)
            world.Bot.Rename(name);
        return true;
    }

    public static JsonNode GetMyName(World world, Call call) =>
        new JsonObject { ["name"] = TextOf(world, call, "name") ?? world.Bot.Person.FirstName };

    public static JsonNode SetMyDescription(World world, Call call) => SetText(world, call, "description", most: 512);

    public static JsonNode GetMyDescription(World world, Call call) => new JsonObject { ["description"] = TextOf(world, call, "description") ?? "" };

    public static JsonNode SetMyShortDescription(World world, Call call) => SetText(world, call, "short_description", most: 120);

    public static JsonNode GetMyShortDescription(World world, Call call) =>
        new JsonObject { ["short_description"] = TextOf(world, call, "short_description") ?? "" };

    public static JsonNode SetChatMenuButton(World world, Call call)
    {
        var chat = call.Has("chat_id") ? world.Find(call, Access.Read).Id : 0;
        var button = call.Json("menu_button") as JsonObject ?? new JsonObject { ["type"] = "default" };
        if (button["type"]?.ToString() is not ("default" or "commands" or "web_app"))
            throw RefusedException.BadRequest("menuButton has unsupported type");
        world.Bot.MenuButtons[chat] = button;
        return true;
    }

    public static JsonNode GetChatMenuButton(World world, Call call) =>
        (world.Bot.MenuButtons.GetValueOrDefault(call.Number("chat_id") ?? 0) ?? world.Bot.MenuButtons.GetValueOrDefault(0))?.DeepClone()
        ?? new JsonObject { ["type"] = "commands" };

    private static JsonNode SetText(World world, Call call, string kind, int most)
    {
        var text = call.Text(kind) ?? "";
        if (text.Length > most)
            throw RefusedException.BadRequest($"{kind.Replace('_', ' ')} is too long");
        var key = kind + ":" + Language(call);
        if (text.Length == 0)
            world.Bot.Texts.Remove(key);
        else
            world.Bot.Texts[key] = text;
        return true;
    }

    private static string? TextOf(World world, Call call, string kind) =>
        world.Bot.Texts.GetValueOrDefault(kind + ":" + Language(call)) ?? world.Bot.Texts.GetValueOrDefault(kind + ":");

    private static string ScopeKey(Call call)
    {
        var scope = call.Json("scope") as JsonObject ?? new JsonObject { ["type"] = "default" };
        var type = scope["type"]?.ToString() ?? "";
        if (!Scopes.Contains(type))
            throw RefusedException.BadRequest("can't parse BotCommandScope: Unsupported type specified");
        if (type.StartsWith("chat", StringComparison.Ordinal) && scope["chat_id"] is null)
            throw RefusedException.BadRequest("can't parse BotCommandScope: Empty chat_id specified");
        return $"{type}:{scope["chat_id"]}:{scope["user_id"]}:{Language(call)}";
    }

    private static string Language(Call call)
    {
        var code = call.Text("language_code") ?? "";
        return code.Length == 0 || LanguageCode().IsMatch(code) ? code : throw RefusedException.BadRequest("invalid language code specified");
    }

    private static void Check(JsonNode? node)
    {
        if (node is not JsonObject command)
            throw RefusedException.BadRequest("can't parse BotCommand: expected an Object");
        if (!CommandName().IsMatch((command["command"]?.ToString() ?? "").TrimStart('/')))
            throw new RefusedException(400, "Bad Request: BOT_COMMAND_INVALID");
        if (command["description"]?.ToString() is not { Length: >= 1 and <= 256 })
            throw new RefusedException(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
    }

    [GeneratedRegex("^[a-z]{2}$")]
    private static partial Regex LanguageCode();

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex CommandName();
}
