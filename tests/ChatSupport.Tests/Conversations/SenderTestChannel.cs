using System.Collections.Concurrent;
using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

/// <summary>A channel that answers as it is told and keeps what stands in each chat, as a phone would show it.</summary>
internal sealed class TestChannel(string name = "tg", ChannelPace? pace = null) : IChannelOut
{
    public static readonly ChannelPace Unlimited = new(1e9, 1e9, 1, TimeSpan.FromHours(48));

    private readonly ConcurrentDictionary<string, int> inHand = new();
    private int lastId;

    public string Channel => name;

    public ChannelPace Pace { get; } = pace ?? Unlimited;

    /// <summary>What it answers; null to do what is asked.</summary>
    public Func<Outbound, SendOutcome?> Answer { get; set; } = _ => null;

    /// <summary>Every attempt, in order.</summary>
    public ConcurrentQueue<Outbound> Attempts { get; } = [];

    /// <summary>What arrived, as texts, in order.</summary>
    public ConcurrentQueue<(string Conversation, string Text)> Arrived { get; } = [];

    /// <summary>What stands in the chats, by message id.</summary>
    public ConcurrentDictionary<string, string> Standing { get; } = [];

    /// <summary>Set when a conversation had two messages in hand at once.</summary>
    public bool Overlapped { get; private set; }

    public IEnumerable<string> TextsOf(string conversation) => Arrived.Where(a => a.Conversation == conversation).Select(a => a.Text);

    public async Task<SendOutcome> Send(Outbound outbound, CancellationToken cancel)
    {
        Overlapped |= inHand.AddOrUpdate(outbound.Conversation, 1, (_, n) => n + 1) > 1;
        await Task.Yield();
        Attempts.Enqueue(outbound);
        var outcome = Answer(outbound) ?? Do(outbound);
        inHand.AddOrUpdate(outbound.Conversation, 0, (_, n) => n - 1);
        return outcome;
    }

    private SendOutcome.Sent Do(Outbound outbound)
    {
        if (outbound.Body is OutboundBody.Erase erase)
        {
            foreach (var id in erase.Messages)
                Standing.TryRemove(id, out _);
            return new SendOutcome.Sent(null);
        }
        var text = outbound.Body is OutboundBody.Say say ? say.Text : ((Reply.Menu)((OutboundBody.Show)outbound.Body).Reply).Text;
        var messageId = outbound.Edits ?? Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);
        Standing[messageId] = text;
        Arrived.Enqueue((outbound.Conversation, text));
        return new SendOutcome.Sent(messageId);
    }
}
