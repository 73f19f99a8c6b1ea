using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage;

namespace ChatSupport.Channels.DirectLine;

/// <summary>The way out to web chats: a message has arrived when it is a row of the chat's history. The number of the outbox row is its origin,
/// so that one that was written and not yet marked is not written twice.</summary>
internal sealed class DirectLineOut(History history, LineFiles lines) : IChannelOut
{
    public string Channel => ChatNames.Channel;

    /// <summary>Nobody limits us here but the disk. The chat is ours: all of it can be deleted, however old it is.</summary>
    public ChannelPace Pace { get; } = new(PerSecond: 10_000, PerChatPerSecond: 100, ChatBurst: 100, EraseWithin: TimeSpan.FromDays(3650)) { ErasesWhole = true };

    public async Task<SendOutcome> Send(Outbound outbound, CancellationToken cancel)
    {
        try
        {
            if (history.Find(outbound.Conversation) is not { } chat)
                return new SendOutcome.Unreachable(); // kept long enough and deleted
            if (outbound.Body is OutboundBody.EndThread or OutboundBody.React)
                return new SendOutcome.Sent(null); // web chats have neither
            return outbound.Body is OutboundBody.Erase erase
                ? await Erase(outbound, chat, erase, cancel).ConfigureAwait(false)
                : await Say(outbound, chat, cancel).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            return new SendOutcome.TryAgain("the database could not be written");
        }
    }

    private async Task<SendOutcome> Say(Outbound outbound, Chat chat, CancellationToken cancel)
    {
        var form = outbound.Body is OutboundBody.Line line
            ? await lines.Write(outbound, line, chat.Locale, cancel).ConfigureAwait(false) : ActivityWriter.Write(outbound.Body, chat.Locale);
        if (form is not { } written)
            return new SendOutcome.Refused($"web chats have no form for {outbound.Body.GetType().Name}");
        var activity = written with { ReplyToId = Answered(outbound) };
        var isMenu = outbound.Body is OutboundBody.Show { Reply: Reply.Menu };
        if (chat.InPlace && outbound.Edits is { } edits)
        {
            return Number(edits) is { } born
                && await history.Replace(outbound.Conversation, born, Origin(outbound), activity, cancel).ConfigureAwait(false) is { } changed
                ? new SendOutcome.Sent(Text(changed.Born))
                : new SendOutcome.EditGone();
        }
        if (await history.Append(outbound.Conversation, Origin(outbound), activity, cancel, isMenu).ConfigureAwait(false) is not { } added)
            return new SendOutcome.Unreachable();
        // Without a number no later menu replaces it, nor takes it out of the chat: its client cannot show that. What must not stay is taken from here all the same.
        return new SendOutcome.Sent(chat.InPlace || ReportActions.IsShownOnce(outbound.Body) ? Text(added.Born) : null);
    }

    private async Task<SendOutcome> Erase(Outbound outbound, Chat chat, OutboundBody.Erase erase, CancellationToken cancel)
    {
        if (erase.Everything)
        {
            var end = chat.InPlace ? null : ActivityWriter.End(chat.Locale);
            await history.EraseAll(outbound.Conversation, chat.InPlace, Origin(outbound), end, cancel).ConfigureAwait(false);
        }
        else
        {
            var born = erase.Messages.Select(Number).OfType<long>().ToList();
            await history.TakeAway(outbound.Conversation, born, erase.WithFiles, chat.InPlace, cancel).ConfigureAwait(false);
        }
        return new SendOutcome.Sent(null);
    }

    /// <summary>What it answers, while that is there: clients wait for it before they show the answer.</summary>
    private string? Answered(Outbound outbound) =>
        outbound.Body.ReplyTo is { } answered && Number(answered) is { } born && history.Stands(outbound.Conversation, born)
            ? ChatNames.ActivityId(outbound.Address, born)
            : null;

    private static string Origin(Outbound outbound) => string.Create(CultureInfo.InvariantCulture, $"o{outbound.Id}");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long? Number(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
