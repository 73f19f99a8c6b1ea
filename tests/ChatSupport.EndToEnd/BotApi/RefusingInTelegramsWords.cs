using ChatSupport.BotApi.People;

namespace ChatSupport.EndToEnd.BotApi;

public sealed class RefusingInTelegramsWords : BotApiTest
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public async Task An_empty_text(string text) =>
        Assert.Equal("400 Bad Request: message text is empty", await Refusal("sendMessage", new { chat_id = WorkerWhoWrote().Id, text }));

    [Fact]
    public async Task A_text_over_4096_units()
    {
        var worker = WorkerWhoWrote();

        Assert.Equal("400 Bad Request: message is too long", await Refusal("sendMessage", new { chat_id = worker.Id, text = new string('ក', 4097) }));
        await Result("sendMessage", new { chat_id = worker.Id, text = new string('ក', 4096) });
    }

    [Fact]
    public async Task Button_data_over_64_bytes()
    {
        var worker = WorkerWhoWrote();

        Assert.Equal("400 Bad Request: BUTTON_DATA_INVALID", await Refusal("sendMessage", Menu(worker, new string('ក', 22))));
        await Result("sendMessage", Menu(worker, new string('ក', 21)));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing()
    {
        var worker = WorkerWhoWrote();
        await Result("sendMessage", Menu(worker, "a"));
        var id = worker.LastFromBot!.Id;
        var same = new { chat_id = worker.Id, message_id = id, text = "menu", reply_markup = Keyboard("a") };

        Assert.Equal(
            "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
            await Refusal("editMessageText", same));
        await Result("editMessageText", same with { reply_markup = Keyboard("b") });
        Assert.NotNull(worker.LastFromBot!.EditedAt);
    }

    [Fact]
    public async Task Messages_that_are_not_there_or_not_the_bots()
    {
        var worker = WorkerWhoWrote();
        var hers = worker.Screen[0].Id;

        Assert.Equal("400 Bad Request: message to edit not found", await Refusal("editMessageText", new { chat_id = worker.Id, message_id = 99, text = "x" }));
        Assert.Equal("400 Bad Request: message can't be edited", await Refusal("editMessageText", new { chat_id = worker.Id, message_id = hers, text = "x" }));
        Assert.Equal("400 Bad Request: message to delete not found", await Refusal("deleteMessage", new { chat_id = worker.Id, message_id = 99 }));
        Assert.Equal("400 Bad Request: message to be replied not found", await Refusal("sendMessage", new { chat_id = worker.Id, text = "x", reply_parameters = new { message_id = 99 } }));
    }

    [Fact]
    public async Task A_person_who_never_wrote()
    {
        Assert.Equal("400 Bad Request: chat not found", await Refusal("sendMessage", new { chat_id = Api.Worker().Id, text = "x" }));
        Assert.Equal("400 Bad Request: chat_id is empty", await Refusal("sendMessage", new { text = "x" }));
    }

    [Fact]
    public async Task A_person_who_blocked_the_bot_until_she_unblocks_it()
    {
        var worker = WorkerWhoWrote();
        worker.BlocksBot();
        Assert.Equal("403 Forbidden: bot was blocked by the user", await Refusal("sendMessage", new { chat_id = worker.Id, text = "x" }));
        worker.Sends("lost: her app does not send to a blocked bot");

        worker.UnblocksBot();
        await Result("sendMessage", new { chat_id = worker.Id, text = "x" });

        var kinds = (await Result("getUpdates")).AsArray().Select(update => update!["my_chat_member"]?["new_chat_member"]?["status"]?.ToString() ?? "message");
        Assert.Equal(["message", "kicked", "member"], kinds);
    }

    [Fact]
    public async Task A_person_whose_account_is_gone()
    {
        var worker = WorkerWhoWrote();
        worker.Deactivates();

        Assert.Equal("403 Forbidden: user is deactivated", await Refusal("sendMessage", new { chat_id = worker.Id, text = "x" }));
    }

    [Fact]
    public async Task A_group_that_threw_the_bot_out()
    {
        var (group, supergroup, member) = (Api.Group(), Api.Supergroup(), Api.Worker());
        group.KicksBot(member);
        supergroup.KicksBot(member);

        Assert.Equal("403 Forbidden: bot was kicked from the group chat", await Refusal("sendMessage", new { chat_id = group.ChatId, text = "x" }));
        Assert.Equal("403 Forbidden: bot was kicked from the supergroup chat", await Refusal("sendMessage", new { chat_id = supergroup.ChatId, text = "x" }));
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup()
    {
        var group = Api.Group();
        var moved = group.BecomesSupergroup(Api.Worker());

        var body = await Call("sendMessage", new { chat_id = group.ChatId, text = "x" });

        Assert.Equal("Bad Request: group chat was upgraded to a supergroup chat", body["description"]!.ToString());
        Assert.Equal(moved.ChatId, body["parameters"]!["migrate_to_chat_id"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_second_answer_to_a_press_and_one_that_comes_too_late()
    {
        var worker = WorkerWhoWrote();
        await Result("sendMessage", Menu(worker, "a"));
        var press = worker.Presses("a");
        await Result("answerCallbackQuery", new { callback_query_id = press.QueryId });
        const string TooOld = "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
        Assert.Equal(TooOld, await Refusal("answerCallbackQuery", new { callback_query_id = press.QueryId }));

        var late = worker.Presses("a");
        Api.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(TooOld, await Refusal("answerCallbackQuery", new { callback_query_id = late.QueryId }));
        Assert.False(late.IsAnswered);
    }

    [Fact]
    public async Task Methods_that_it_does_not_have_are_not_found()
    {
        Assert.Equal("404 Not Found: method not found", await Refusal("logOut"));
        Assert.Equal("404 Not Found: method not found", await Refusal("sendTelepathy"));
    }

    private static object Menu(Worker worker, string data) => new { chat_id = worker.Id, text = "menu", reply_markup = Keyboard(data) };

    private static object Keyboard(string data) => new { inline_keyboard = new[] { new[] { new { text = "one", callback_data = data } } } };
}
