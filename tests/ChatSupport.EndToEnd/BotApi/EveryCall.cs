using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatSupport.BotApi;
using ChatSupport.BotApi.People;

namespace ChatSupport.EndToEnd.BotApi;

/// <summary>Calls every method of the emulator once or more over plain HTTP, and lets every kind of update happen.</summary>
internal sealed class EveryCall(BotApiServer api, CancellationToken cancel) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(api.Url) };

    public void Dispose() => http.Dispose();

    public async Task Make()
    {
        var worker = api.Worker("km");
        await Ask();
        await Poll("message", "edited_message", "callback_query", "my_chat_member", "message_reaction", "channel_post", "edited_channel_post");
        await Describe();
        await SendTo(worker);
        await ChangeFor(worker);
        await UseTopics(worker);
        await UseGroups(worker);
        HappensTo(worker);
        await Poll();
        await UseWebhook();
    }

    private async Task Ask()
    {
        await Call("getMe");
        await Call("getWebhookInfo");
    }

    private Task<JsonNode> Poll(params string[] kinds) =>
        Call("getUpdates", kinds.Length == 0 ? new() { ["limit"] = 100 } : new() { ["allowed_updates"] = new JsonArray([.. kinds.Select(kind => JsonValue.Create(kind))]) });

    private async Task Describe()
    {
        await Call("setMyCommands", new()
        {
            ["commands"] = new JsonArray(new JsonObject { ["command"] = "start", ["description"] = "ចាប់ផ្តើម" }),
            ["scope"] = new JsonObject { ["type"] = "all_private_chats" },
            ["language_code"] = "km",
        });
        await Call("getMyCommands", new() { ["scope"] = new JsonObject { ["type"] = "all_private_chats" }, ["language_code"] = "km" });
        await Call("deleteMyCommands", new() { ["language_code"] = "km" });
        foreach (var (kind, suffix) in new[] { ("name", "MyName"), ("description", "MyDescription"), ("short_description", "MyShortDescription") })
        {
            await Call("set" + suffix, new() { [kind] = "ជំនួយ", ["language_code"] = "km" });
            await Call("get" + suffix, new() { ["language_code"] = "km" });
        }
        await Call("setChatMenuButton", new() { ["menu_button"] = new JsonObject { ["type"] = "commands" } });
        await Call("getChatMenuButton");
    }

    private async Task SendTo(Worker worker)
    {
        worker.Sends("/start https://example.org @emulated_bot");
        await Call("sendMessage", new()
        {
            ["chat_id"] = worker.Id,
            ["text"] = "<b>ជម្រើស</b> 1",
            ["parse_mode"] = "HTML",
            ["protect_content"] = true,
            ["reply_parameters"] = new JsonObject { ["message_id"] = 1 },
            ["reply_markup"] = Keyboard("a1"),
        });
        await Call("sendLocation", new() { ["chat_id"] = worker.Id, ["latitude"] = 11.55, ["longitude"] = 104.92 });
        await Call("sendVenue", new() { ["chat_id"] = worker.Id, ["latitude"] = 11.55, ["longitude"] = 104.92, ["title"] = "Sample clinic", ["address"] = "Sample street" });
        await Call("sendContact", new() { ["chat_id"] = worker.Id, ["phone_number"] = "000", ["first_name"] = "Sample" });
        await Call("sendChatAction", new() { ["chat_id"] = worker.Id, ["action"] = "typing" });
        await Upload("sendVoice", "voice", worker.Id);
        await Upload("sendPhoto", "photo", worker.Id);
        await Upload("sendDocument", "document", worker.Id);
        await ChangePicture(worker.Id, worker.Screen.First(message => message.Kind == "photo").Id);
        await Call("getFile", new() { ["file_id"] = worker.Screen.First(message => message.Kind == "voice").Json["voice"]!["file_id"]!.ToString() });
        await Call("getChat", new() { ["chat_id"] = worker.Id });
    }

    private async Task ChangeFor(Worker worker)
    {
        var menu = worker.Screen.First(message => message.Rows.Count > 0);
        var press = worker.Presses("a1");
        await Call("answerCallbackQuery", new() { ["callback_query_id"] = press.QueryId, ["text"] = "ok" });
        await Call("editMessageText", new() { ["chat_id"] = worker.Id, ["message_id"] = menu.Id, ["text"] = "changed", ["reply_markup"] = Keyboard("a2") });
        await Call("editMessageText", new() { ["chat_id"] = worker.Id, ["message_id"] = menu.Id, ["text"] = "changed", ["reply_markup"] = Keyboard("a2") });
        await Call("editMessageReplyMarkup", new() { ["chat_id"] = worker.Id, ["message_id"] = menu.Id });
        var voice = worker.Screen.First(message => message.Kind == "voice");
        await Call("editMessageCaption", new() { ["chat_id"] = worker.Id, ["message_id"] = voice.Id, ["caption"] = "heard" });
        await Call("setMessageReaction", new() { ["chat_id"] = worker.Id, ["message_id"] = 1, ["reaction"] = new JsonArray(new JsonObject { ["type"] = "emoji", ["emoji"] = "👍" }) });
        foreach (var verb in new[] { "copyMessage", "forwardMessage" })
        {
            await Call(verb, new() { ["chat_id"] = worker.Id, ["from_chat_id"] = worker.Id, ["message_id"] = 1 });
            await Call(verb + "s", new() { ["chat_id"] = worker.Id, ["from_chat_id"] = worker.Id, ["message_ids"] = new JsonArray(1) });
        }
        await Call("deleteMessage", new() { ["chat_id"] = worker.Id, ["message_id"] = menu.Id });
        await Call("deleteMessages", new() { ["chat_id"] = worker.Id, ["message_ids"] = new JsonArray(voice.Id, 999) });
        await Call("sendMessage", new() { ["chat_id"] = 42, ["text"] = "nobody" });
    }

    private async Task UseTopics(Worker worker)
    {
        var forum = api.Supergroup(isForum: true);
        foreach (var chat in new[] { worker.Id, forum.ChatId })
        {
            var topic = (await Call("createForumTopic", new() { ["chat_id"] = chat, ["name"] = "Sample" }))["message_thread_id"]!.GetValue<int>();
            await Call("sendMessage", new() { ["chat_id"] = chat, ["text"] = "in the topic", ["message_thread_id"] = topic });
            await Call("editForumTopic", new() { ["chat_id"] = chat, ["message_thread_id"] = topic, ["name"] = "Other" });
            if (chat == forum.ChatId)
            {
                await Call("closeForumTopic", new() { ["chat_id"] = chat, ["message_thread_id"] = topic });
                await Call("reopenForumTopic", new() { ["chat_id"] = chat, ["message_thread_id"] = topic });
            }
            await Call("deleteForumTopic", new() { ["chat_id"] = chat, ["message_thread_id"] = topic });
        }
        forum.CreatesTopic(worker, "By a member");
    }

    private async Task UseGroups(Worker worker)
    {
        var group = api.Group();
        group.Says(worker, "/start");
        await Call("sendMessage", new() { ["chat_id"] = group.ChatId, ["text"] = "write to me alone" });
        var moved = group.BecomesSupergroup(worker);
        await Call("sendMessage", new() { ["chat_id"] = group.ChatId, ["text"] = "moved" });
        await Call("getChat", new() { ["chat_id"] = moved.ChatId });
        moved.KicksBot(worker);
        moved.AddsBot(worker);
        await Call("leaveChat", new() { ["chat_id"] = moved.ChatId });
        var channel = api.Channel();
        channel.Edits(channel.Posts("post"), "edited post");
    }

    private static void HappensTo(Worker worker)
    {
        worker.Edits(worker.Sends("typo"), "no typo");
        worker.SharesLocation(11.5, 104.9);
        worker.SendsVoice([1, 2]);
        worker.SendsPhoto([1, 2], "caption");
        worker.SendsVideo([1]);
        worker.SendsDocument([1], "paper.pdf");
        worker.SendsSticker();
        worker.SendsContact("000", "Sample");
        worker.SendsPoll("one?", "yes", "no");
        worker.CreatesTopic("hers");
        worker.Reacts(worker.Screen[0], "👍");
        worker.BlocksBot();
        worker.UnblocksBot();
    }

    private async Task UseWebhook()
    {
        await Call("setWebhook", new() { ["url"] = "http://127.0.0.1:9/hook", ["secret_token"] = "s", ["drop_pending_updates"] = true });
        await Call("getWebhookInfo");
        await Call("getUpdates");
        await Call("deleteWebhook");
    }

    private async Task<JsonNode> Call(string method, JsonObject? arguments = null)
    {
        using var response = await http.PostAsJsonAsync($"/bot{api.Token}/{method}", arguments ?? [], cancel);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancel))!;
        return body["result"] ?? body;
    }

    private async Task Upload(string method, string field, long chat)
    {
        using var form = new MultipartFormDataContent { { new StringContent($"{chat}"), "chat_id" }, { new StringContent("attach://0"), field } };
        form.Add(new ByteArrayContent([1, 2, 3]), "0", "file.bin");
        using var response = await http.PostAsync($"/bot{api.Token}/{method}", form, cancel);
    }

    private async Task ChangePicture(long chat, int message)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"{chat}"), "chat_id" }, { new StringContent($"{message}"), "message_id" },
            { new StringContent("""{"type":"photo","media":"attach://0","has_spoiler":true}"""), "media" },
        };
        form.Add(new ByteArrayContent([4, 5, 6]), "0", "file.bin");
        using var response = await http.PostAsync($"/bot{api.Token}/editMessageMedia", form, cancel);
    }

    private static JsonObject Keyboard(string data) => new()
    {
        ["inline_keyboard"] = new JsonArray(new JsonArray(
            new JsonObject { ["text"] = "១", ["callback_data"] = data },
            new JsonObject { ["text"] = "map", ["url"] = "https://example.org" })),
    };
}
