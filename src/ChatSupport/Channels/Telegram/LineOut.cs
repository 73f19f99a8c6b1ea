using System.Globalization;
using ChatSupport.Conversations;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatSupport.Channels.Telegram;

/// <summary>Sends lines between two people. Always anew, never forwarded: a forwarded message shows who wrote it.</summary>
internal sealed class LineOut(TelegramBot bot, Topics topics, FileReferences files, IEnumerable<IMediaSource> sources)
{
    private const int LongestCaption = 1024;
    private static readonly LinkPreviewOptions noPreview = new() { IsDisabled = true };

    /// <summary>Sends it, into its topic where there are topics.</summary>
    /// <exception cref="RequestException">It did not go through.</exception>
    public async Task<SendOutcome> Send(Outbound outbound, long chat, OutboundBody.Line line, CancellationToken cancel)
    {
        if (outbound.Edits is { } edits)
            return await Edit(chat, edits, line, cancel).ConfigureAwait(false);
        if (line.Thread is not { } thread)
            return Sent(await Say(chat, null, line, null, cancel).ConfigureAwait(false));
        if (await topics.Of(outbound.Conversation, chat, thread.Key, thread.Title, cancel).ConfigureAwait(false) is not { } topic)
            return Sent(await Say(chat, null, line, thread.Title, cancel).ConfigureAwait(false));
        var message = await SayIn(chat, topic, line, cancel).ConfigureAwait(false);
        if (message is not null)
            return Sent(message);
        await topics.Forget(outbound.Conversation, thread.Key, cancel).ConfigureAwait(false);
        var again = await topics.Of(outbound.Conversation, chat, thread.Key, thread.Title, cancel).ConfigureAwait(false);
        return Sent(await Say(chat, again, line with { AnswersTo = null }, again is null ? thread.Title : null, cancel).ConfigureAwait(false)) with { InNewThread = true };
    }

    /// <summary>Puts a sign under a message.</summary>
    public async Task<SendOutcome> React(long chat, OutboundBody.React react, CancellationToken cancel)
    {
        if (!SentMessage.TryParse(react.Message, out var message))
            return new SendOutcome.Refused("the message to react to has no number");
        ReactionType[] signs = react.Emoji is { } emoji ? [new ReactionTypeEmoji { Emoji = emoji }] : [];
        await bot.Quick.SetMessageReaction(chat, message.Id, signs, cancellationToken: cancel).ConfigureAwait(false);
        return new SendOutcome.Sent(null);
    }

    /// <summary>Ends a topic.</summary>
    public async Task<SendOutcome> End(string conversation, long chat, string key, CancellationToken cancel)
    {
        await topics.Delete(conversation, chat, key, cancel).ConfigureAwait(false);
        return new SendOutcome.Sent(null);
    }

    /// <returns>Null where the topic is gone. One that was deleted just now may also let the message fall into the chat itself: it is taken away again.</returns>
    private async Task<Message?> SayIn(long chat, int topic, OutboundBody.Line line, CancellationToken cancel)
    {
        try
        {
            var message = await Say(chat, topic, line, null, cancel).ConfigureAwait(false);
            if (message.MessageThreadId == topic)
                return message;
            await bot.Quick.DeleteMessage(chat, message.Id, cancel).ConfigureAwait(false);
            return null;
        }
        catch (ApiRequestException answer) when (Topics.IsGone(answer))
        {
            return null;
        }
    }

