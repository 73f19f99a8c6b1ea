using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

/// <summary>A worker talks: what she does goes through the door, what she gets is read from the outbox.</summary>
internal sealed class Talk(TurnHost host, string key)
{
    private static int counter;

    private readonly Dictionary<string, string> buttons = new(StringComparer.Ordinal);
    private long seen;

    public string Key { get; } = key;

    public Answer Last { get; private set; } = new(Receipt.Committed, [], "");

    /// <summary>Her state as it lies on disk.</summary>
    public async Task<ConversationState> State() =>
        (await host.Get<TurnStore>().Load(Key, TestContext.Current.CancellationToken))?.State ?? ConversationState.New;

    public Task<Answer> Types(string text) => Does(new InboundEvent.Did(new Input.Text(text)));

    public Task<Answer> Commands(string name) => Does(new InboundEvent.Commanded(name));

    /// <summary>Presses a button she was shown at any time.</summary>
    public Task<Answer> Presses(string label) => Does(new InboundEvent.Did(new Input.Button(
        buttons.GetValueOrDefault(label) ?? throw new InvalidOperationException($"She never saw a button '{label}', only: {string.Join(", ", buttons.Keys)}."))));

    public Task<Answer> Sends(Input input) => Does(new InboundEvent.Did(input));

    public Task<Answer> Due(DueKind kind) => Does(new InboundEvent.Due(kind));

    /// <summary>Stores another state behind the back of the running conversation, as a second node would.</summary>
    public async Task Put(Func<ConversationState, ConversationState> change)
    {
        var state = await State();
        await host.Get<TurnStore>().Commit(
            Some.Inbound(Key, address: null, happened: new InboundEvent.Moved()),
            new Turn { Next = change(state) with { Version = state.Version + 1 } },
            TestContext.Current.CancellationToken);
    }

    /// <summary>Talks in the same conversation with another host over the same folder.</summary>
    public Talk After(TurnHost restarted)
    {
        var talk = new Talk(restarted, Key) { seen = seen };
        foreach (var (label, id) in buttons)
            talk.buttons[label] = id;
        return talk;
    }

    /// <summary>Posts an event and gives what it added to the outbox.</summary>
    public async Task<Answer> Does(InboundEvent what, string? id = null, string? language = "en")
    {
        var pressed = what is InboundEvent.Did { Input: Input.Button };
        var hers = what is InboundEvent.Did or InboundEvent.Commanded or InboundEvent.Continued;
        id ??= $"test:1:{Interlocked.Increment(ref counter)}";
        var receipt = await host.Get<ConversationDoor>().Receive(new Inbound
        {
            Id = id,
            Conversation = Key,
            Address = hers ? "chat-4711" : null,
            Event = what,
            ArrivedAt = host.Time.GetUtcNow(),
            MessageId = hers && !pressed ? "m" + id : null,
            PressedOn = pressed ? "menu" : null,
            LanguageHint = language,
        }, TestContext.Current.CancellationToken);
        var added = host.Waiting(Key, seen);
        if (added.Count > 0)
            seen = added[^1].Id;
        Last = new Answer(receipt, [.. added.Select(row => row.Body)], "m" + id);
        foreach (var button in Last.Menus.SelectMany(menu => menu.Choices.Concat(menu.Navigation)))
            buttons[button.Label] = button.Id;
        return Last;
    }
}

/// <summary>What one event led to.</summary>
/// <param name="Receipt">What became of it.</param>
/// <param name="Out">The messages it added to the outbox, in order.</param>
/// <param name="MessageId">The channel's id of what she sent.</param>
internal sealed record Answer(Receipt Receipt, IReadOnlyList<OutboundBody> Out, string MessageId)
{
    public IEnumerable<Reply.Menu> Menus => Out.OfType<OutboundBody.Show>().Select(show => show.Reply).OfType<Reply.Menu>();

    /// <summary>The screen she ends on; empty where none was shown.</summary>
    public string Screen => Menus.LastOrDefault()?.Screen.ToString() ?? "";

    /// <summary>Everything said, a line each.</summary>
    public string Said => string.Join('\n', Out.Select(body => body switch
    {
        OutboundBody.Say { Text: var text } => text,
        OutboundBody.Show { Reply: Reply.Menu menu } => $"{menu.Notice} {menu.Text}",
        _ => "",
    }));

    /// <summary>The chat is emptied.</summary>
    public bool ErasesEverything => Out.Any(body => body is OutboundBody.Erase { Everything: true });

    /// <summary>What she sent with this event is deleted from the chat, before anything is answered.</summary>
    public bool ErasesTyped => Out is [OutboundBody.Erase { Everything: false } erase, ..] && erase.Messages.SequenceEqual([MessageId]);
}
