using System.Text;

namespace ChatSupport.EndToEnd.Desk;

/// <summary>A worker and an educator talk through the bot: real HTTP, both in Telegram.</summary>
public sealed class AChatInTelegram
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task They_talk_in_text_voice_and_pictures_and_nothing_of_it_stays_on_her_phone(bool topics)
    {
        await using var evening = await Evening.Begin(topics);
        var helper = await evening.Educator();
        var worker = await evening.WorkerWhoAsks();
        worker.Worker.Sends("my boss keeps my pay");

        var head = await Evening.Takes(helper);
        Assert.Equal(topics, head.Topic is not null);
        var first = await Evening.Sees(helper, "my boss keeps my pay");
        Assert.Equal(head.Topic, first.Topic);
        Assert.True(first.IsProtected);

        helper.Sends("I am with you", head.Topic);
        var answer = await Evening.Sees(worker.Worker, "I am with you");
        Assert.True(answer.IsProtected);
        worker.Worker.SendsVoice(Encoding.ASCII.GetBytes("OggS her voice"));
        await helper.WaitFor(screen => screen.Any(message => message.Kind == "voice" && message.Topic == head.Topic), patience, "her voice is there");
        helper.SendsVoice(Encoding.ASCII.GetBytes("OggS my voice"));
        await worker.Worker.WaitFor(screen => screen.Any(message => message is { FromBot: true, Kind: "voice" }), patience, "the helper's voice is there");
        worker.Worker.SendsSticker();
        await Evening.Sees(helper, "sticker");

        var wrong = worker.Worker.Sends("meet me at eihgt");
        await Evening.Sees(helper, "meet me at eihgt");
        worker.Worker.Edits(wrong, "meet me at eight");
        await Evening.Sees(helper, "✏️ meet me at eight");
        await Evening.SeesNot(helper, "eihgt");

        helper.Presses("End");
        await Evening.Sees(helper, "How did the chat end?");
        helper.Presses("I could help");
        await Evening.Sees(worker.Worker, "Did you feel heard?");
        worker.Worker.Presses("😊 Yes");
        await Evening.SeesNot(helper, "my boss keeps my pay");
        await Evening.SeesNot(helper, "I am with you");
        await helper.WaitFor(screen => screen.All(message => message.Kind != "voice"), patience, "no voice is left");
    }

    [Fact]
    public async Task A_topic_that_she_deletes_comes_back_with_what_she_had_not_answered()
    {
        await using var evening = await Evening.Begin();
        var helper = await evening.Educator();
        var worker = await evening.WorkerWhoAsks();
        var head = await Evening.Takes(helper);
        worker.Worker.Sends("first thing");
        await Evening.Sees(helper, "first thing");

        helper.DeletesTopic(head.Topic!.Value);
        await Evening.SeesNot(helper, "first thing");
        worker.Worker.Sends("second thing");

        var again = await Evening.Sees(helper, "second thing");
        Assert.NotEqual(head.Topic, again.Topic);
        var first = await Evening.Sees(helper, "first thing");
        Assert.Equal(again.Topic, first.Topic);
        await helper.WaitFor(screen => screen.LastOrDefault(message => message.Text.Contains("second thing", StringComparison.Ordinal))?.Id > first.Id
            && screen.Count(message => message.Text.Contains("second thing", StringComparison.Ordinal)) == 1, patience, "it stands below what was said before it, once");
        await Evening.Sees(helper, "The topic was deleted");
        Assert.Equal(again.Topic, (await Evening.Sees(helper, "What you write here goes to her alone")).Topic);
        helper.Sends("I am back", again.Topic);
        await Evening.Sees(worker.Worker, "I am back");
    }

    [Fact]
    public async Task Without_topics_a_message_for_two_is_asked_about_and_a_reply_is_not()
    {
        await using var evening = await Evening.Begin(topics: false);
        var helper = await evening.Educator();
        var one = await evening.WorkerWhoAsks();
        await Evening.Takes(helper);
        one.Worker.Sends("I am the first");
        await Evening.Sees(helper, "I am the first");
        var two = await evening.WorkerWhoAsks();
        await Evening.Takes(helper);
        two.Worker.Sends("I am the second");
        var theirs = await Evening.Sees(helper, "I am the second");

        helper.Sends("for whom is this");
        var question = await Evening.Sees(helper, "Who is this for?");
        Assert.Equal(3, question.Buttons.Count());
        helper.Presses(question.Buttons.First().Label, question);
        await Evening.Sees(one.Worker, "for whom is this");
        helper.Replies(theirs, "this is for the second");
        await Evening.Sees(two.Worker, "this is for the second");
        Assert.DoesNotContain(one.Worker.History, call => call.Request.ToJsonString().Contains("for the second", StringComparison.Ordinal));
        Assert.DoesNotContain(two.Worker.History, call => call.Request.ToJsonString().Contains("for whom is this", StringComparison.Ordinal));
    }
}
