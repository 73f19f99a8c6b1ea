using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Channels.Terminal;

/// <summary>One conversation with who sits at the terminal.</summary>
internal sealed class TerminalTalk(ConversationDoor door, Outbox outbox, ConversationKeys keys, TerminalOut channel, ITerminalView view, TimeProvider time)
{
    private const string Address = "terminal"; // there is one
    private readonly string session = Guid.NewGuid().ToString("n"); // ids of an earlier run must not make this one's events repeats
    private readonly string conversation = keys.For(TerminalOut.Name, Address, Address);
    private int count;

    /// <summary>The language her app would say; null for none.</summary>
    public string? Language { get; set; }

    /// <summary>Takes a line to its end: everything that it leads to was shown.</summary>
    /// <param name="line">What she gave.</param>
    /// <param name="letters">A single letter presses a button.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>False for a line that means nothing.</returns>
    /// <exception cref="ConversationUnavailableException">Nothing changed; give the line again.</exception>
    public async Task<bool> Take(string line, bool letters, CancellationToken cancel)
    {
        if (TerminalLine.Read(line, channel.Menu, letters) is not { } what)
            return false;
        var number = (++count).ToString(CultureInfo.InvariantCulture);
        view.She("s" + number, line);
        var pressed = what is InboundEvent.Did { Input: Input.Button };
        await door.Receive(new Inbound
        {
            Id = $"{TerminalOut.Name}:{session}:{number}",
            Conversation = conversation,
            Address = Address,
            Event = what,
            ArrivedAt = time.GetUtcNow(),
            MessageId = pressed ? null : "s" + number,
            LanguageHint = Language,
        }, cancel);
        await outbox.Drained(conversation, cancel);
        return true;
    }
}
