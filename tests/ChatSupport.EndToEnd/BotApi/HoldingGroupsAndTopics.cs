using System.Text.Json.Nodes;

namespace ChatSupport.EndToEnd.BotApi;

public sealed class HoldingGroupsAndTopics : BotApiTest
{
    [Fact]
    public async Task In_a_group_the_bot_hears_what_is_addressed_to_it_only()
    {
        var (group, member) = (Api.Group(), Api.Worker());
        group.Says(member, "among ourselves");
        group.Says(member, "/help");
        group.Says(member, "ask @emulated_bot");
        await Result("sendMessage", new { chat_id = group.ChatId, text = "yes?" });
        group.Says(member, "to you", answers: group.LastFromBot);

        var heard = (await Result("getUpdates")).AsArray().Select(update => update!["message"]!["text"]!.ToString());

        Assert.Equal(["/help", "ask @emulated_bot", "to you"], heard);
    }

    [Fact]
    public async Task A_migration_is_told_in_both_chats()
    {
        var group = Api.Group();
        var moved = group.BecomesSupergroup(Api.Worker());

        var messages = (await Result("getUpdates")).AsArray().Select(update => update!["message"]!).ToList();

        Assert.Equal(moved.ChatId, messages[0]["migrate_to_chat_id"]!.GetValue<long>());
        Assert.Equal(group.ChatId, messages[1]["migrate_from_chat_id"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_private_topic_holds_its_messages_and_goes_with_them()
    {
        var worker = WorkerWhoWrote();
        var topic = (await Result("createForumTopic", new { chat_id = worker.Id, name = "Chat 1" }))["message_thread_id"]!.GetValue<int>();
        await Result("sendMessage", new { chat_id = worker.Id, message_thread_id = topic, text = "in it" });
        worker.Sends("also in it", topic);

        var updates = (await Result("getUpdates")).AsArray();
        Assert.Equal(topic, updates[^1]!["message"]!["message_thread_id"]!.GetValue<int>());
        Assert.True(updates[^1]!["message"]!["is_topic_message"]!.GetValue<bool>());
        Assert.Equal("400 Bad Request: message thread not found", await Refusal("sendMessage", new { chat_id = worker.Id, message_thread_id = 999, text = "x" }));
        await Result("deleteForumTopic", new { chat_id = worker.Id, message_thread_id = topic });
        Assert.Single(worker.Screen);
    }

    [Fact]
    public async Task A_closed_topic_takes_nothing_until_it_is_opened()
    {
        var forum = Api.Supergroup(isForum: true);
        var topic = forum.CreatesTopic(Api.Worker(), "Desk");
        await Result("closeForumTopic", new { chat_id = forum.ChatId, message_thread_id = topic });

        Assert.Equal("400 Bad Request: TOPIC_CLOSED", await Refusal("sendMessage", new { chat_id = forum.ChatId, message_thread_id = topic, text = "x" }));
        await Result("reopenForumTopic", new { chat_id = forum.ChatId, message_thread_id = topic });
        await Result("sendMessage", new { chat_id = forum.ChatId, message_thread_id = topic, text = "x" });
    }

    [Fact]
    public async Task A_copy_has_no_author_a_forward_has_and_protected_messages_stay()
    {
        var (worker, peer) = (WorkerWhoWrote(), WorkerWhoWrote());
        var voice = worker.SendsVoice([1, 2, 3]);

        await Result("copyMessage", new { chat_id = peer.Id, from_chat_id = worker.Id, message_id = voice.Id });
        var copy = peer.LastFromBot!;
        Assert.Equal("voice", copy.Kind);
        Assert.False(copy.Json.ContainsKey("forward_origin"));
        await Result("forwardMessage", new { chat_id = peer.Id, from_chat_id = worker.Id, message_id = voice.Id });
        Assert.Equal(worker.Id, peer.LastFromBot!.Json["forward_origin"]!["sender_user"]!["id"]!.GetValue<long>());

        await Result("sendMessage", new { chat_id = worker.Id, text = "secret", protect_content = true });
        Assert.Equal(
            "400 Bad Request: message can't be copied",
            await Refusal("copyMessage", new { chat_id = peer.Id, from_chat_id = worker.Id, message_id = worker.LastFromBot!.Id }));
    }

    [Fact]
    public async Task A_press_on_a_message_that_is_gone_comes_with_an_inaccessible_message()
    {
        var worker = WorkerWhoWrote();
        await Result("sendMessage", new { chat_id = worker.Id, text = "menu", reply_markup = new { inline_keyboard = new[] { new[] { new { text = "one", callback_data = "a" } } } } });
        var old = worker.LastFromBot!;
        await Result("deleteMessage", new { chat_id = worker.Id, message_id = old.Id });

        worker.Presses("one", on: old);

        var update = (await Result("getUpdates")).AsArray()[^1]!;
        Assert.Equal(0, update["callback_query"]!["message"]!["date"]!.GetValue<long>());
    }

    [Fact]
    public async Task Entities_count_utf16_units()
    {
        var worker = Api.Worker();
        worker.Sends("👍 /help");
        await Result("sendMessage", new { chat_id = worker.Id, text = "👍 <b>ខ្មែរ</b> x", parse_mode = "HTML" });

        var heard = (await Result("getUpdates")).AsArray()[0]!["message"]!["entities"]![0]!;
        Assert.Equal((3, 5), (heard["offset"]!.GetValue<int>(), heard["length"]!.GetValue<int>()));
        var said = worker.LastFromBot!.Json["entities"]![0]!;
        Assert.Equal((3, "ខ្មែរ".Length, "bold"), (said["offset"]!.GetValue<int>(), said["length"]!.GetValue<int>(), said["type"]!.ToString()));
    }

    [Fact]
    public async Task Every_kind_of_message_arrives()
    {
        var worker = Api.Worker();
        worker.SendsSticker();
        worker.SendsVideo([1]);
        worker.SendsDocument([1], "a.pdf");
        worker.SendsContact("000", "Sample");
        worker.SendsPoll("one?", "yes", "no");
        worker.SendsContent(new JsonObject { ["hologram"] = new JsonObject() });
        Api.Channel().Posts("news");

        var updates = (await Result("getUpdates")).AsArray();

        var kinds = new[] { "sticker", "video", "document", "contact", "poll", "hologram" };
        Assert.All(kinds.Zip(updates), pair => Assert.True(pair.Second!["message"]!.AsObject().ContainsKey(pair.First)));
        Assert.NotNull(updates[^1]!["channel_post"]);
    }
}
