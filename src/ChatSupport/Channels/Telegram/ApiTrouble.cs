using Telegram.Bot.Exceptions;

namespace ChatSupport.Channels.Telegram;

/// <summary>Says what went wrong in a call without repeating what the call said: addresses hold the token, answers may hold a text.</summary>
internal static class ApiTrouble
{
    private static readonly string[] harmless =
    [
        "message is not modified", "message to edit not found", "message can't be edited", "message to delete not found", "message can't be deleted",
        "message is too long", "message text is empty", "chat not found", "BUTTON_DATA_INVALID", "MESSAGE_ID_INVALID", "there is no text in the message to edit",
        "group chat was upgraded to a supergroup chat", "bot was blocked by the user", "user is deactivated", "bot can't initiate conversation",
        "bot was kicked", "terminated by other getUpdates request", "can't use getUpdates method while webhook is active", "query is too old",
        "not enough rights", "Too Many Requests", "Unauthorized", "wrong file identifier", "PEER_ID_INVALID", "wrong type of the web page content",
        "bad webhook", "HTTPS url must be provided", "secret token contains unallowed characters", "VOICE_MESSAGES_FORBIDDEN",
    ];

    /// <summary>A few words for a log line.</summary>
    public static string Of(Exception fault) => fault switch
    {
        ApiRequestException answer => $"answer {answer.ErrorCode} ({Known(answer.Message) ?? "not a known reason"})",
        RequestException { HttpStatusCode: { } status } => $"HTTP status {(int)status} without a readable answer",
        HttpRequestException http => $"network trouble ({http.HttpRequestError})",
        OperationCanceledException or TimeoutException => "no answer in time",
        RequestException { InnerException: { } inner } => Of(inner),
        _ => fault.GetType().Name,
    };

    /// <summary>The token is not one that this server knows.</summary>
    public static bool IsUnknownToken(Exception fault) => fault is ApiRequestException { ErrorCode: 401 or 404 }
        or RequestException { HttpStatusCode: System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.NotFound };

    /// <summary>The server says this.</summary>
    public static bool Says(ApiRequestException answer, string what) => answer.Message.Contains(what, StringComparison.OrdinalIgnoreCase);

    private static string? Known(string message) => harmless.FirstOrDefault(reason => message.Contains(reason, StringComparison.OrdinalIgnoreCase));
}