    private async Task<Message> Say(long chat, int? topic, OutboundBody.Line line, string? title, CancellationToken cancel)
    {
        var text = title is null ? line.Text : $"{title}: {line.Text}";
        var buttons = Buttons(line);
        ReplyParameters? answers = line.AnswersTo is { } to && SentMessage.TryParse(to, out var answered)
            ? new ReplyParameters { MessageId = answered.Id, AllowSendingWithoutReply = true } : null;
        switch (line.Media)
        {
            case { Kind: LineMediaKind.Location, Latitude: { } latitude, Longitude: { } longitude }:
                return await bot.Quick.SendLocation(chat, latitude, longitude, replyParameters: answers, replyMarkup: buttons, messageThreadId: topic,
                    disableNotification: line.Silent, protectContent: true, cancellationToken: cancel).ConfigureAwait(false);
            case { Kind: var kind, Media: { } media, From: var from } when await File(from, media, cancel).ConfigureAwait(false) is { } file:
                var caption = text.Length > LongestCaption ? text[..LongestCaption] : text;
                return kind == LineMediaKind.Voice
                    ? await bot.Patient.SendVoice(chat, file, caption, replyParameters: answers, replyMarkup: buttons, messageThreadId: topic,
                        disableNotification: line.Silent, protectContent: true, cancellationToken: cancel).ConfigureAwait(false)
                    : await bot.Patient.SendPhoto(chat, file, caption, replyParameters: answers, replyMarkup: buttons, messageThreadId: topic,
                        disableNotification: line.Silent, protectContent: true, cancellationToken: cancel).ConfigureAwait(false);
            default:
                if (line.Media is not null)
                    text += " 📎?"; // it is gone where it came from: at least it is seen that there was something
                return await bot.Quick.SendMessage(chat, MenuMessage.Fitting(text), ParseMode.None, answers, buttons, noPreview, topic,
                    disableNotification: line.Silent, protectContent: true, cancellationToken: cancel).ConfigureAwait(false);
        }
    }

    private async Task<SendOutcome> Edit(long chat, string edits, OutboundBody.Line line, CancellationToken cancel)
    {
        if (!SentMessage.TryParse(edits, out var shown))
            return new SendOutcome.EditGone();
        if (line.Media is { Kind: LineMediaKind.Photo, Media: { } media, From: var from })
        {
            if (await File(from, media, cancel).ConfigureAwait(false) is { } file)
            {
                // Blurred until she taps it, so that nobody beside her sees it come.
                await bot.Patient.EditMessageMedia(chat, shown.Id, new InputMediaPhoto(file) { Caption = line.Text.Length == 0 ? null : line.Text, HasSpoiler = true },
                    replyMarkup: Buttons(line), cancellationToken: cancel).ConfigureAwait(false);
            }
            return new SendOutcome.Sent(edits); // a picture that is gone leaves the message as it is
        }
        await bot.Quick.EditMessageText(chat, shown.Id, MenuMessage.Fitting(line.Text), replyMarkup: Buttons(line), linkPreviewOptions: noPreview, cancellationToken: cancel)
            .ConfigureAwait(false);
        return new SendOutcome.Sent(edits);
    }

    /// <summary>A file of this bot is named, one of another channel is sent.</summary>
    private async Task<InputFile?> File(string from, string media, CancellationToken cancel)
    {
        var channel = from.Split(':')[0];
        if (channel == UpdateReader.Channel)
            return files.Open(from, media) is { } id ? InputFile.FromFileId(id) : null;
        var source = sources.FirstOrDefault(one => one.Channel == channel);
        return source is not null && await source.Read(from, media, cancel).ConfigureAwait(false) is { } sent
            ? InputFile.FromStream(new MemoryStream(sent.Bytes, writable: false), NameOf(sent.ContentType))
            : null;
    }

    /// <summary>The name of a file may not say what it is about.</summary>
    private static string NameOf(string contentType) => contentType switch
    {
        "image/png" => "photo.png",
        _ when contentType.StartsWith("image/", StringComparison.Ordinal) => "photo.jpg",
        _ => "voice.ogg",
    };

    private static InlineKeyboardMarkup? Buttons(OutboundBody.Line line) => line.Buttons.IsDefaultOrEmpty ? null
        : new InlineKeyboardMarkup(line.Buttons.Select(row => row.Select(button => InlineKeyboardButton.WithCallbackData(button.Label, button.Id))));

    private static SendOutcome.Sent Sent(Message message) => new(message.Id.ToString(CultureInfo.InvariantCulture));
}
