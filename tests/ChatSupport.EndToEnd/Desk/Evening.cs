using ChatSupport.BotApi;
using ChatSupport.BotApi.People;
using ChatSupport.EndToEnd.Telegram;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;

namespace ChatSupport.EndToEnd.Desk;

/// <summary>An evening at the desk: the program with a Bot API server of its own, workers and educators in Telegram.</summary>
internal sealed class Evening(BotHere bot) : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    public BotHere Bot => bot;

    public static async Task<Evening> Begin(bool topics = true) => new(await BotHere.Start(api: new BotApiOptions { TopicsInPrivateChats = topics }));

    /// <summary>An educator who joined by her link and is on.</summary>
    public async Task<Worker> Educator(DeskRole role = DeskRole.Educator)
    {
        var id = DeskIds.New();
        var secret = await bot.Get<DeskPens>().Write(pen =>
        {
            pen.Save(new Educator { Id = id, Name = "Sreymom of the roster", Alias = Aliases.Draw(), Role = role, Languages = ["km", "en"] });
            return Joining.Invite(pen, id);
        }, TestContext.Current.CancellationToken);
        var educator = bot.Api.Worker("en");
        educator.Sends("/start desk-" + secret);
        await educator.WaitForText("Welcome to the helpers", patience);
        if (role != DeskRole.Educator)
            return educator;
        await educator.WaitFor(screen => screen.Any(message => message.Buttons.Any(button => button.Label == "I'm on")), patience, "she can say that she is on");
        educator.Presses("I'm on");
        await educator.WaitForText("We will ask you", patience);
        return educator;
    }

    /// <summary>A worker who asked for a person and skipped the three questions.</summary>
    public async Task<Talk> WorkerWhoAsks()
    {
        var talk = await bot.Welcome();
        await talk.Presses("Talk to a person", "Are you in danger right now?");
        await talk.Presses("🟢 No", "thinking of dying");
        await talk.Presses("🟢 No", "under 18");
        await talk.Presses("🟢 No", "We are calling a helper");
        return talk;
    }

    /// <summary>She takes the chat that she is asked for.</summary>
    /// <returns>The head of the chat as she sees it.</returns>
    public static async Task<ScreenMessage> Takes(Worker educator)
    {
        await educator.WaitFor(screen => screen.Any(message => message.Buttons.Any(button => button.Label == "I take it")), patience, "she is asked to take a chat");
        educator.Presses("I take it");
        return await Sees(educator, "What you write here goes to her alone");
    }

    /// <summary>Waits until a text stands in her chat.</summary>
    public static async Task<ScreenMessage> Sees(Worker who, string text)
    {
        var screen = await who.WaitFor(all => all.Any(message => message.Text.Contains(text, StringComparison.Ordinal)), patience, $"\"{text}\" stands in the chat");
        return screen.Last(message => message.Text.Contains(text, StringComparison.Ordinal));
    }

    public static Task SeesNot(Worker who, string text) =>
        who.WaitFor(all => !all.Any(message => message.Text.Contains(text, StringComparison.Ordinal)), patience, $"\"{text}\" does not stand in the chat");

    public ValueTask DisposeAsync() => bot.DisposeAsync();
}
