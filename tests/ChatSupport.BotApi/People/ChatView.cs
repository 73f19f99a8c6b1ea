using System.Runtime.CompilerServices;
using System.Text;
using ChatSupport.BotApi.Chats;

namespace ChatSupport.BotApi.People;

/// <summary>What people in a chat see of it, and waiting for it to change.</summary>
internal abstract class ChatView(BotApiServer server, Chat chat)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public long ChatId => chat.Id;

    /// <summary>Messages that are there now, oldest first: edits applied, deleted ones gone.</summary>
    public IReadOnlyList<ScreenMessage> Screen
    {
        get
        {
            lock (World.Gate)
                return [.. chat.Messages.Values.Select(message => ScreenMessage.Of(chat, message))];
        }
    }

    /// <summary>Every call of the bot for this chat, refused ones too, in the order in which they were answered.</summary>
    public IReadOnlyList<RecordedCall> History
    {
        get
        {
            lock (World.Gate)
                return [.. chat.History];
        }
    }

    /// <summary>The newest message of the bot; null for none.</summary>
    public ScreenMessage? LastFromBot => Screen.LastOrDefault(message => message.FromBot);

    /// <summary>What the bot is shown to do (<c>typing</c>); null for nothing.</summary>
    public string? BotActivity
    {
        get
        {
            lock (World.Gate)
                return chat.Activity is { } activity && activity.Until > World.Now ? activity.Action : null;
        }
    }

    protected BotApiServer Server => server;

    protected Chat Chat => chat;

    protected World World => server.World;

    /// <summary>Waits until the screen is as wanted; looks again whenever something in the chat changes.</summary>
    /// <returns>The screen that was as wanted.</returns>
    /// <exception cref="TimeoutException">It did not become so; the text says what is on the screen and what the bot did.</exception>
    public async Task<IReadOnlyList<ScreenMessage>> WaitFor(
        Func<IReadOnlyList<ScreenMessage>, bool> wanted, TimeSpan? within = null, [CallerArgumentExpression(nameof(wanted))] string what = "")
    {
        IReadOnlyList<ScreenMessage> screen = [];
        await WaitUntil(() => wanted(screen = Screen), within, what);
        return screen;
    }

    /// <summary>Waits until a message of the bot with <paramref name="part"/> in its text is there.</summary>
    public async Task<ScreenMessage> WaitForText(string part, TimeSpan? within = null)
    {
        bool Fits(ScreenMessage message) => message.FromBot && message.Text.Contains(part, StringComparison.Ordinal);
        return (await WaitFor(screen => screen.Any(Fits), within, $"a message of the bot with \"{part}\"")).Last(Fits);
    }

    /// <summary>Waits until the bot's calls for this chat are as wanted, for example that one was refused.</summary>
    public async Task<IReadOnlyList<RecordedCall>> WaitForCalls(
        Func<IReadOnlyList<RecordedCall>, bool> wanted, TimeSpan? within = null, [CallerArgumentExpression(nameof(wanted))] string what = "")
    {
        IReadOnlyList<RecordedCall> calls = [];
        await WaitUntil(() => wanted(calls = History), within, what);
        return calls;
    }

    protected Press PressesAs(Person person, string button, ScreenMessage? on)
    {
        lock (World.Gate)
        {
            var (message, found) = FindButton(button, on);
            var press = World.Presses.Add(chat, message.Id);
            World.Updates.Add("callback_query", Contents.CallbackQuery(press, person, chat, message.Id, found.Data!), chat.Id);
            return press;
        }
    }

    private (ScreenMessage Message, ScreenButton Button) FindButton(string wanted, ScreenMessage? on)
    {
        var messages = on is null ? Screen.Reverse().ToList() : [on];
        var buttons = messages.SelectMany(message => message.Buttons.Where(one => one.Data is not null).Select(one => (message, one))).ToList();
        var exact = buttons.FindIndex(pair => pair.one.Label == wanted || pair.one.Data == wanted);
        var index = exact >= 0 ? exact : buttons.FindIndex(pair => pair.one.Label.Contains(wanted, StringComparison.Ordinal));
        return index >= 0
            ? buttons[index]
            : throw new InvalidOperationException($"There is no button '{wanted}' to press. There are: {string.Join(" ", buttons.Select(pair => $"[{pair.one.Label}]"))}");
    }

    private async Task WaitUntil(Func<bool> reached, TimeSpan? within, string what)
    {
        using var deadline = new CancellationTokenSource(within ?? Patience);
        while (true)
        {
            Task change;
            lock (World.Gate)
                change = chat.NextChange();
            if (reached())
                return;
            try
            {
                await change.WaitAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException(Describe(what, within ?? Patience));
            }
        }
    }

    private string Describe(string what, TimeSpan waited)
    {
        var text = new StringBuilder().AppendLine($"This did not happen within {waited.TotalSeconds:0.#} s: {what}").AppendLine("On the screen:");
        foreach (var message in Screen.TakeLast(12))
            text.Append("  ").AppendLine(message.ToString());
        text.AppendLine("The bot's last calls here:");
        foreach (var call in History.TakeLast(12))
            text.AppendLine($"  {call.Method} {call.Status} {(call.Succeeded ? "" : call.Response)}");
        return text.Append($"Updates that the bot has not fetched: {server.PendingUpdates}").ToString();
    }
}
