using System.Text.Json.Nodes;

namespace ChatSupport.BotApi.Wire;

/// <summary>What goes back: the HTTP status, the body and its type. Status 0: nothing, the connection breaks.</summary>
internal sealed record Answer(int Status, string Body, string ContentType = "application/json")
{
    public static Answer Of(JsonNode result, string? remark = null)
    {
        var json = new JsonObject { ["ok"] = true, ["result"] = result };
        if (remark is not null)
            json["description"] = remark;
        return new Answer(200, json.ToJsonString());
    }

    public static Answer Of(RefusedException refused)
    {
        var json = new JsonObject { ["ok"] = false, ["error_code"] = refused.Code, ["description"] = refused.Message };
        if (refused.Parameters is { } parameters)
            json["parameters"] = parameters.DeepClone();
        return new Answer(refused.Code, json.ToJsonString());
    }
}
