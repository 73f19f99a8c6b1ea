namespace ChatSupport.EndToEnd.BotApi;

public sealed class DeletingMessages : BotApiTest
{
    [Fact]
    public async Task In_a_private_chat_hers_and_the_bots_go_within_48_hours_and_not_after()
    {
        var worker = WorkerWhoWrote();
        await Result("sendMessage", new { chat_id = worker.Id, text = "young" });
        Api.Clock.Advance(TimeSpan.FromHours(47));
        await Result("deleteMessages", new { chat_id = worker.Id, message_ids = worker.Screen.Select(message => message.Id) });
        Assert.Empty(worker.Screen);

        var old = worker.Sends("old");
        Api.Clock.Advance(TimeSpan.FromHours(48));
        Assert.Equal("400 Bad Request: message can't be deleted for everyone", await Refusal("deleteMessage", new { chat_id = worker.Id, message_id = old.Id }));
        Assert.Single(worker.Screen);
    }

    [Fact]
    public async Task Many_at_once_pass_over_those_that_are_gone()
    {
        var worker = WorkerWhoWrote();

        await Result("deleteMessages", new { chat_id = worker.Id, message_ids = new[] { 77, worker.Screen[0].Id } });

        Assert.Empty(worker.Screen);
        Assert.Equal("400 Bad Request: too many message identifiers specified", await Refusal("deleteMessages", new { chat_id = worker.Id, message_ids = Enumerable.Range(1, 101) }));
    }

    [Fact]
    public async Task In_a_group_a_members_message_stays()
    {
        var (group, member) = (Api.Group(), Api.Worker());
        var hers = group.Says(member, "/hello");

        Assert.Equal("400 Bad Request: message can't be deleted", await Refusal("deleteMessage", new { chat_id = group.ChatId, message_id = hers.Id }));
    }
}
