using System.Text.Json.Nodes;

namespace ChatSupport.BotApi.Wire;

/// <summary>What goes back: the HTTP status and the JSON body.</summary>
internal sealed record Answer(int Status, string Body)
{
    public static Answer Of(JsonNode result) => new(200, new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString());

    public static Answer Of(RefusedException refused)
    {
        var json = new JsonObject { ["ok"] = false, ["error_code"] = refused.Code, ["description"] = refused.Message };
        if (refused.Parameters is { } parameters)
            json["parameters"] = parameters.DeepClone();
        return new Answer(refused.Code, json.ToJsonString());
    }
}
