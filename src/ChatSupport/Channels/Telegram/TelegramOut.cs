using System.Collections.Immutable;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace ChatSupport.Channels.Telegram;

/// <summary>The way out to Telegram.</summary>
internal sealed class TelegramOut(
    TelegramBot bot, SendTrouble trouble, Eraser eraser, Recordings recordings, LineOut lines, IOptions<TelegramOptions> options) : IChannelOut
{
    private static readonly LinkPreviewOptions noPreview = new() { IsDisabled = true };

    public string Channel => UpdateReader.Channel;

    /// <summary>Telegram's own figures, unless settings say more. Short bursts in a chat are tolerated: a menu, its spot and the deletions around it go at once.</summary>
    public ChannelPace Pace { get; } = new(options.Value.PerSecond, options.Value.PerChatPerSecond, ChatBurst: 5, EraseWithin: TimeSpan.FromHours(48));

    public async Task<SendOutcome> Send(Outbound outbound, CancellationToken cancel)
    {
        if (!long.TryParse(outbound.Address, out var chat))
            return new SendOutcome.Refused("the address is no chat id");
        try
        {
            return outbound.Body switch
            {
                OutboundBody.Show { Reply: Reply.Menu menu } show => await Show(outbound, chat, menu, show.Keys, cancel).ConfigureAwait(false),
                OutboundBody.Show { Reply: Reply.Spot spot } => await Point(outbound, chat, spot, cancel).ConfigureAwait(false),
                OutboundBody.Show { Reply: Reply.Recording recording } =>
                    await recordings.Send(chat, recording.Media, outbound.Silent, cancel).ConfigureAwait(false),
                OutboundBody.Say say => await Say(outbound, chat, say.Text, cancel).ConfigureAwait(false),
                OutboundBody.Line line => await lines.Send(outbound, chat, line, cancel).ConfigureAwait(false),
                OutboundBody.React react => await lines.React(chat, react, cancel).ConfigureAwait(false),
                OutboundBody.EndThread { Key: var key } => await lines.End(outbound.Conversation, chat, key, cancel).ConfigureAwait(false),
                OutboundBody.Erase erase => await eraser.Erase(chat, erase.Messages, cancel).ConfigureAwait(false),
                _ => new SendOutcome.Refused($"Telegram has no form for {outbound.Body.GetType().Name}"),
            };
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && e is RequestException or HttpRequestException or OperationCanceledException or IOException)
        {
            return trouble.Read(e, outbound);
        }
    }

    private async Task<SendOutcome> Show(Outbound outbound, long chat, Reply.Menu menu, ImmutableArray<ImmutableArray<Button>> keys, CancellationToken cancel)
    {
        var (text, buttons) = (MenuMessage.Text(menu), MenuMessage.Buttons(menu, keys));
        if (outbound.Edits is null)
        {
            var sent = await bot.Quick.SendMessage(chat, text, replyMarkup: buttons, linkPreviewOptions: noPreview,
                disableNotification: outbound.Silent, protectContent: menu.Sensitive, cancellationToken: cancel).ConfigureAwait(false);
            return Sent(sent, menu.Sensitive);
        }

        if (!SentMessage.TryParse(outbound.Edits, out var shown) || (menu.Sensitive && !shown.Protected))
            return new SendOutcome.EditGone(); // an edit cannot protect what was sent without protection
        await bot.Quick.EditMessageText(
            chat, shown.Id, text, replyMarkup: buttons, linkPreviewOptions: noPreview, cancellationToken: cancel).ConfigureAwait(false);
        return new SendOutcome.Sent(outbound.Edits);
    }

    private async Task<SendOutcome> Say(Outbound outbound, long chat, string text, CancellationToken cancel) =>
        Sent(await bot.Quick.SendMessage(chat, MenuMessage.Fitting(text), linkPreviewOptions: noPreview,
            disableNotification: outbound.Silent, cancellationToken: cancel).ConfigureAwait(false), isProtected: false);

    /// <summary>Where a service is says what she looked for: it is never passed on by accident.</summary>
    private async Task<SendOutcome> Point(Outbound outbound, long chat, Reply.Spot spot, CancellationToken cancel) =>
        Sent(await bot.Quick.SendVenue(chat, spot.Latitude, spot.Longitude, MenuMessage.Fitting(spot.Title), MenuMessage.Fitting(spot.Address),
            disableNotification: outbound.Silent, protectContent: true, cancellationToken: cancel).ConfigureAwait(false), isProtected: true);

    private static SendOutcome.Sent Sent(Message message, bool isProtected) => new(new SentMessage(message.Id, isProtected).ToString());
}
