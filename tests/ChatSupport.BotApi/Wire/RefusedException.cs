using System.Text.Json.Nodes;

namespace ChatSupport.BotApi.Wire;

/// <summary>The Bot API refuses a call, in its own words.</summary>
internal sealed class RefusedException(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    /// <summary>The error code, which is also the HTTP status.</summary>
    public int Code => code;

    /// <summary>What a client can act on: <c>retry_after</c>, <c>migrate_to_chat_id</c>.</summary>
    public JsonObject? Parameters => parameters;

    public static RefusedException BadRequest(string what) => new(400, "Bad Request: " + what);

    public static RefusedException Forbidden(string what) => new(403, "Forbidden: " + what);

    public static RefusedException Conflict(string what) => new(409, "Conflict: " + what);

    public static RefusedException TooMany(int seconds) =>
        new(429, $"Too Many Requests: retry after {seconds}", new JsonObject { ["retry_after"] = seconds });
}
