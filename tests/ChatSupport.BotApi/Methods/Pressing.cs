using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.People;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Methods;

/// <summary><c>answerCallbackQuery</c>.</summary>
internal static class Pressing
{
    private const int MostInAnswer = 200;

    public static JsonNode AnswerCallbackQuery(World world, Call call)
    {
        var text = call.Text("text");
        if (text?.Length > MostInAnswer)
            throw new RefusedException(400, "Bad Request: MESSAGE_TOO_LONG");
        world.Presses.Answer(call.Text("callback_query_id"), new PressAnswer(text, call.Flag("show_alert"), call.Text("url")));
        return true;
    }
}
