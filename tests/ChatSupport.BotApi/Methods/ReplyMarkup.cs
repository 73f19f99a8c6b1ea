using System.Text;
using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary>Keyboards: inline ones belong to a message, reply keyboards to the chat.</summary>
internal static class ReplyMarkup
{
    private const int MostDataBytes = 64;
    private const int MostButtons = 100;

    private static readonly string[] InlineKinds =
        ["url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay"];

    /// <summary>The inline keyboard that a call gives; null for none or an empty one. A reply keyboard is put up in or taken from the chat.</summary>
    public static JsonObject? Read(Call call, Chat chat, bool inlineOnly = false)
    {
        switch (call.Json("reply_markup"))
        {
            case null:
                return null;
            case JsonObject markup when markup["inline_keyboard"] is JsonArray rows:
                return ReadInline(rows);
            case JsonObject markup when !inlineOnly && markup["keyboard"] is JsonArray:
                chat.Keyboard = (JsonObject)markup.DeepClone();
                return null;
            case JsonObject markup when !inlineOnly && markup["remove_keyboard"] is not null:
                chat.Keyboard = null;
                return null;
            case JsonObject markup when !inlineOnly && markup["force_reply"] is not null:
                return null;
            case JsonObject { Count: 0 }:
                return null;
            default:
                throw RefusedException.BadRequest(inlineOnly ? "inline keyboard expected" : "object expected as reply markup");
        }
    }

    private static JsonObject? ReadInline(JsonArray rows)
    {
        var kept = new JsonArray();
        var count = 0;
        foreach (var row in rows)
        {
            if (row is not JsonArray buttons)
                throw RefusedException.BadRequest("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
            if (buttons.Count == 0)
                continue;
            count += buttons.Count;
            kept.Add(new JsonArray([.. buttons.Select(Checked)]));
        }
        if (count > MostButtons)
            throw RefusedException.BadRequest("reply markup is too long");
        return kept.Count == 0 ? null : new JsonObject { ["inline_keyboard"] = kept };
    }

    private static JsonNode Checked(JsonNode? node)
    {
        if (node is not JsonObject button || button["text"] is null)
            throw RefusedException.BadRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
        if (!InlineKinds.Any(kind => button[kind] is not null))
            throw RefusedException.BadRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        if (string.IsNullOrWhiteSpace(button["text"]!.ToString()))
            throw RefusedException.BadRequest("can't parse inline keyboard button: Field \"text\" must be non-empty");
        if (button["callback_data"]?.ToString() is { } data && Encoding.UTF8.GetByteCount(data) > MostDataBytes)
            throw new RefusedException(400, "Bad Request: BUTTON_DATA_INVALID");
        return button.DeepClone();
    }
}
