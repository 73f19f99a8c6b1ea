using System.Text;
using ChatSupport.EndToEnd.DirectLine;

namespace ChatSupport.EndToEnd.Desk;

/// <summary>A helper in Telegram asks whether she may tell somebody outside: real HTTP, the worker in Telegram and in the web chat.</summary>
public sealed class AReferral
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task In_Telegram_she_hears_it_says_yes_and_takes_it_back_after_it_was_told()
    {
        await using var evening = await Evening.Begin();
        var helper = await evening.Educator();
        var worker = (await evening.WorkerWhoAsks()).Worker;
        var head = await Evening.Takes(helper);
        await Writes(helper, head.Topic);
        helper.Presses("Read it aloud for her");
        await Evening.Sees(helper, "Send a voice message");
        helper.SendsVoice(Encoding.ASCII.GetBytes("OggS read aloud"));
        await helper.WaitFor(screen => screen.Count(message => message.Text.Contains("This would be told", StringComparison.Ordinal)) > 1, patience, "the voice is kept");
        helper.Presses("Ask her");

        await Evening.Sees(worker, "may she tell Sister Maly exactly this");
        await worker.WaitFor(screen => screen.Any(message => message is { FromBot: true, Kind: "voice" }), patience, "she hears it");
        worker.Presses("✅ Yes, she may");
        await Evening.Sees(helper, "She says yes. You may tell them exactly this");
        helper.Presses("I told them");
        await Evening.Sees(helper, "What do they say?");
        await Evening.Sees(worker, "She may tell Sister Maly exactly that");
        worker.Presses("What I allowed");
        await Evening.Sees(worker, "Sister Maly: told already");
        worker.Presses("1. Take back: Sist…");

        await Evening.Sees(helper, "Please tell them to forget what they know of her");
        await Evening.Sees(worker, "it is taken back");
    }

    [Fact]
    public async Task In_the_web_chat_she_reads_it_and_says_yes()
    {
        await using var evening = await Evening.Begin();
        var helper = await evening.Educator();
        var worker = await Chat.Begin(evening.Bot.Url);
        await worker.Types("hello");
        await worker.Sees("Do you agree?");
        await Press(worker, "I agree. Begin", "What would you like to know?");
        await Press(worker, "Talk to a person", "Are you in danger right now?");
        await Press(worker, "🟢 No", "thinking of dying");
        await Press(worker, "🟢 No", "under 18");
        await Press(worker, "🟢 No", "We are calling a helper");
        var head = await Evening.Takes(helper);
        await Writes(helper, head.Topic);
        helper.Presses("Ask her");

        await worker.Sees("may she tell Sister Maly exactly this");
        await Press(worker, "✅ Yes, she may", "She may tell Sister Maly exactly that");
        await Evening.Sees(helper, "She says yes. You may tell them exactly this");
        await Press(worker, "What I allowed", "Sister Maly: not told yet");
        await Press(worker, "Take back: Sister Maly", "it is taken back");
        await Evening.Sees(helper, "She took it back. Nothing may be told.");
        helper.Presses("I told them");
        await helper.WaitFor(screen => screen.Count(message => message.Text.Contains("She took it back. Nothing may be told.", StringComparison.Ordinal)) > 1, patience, "it is refused kindly");
    }

    private static async Task Press(Chat worker, string label, string sees)
    {
        await worker.Presses(label);
        await worker.Sees(sees);
    }

    private static async Task Writes(ChatSupport.BotApi.People.Worker helper, int? topic)
    {
        helper.Presses("Refer");
        await Evening.Sees(helper, "Write a word to look for a service");
        helper.Sends("Sister Maly", topic);
        await Evening.Sees(helper, "Choose one, or use what you wrote");
        helper.Presses("Use: Sister Maly");
        await Evening.Sees(helper, "Now write exactly what you would tell them");
        helper.Sends("She needs a doctor this week.", topic);
        await Evening.Sees(helper, "This would be told");
    }
}
