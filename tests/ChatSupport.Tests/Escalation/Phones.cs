using System.Collections.Concurrent;
using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Escalation;

/// <summary>Everybody's phones: a channel that keeps what it is sent, as a messenger would show it.</summary>
internal sealed class Phones : IChannelOut
{
    public const string Name = "test";

    private readonly ConcurrentDictionary<string, Phone> phones = new(StringComparer.Ordinal);
    private int count;

    public string Channel => Name;

    public ChannelPace Pace { get; } = new(PerSecond: 100_000, PerChatPerSecond: 100_000, ChatBurst: 100_000, EraseWithin: TimeSpan.FromHours(48));

    /// <summary>Answers instead of the phone; null from it lets the message through.</summary>
    public Func<Outbound, SendOutcome?>? Trouble { get; set; }

    /// <summary>The phone shows it, and the answer is lost on its way back.</summary>
    public Func<Outbound, bool>? LosesAnswer { get; set; }

    /// <summary>Told of each message before it is shown.</summary>
    public Action<Outbound>? Shows { get; set; }

    /// <summary>Every message that was ever sent to anybody, in order.</summary>
    public ConcurrentQueue<Outbound> Sent { get; } = new();

    public Phone Of(string conversation) => phones.GetOrAdd(conversation, _ => new Phone());

    public Task<SendOutcome> Send(Outbound outbound, CancellationToken cancel)
    {
        if (Trouble?.Invoke(outbound) is { } trouble)
            return Task.FromResult(trouble);
        Shows?.Invoke(outbound);
        Sent.Enqueue(outbound);
        var phone = Of(outbound.Conversation);
        lock (phone)
        {
            var shown = Show(phone, outbound);
            return LosesAnswer?.Invoke(outbound) == true ? Task.FromResult<SendOutcome>(new SendOutcome.TryAgain("no answer came back")) : Task.FromResult(shown);
        }
    }

    private SendOutcome Show(Phone phone, Outbound outbound)
    {
        switch (outbound.Body)
        {
            case OutboundBody.Erase { Everything: var everything, Messages: var ids }:
                phone.Shown.RemoveAll(shown => everything || ids.Contains(shown.Id));
                return new SendOutcome.Sent(null);
            case OutboundBody.EndThread { Key: var key }:
                phone.Shown.RemoveAll(shown => shown.Thread == key);
                return new SendOutcome.Sent(null);
            case OutboundBody.React react:
                phone.Signs[react.Message] = react.Emoji;
                return new SendOutcome.Sent(null);
        }
        var shown = Read(outbound) with { Id = outbound.Edits ?? Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture) };
        if (outbound.Edits is null)
        {
            var again = shown.Thread is { } thread && phone.GoneThreads.Remove(thread);
            phone.Shown.Add(shown);
            return new SendOutcome.Sent(shown.Id) { InNewThread = again };
        }
        if (phone.Shown.FindIndex(one => one.Id == outbound.Edits) is >= 0 and var at)
            phone.Shown[at] = shown with { Thread = phone.Shown[at].Thread };
        else
            return new SendOutcome.EditGone();
        return new SendOutcome.Sent(shown.Id);
    }

    private static Shown Read(Outbound outbound) => outbound.Body switch
    {
        OutboundBody.Line line => new Shown("", line.Text, [.. line.Buttons.SelectMany(row => row)], line.Thread?.Key, line.Media),
        OutboundBody.Show { Reply: Reply.Menu menu } show => new Shown("", menu.Text, [.. show.Keys.SelectMany(row => row), .. menu.Choices, .. menu.Navigation], null, null),
        OutboundBody.Say say => new Shown("", say.Text, [], null, null),
        var other => new Shown("", other.GetType().Name, [], null, null),
    };
}

/// <summary>A phone's chat with the bot.</summary>
internal sealed class Phone
{
    /// <summary>What stands in it, oldest first.</summary>
    public List<Shown> Shown { get; } = [];

    /// <summary>Threads that she deleted herself.</summary>
    public HashSet<string> GoneThreads { get; } = new(StringComparer.Ordinal);

    /// <summary>Deletes a thread with all that stands in it.</summary>
    public void DeleteThread(string key)
    {
        lock (this)
        {
            Shown.RemoveAll(shown => shown.Thread == key);
            GoneThreads.Add(key);
        }
    }

    /// <summary>Signs under messages.</summary>
    public Dictionary<string, string?> Signs { get; } = new(StringComparer.Ordinal);
}

/// <summary>A message as it is shown.</summary>
internal sealed record Shown(string Id, string Text, IReadOnlyList<Button> Buttons, string? Thread, LineMedia? Media);
