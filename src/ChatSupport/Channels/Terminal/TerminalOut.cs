using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Channels.Terminal;

/// <summary>The way out to the terminal.</summary>
internal sealed class TerminalOut(ITerminalView view) : IChannelOut
{
    /// <summary>First part of every conversation key.</summary>
    public const string Name = "term";

    private int count;

    public string Channel => Name;

    /// <summary>Nobody has to be spared here.</summary>
    public ChannelPace Pace { get; } = new(PerSecond: 10_000, PerChatPerSecond: 10_000, ChatBurst: 10_000, EraseWithin: TimeSpan.FromDays(365));

    /// <summary>The last menu she was shown.</summary>
    public Reply.Menu? Menu { get; private set; }

    public Task<SendOutcome> Send(Outbound outbound, CancellationToken cancel)
    {
        var id = outbound.Edits ?? "b" + Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture);
        switch (outbound.Body)
        {
            case OutboundBody.Show { Reply: var shown, Keys: var keys }:
                var reply = shown is Reply.Menu menu ? menu with { Choices = [.. keys.SelectMany(row => row), .. menu.Choices] } : shown;
                Menu = reply as Reply.Menu ?? Menu;
                view.Show(id, reply);
                break;
            case OutboundBody.Say { Text: var text }:
                view.Say(id, text);
                break;
            case OutboundBody.Line { Text: var text, Media: var media }:
                view.Say(id, media is null ? text : $"{text} [{media.Kind.ToString().ToLowerInvariant()}]");
                break;
            case OutboundBody.EndThread or OutboundBody.React:
                return Task.FromResult<SendOutcome>(new SendOutcome.Sent(null));
            case OutboundBody.Erase { Messages: var messages, Everything: var everything }:
                view.Erase(messages, everything);
                return Task.FromResult<SendOutcome>(new SendOutcome.Sent(null));
        }
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(id));
    }
}
