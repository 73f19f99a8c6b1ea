using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatSupport.BotApi;
using ChatSupport.BotApi.Methods;
using ChatSupport.BotApi.People;

namespace ChatSupport.EndToEnd.BotApi;

/// <summary>What the emulator answers is what the Bot API's types, written by others, say.</summary>
public sealed class EveryAnswerFitsTheTypes
{
    private static readonly string[] UpdateKinds =
        ["message", "edited_message", "callback_query", "my_chat_member", "message_reaction", "channel_post", "edited_channel_post"];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_every_method_and_every_kind_of_update()
    {
        await using var api = await BotApiServer.Start();
        using (var calls = new EveryCall(api, Cancel))
            await calls.Make();

        var succeeded = api.Recorded.Where(call => call.Succeeded).Select(call => call.Method).Distinct();
        Assert.Equal(MethodTable.Names.Append("getUpdates").Order(StringComparer.Ordinal), succeeded.Order(StringComparer.Ordinal));
        Assert.Equal(UpdateKinds.Order(StringComparer.Ordinal), Updates(api).Select(Kind).Distinct().Order(StringComparer.Ordinal));
        await Compile("recorded.ts", Constants(api));
    }

    [Fact]
    public async Task And_a_wrong_answer_does_not_fit()
    {
        const string Wrong = """
            import type { ApiMethods } from "@grammyjs/types";
            export const me: ReturnType<ApiMethods<Uint8Array>["getMe"]> = { id: 1, is_bot: true, first_name: "x", username: "x_bot" };
            """;

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Compile("wrong.ts", Wrong));

        Assert.Contains("error TS2", refused.Message, StringComparison.Ordinal);
    }

    private static string Constants(BotApiServer api)
    {
        var text = new StringBuilder("import type { ApiError, ApiMethods, Update } from \"@grammyjs/types\";\ntype Methods = ApiMethods<Uint8Array>;\n");
        var number = 0;
        foreach (var call in api.Recorded.Where(call => call.Method != "getUpdates" || !call.Succeeded))
            text.AppendLine($"export const c{++number}_{call.Method}: {TypeOf(call)} = {Literal(call)};");
        foreach (var update in Updates(api))
            text.AppendLine($"export const u{++number}_{Kind(update)}: Update = {Literal(update)};");
        return text.ToString();
    }

    private static string TypeOf(RecordedCall call) => call switch
    {
        { Succeeded: false } => "ApiError",
        // Declared as any captioned message, which does not name the field that has the caption.
        { Method: "editMessageCaption" } => "ReturnType<Methods[\"sendVoice\"]> & { edit_date: number }",
        _ => $"ReturnType<Methods[\"{call.Method}\"]>",
    };

    private static string Literal(RecordedCall call)
    {
        var body = JsonNode.Parse(call.Response)!;
        return Literal(call.Succeeded ? body["result"]! : body);
    }

    /// <summary>As TypeScript. An answered message is declared to have no further answered message in it by <c>reply_to_message: undefined</c>, which JSON cannot say.</summary>
    private static string Literal(JsonNode json)
    {
        const string Undefined = "(undefined)";
        var message = (json as JsonObject)?["callback_query"]?["message"] ?? (json as JsonObject)?["message"] ?? json;
        if ((message as JsonObject)?["reply_to_message"] is JsonObject answered)
            answered["reply_to_message"] = Undefined;
        return json.ToJsonString(Readable).Replace($"\"{Undefined}\"", "undefined", StringComparison.Ordinal);
    }

    private static IEnumerable<JsonObject> Updates(BotApiServer api) =>
        from call in api.Recorded
        where call.Method == "getUpdates" && call.Succeeded
        from update in JsonNode.Parse(call.Response)!["result"]!.AsArray()
        select update.AsObject();

    private static string Kind(JsonObject update) => update.First(field => field.Key != "update_id").Key;

    private static async Task Compile(string name, string program)
    {
        var folder = Path.Combine(NodePeers.Folder, "generated", Path.GetFileNameWithoutExtension(name));
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, name), program, Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "tsconfig.json"), """{ "extends": "../../types/tsconfig.json", "include": ["*.ts"] }""", Cancel);
        await NodePeers.Run("node", ["node_modules/typescript/bin/tsc", "--noEmit", "--project", folder], Cancel);
    }
}
