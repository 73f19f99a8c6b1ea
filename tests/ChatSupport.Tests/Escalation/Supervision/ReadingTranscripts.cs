using ChatSupport.Escalation.Relay;
using ChatSupport.Escalation.Supervision;

namespace ChatSupport.Tests.Escalation.Supervision;

public sealed class ReadingTranscripts
{
    private const string Why = "the worker complained";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_said_is_masked_until_a_reason_is_recorded()
    {
        await using var desk = await DeskStaff.Start();
        var (_, chat) = await Ended(desk);

        var masked = desk.Transcripts.Masked(desk.Chanthy, chat);
        Assert.All(masked, line => Assert.Null(line.Text));
        Assert.Equal("my boss keeps my pay".Length, masked[0].Length);
        Assert.Equal(DeskRefusal.NoReason, (await desk.Transcripts.Read(desk.Chanthy, chat, "   so   ", Cancel)).Why);
        Assert.Equal(DeskRefusal.ContactInReason, (await desk.Transcripts.Read(desk.Chanthy, chat, "she is @dara_2020 there", Cancel)).Why);
        Assert.Empty(desk.Audit("desk.transcript"));

        var read = await desk.Transcripts.Read(desk.Chanthy, chat, Why, Cancel);

        Assert.Equal([(LineFrom.Worker, "my boss keeps my pay"), (LineFrom.Helper, "I am with you")], read.Lines.Select(line => (line.From, line.Text!)));
        Assert.Equal((chat, Why, desk.AccountOf(desk.Chanthy)), (desk.Audit("desk.transcript")[0].Subject, desk.Audit("desk.transcript")[0].Detail, desk.Audit("desk.transcript")[0].Who));
        Assert.DoesNotContain(desk.Audit(""), entry => entry.Detail.Contains("pay", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_its_time_the_chat_stands_without_a_transcript()
    {
        await using var desk = await DeskStaff.Start("--ChatSupport:Desk:TranscriptsFor=1.00:00:00");
        var (_, chat) = await Ended(desk);
        Assert.Equal(2, desk.Transcripts.List(desk.Chanthy).Single(one => one.Chat.Id == chat).Lines);

        await desk.World.Desk.Write(pen =>
        {
            pen.Lines.Drop(chat); // as the retention does
            return true;
        }, Cancel);

        Assert.Equal(0, desk.Transcripts.List(desk.Chanthy).Single(one => one.Chat.Id == chat).Lines);
        Assert.Empty((await desk.Transcripts.Read(desk.Chanthy, chat, Why, Cancel)).Lines);
        Assert.Empty(desk.Transcripts.Sample(desk.Chanthy, 5));
    }

    [Fact]
    public async Task A_sample_has_chats_that_ended_lately_and_no_more_than_was_asked_for()
    {
        await using var desk = await DeskStaff.Start();
        var (helper, first) = await Ended(desk);
        var (_, second) = await Ended(desk, helper);
        await desk.Asks("still open");

        Assert.Equal(new[] { first, second }.ToHashSet(StringComparer.Ordinal), desk.Transcripts.Sample(desk.Chanthy, 20).Select(one => one.Chat.Id).ToHashSet(StringComparer.Ordinal));
        Assert.Single(desk.Transcripts.Sample(desk.Chanthy, 1));
        Assert.Equal(3, desk.Transcripts.List(desk.Chanthy).Count);
    }

    private static async Task<(Somebody Helper, string Chat)> Ended(DeskStaff desk, Somebody? helper = null)
    {
        helper ??= await desk.World.Educator();
        var worker = await desk.Asks("my boss keeps my pay");
        var chat = desk.ChatOf(worker).Id;
        await helper.Presses("I take it");
        await helper.Types("I am with you");
        await helper.Presses("End");
        await helper.Presses("I could help");
        await worker.Presses("😊 Yes");
        return (helper, chat);
    }
}
