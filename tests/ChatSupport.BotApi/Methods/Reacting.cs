using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary><c>setMessageReaction</c>: a bot sets one reaction on a message, from a fixed set.</summary>
internal static class Reacting
{
    private const string Emojis =
        "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡";

    private static readonly HashSet<string> Allowed = [.. Emojis.Split(' ')];

    public static JsonNode SetMessageReaction(World world, Call call)
    {
        var chat = world.Find(call, Access.Read);
        if (!chat.Messages.TryGetValue((int)(call.Number("message_id") ?? 0), out var message))
            throw RefusedException.BadRequest("message to react not found");
        var reactions = call.Json("reaction") as JsonArray ?? [];
        if (reactions.Count > 1)
            throw new RefusedException(400, "Bad Request: REACTIONS_TOO_MANY");
        var emoji = reactions.Count == 0 ? null : reactions[0]?["emoji"]?.ToString();
        if (reactions.Count == 1 && (emoji is null || !Allowed.Contains(emoji)))
            throw new RefusedException(400, "Bad Request: REACTION_INVALID");
        message.Reaction = emoji;
        chat.Changed();
        return true;
    }
}
