using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ChatSupport.Channels.Telegram;

/// <summary>Says what an update means. Conversations are private chats only; whatever else comes is left alone.</summary>
internal sealed class UpdateReader(TelegramBot bot, ConversationKeys keys, FileReferences files, Albums albums, FindTopicKey topicKey, TimeProvider time)
{
    /// <summary>The first part of every conversation key.</summary>
    public const string Channel = "tg";

    /// <summary>The kinds that are asked for. What is not asked for does not even travel.</summary>
    public static IReadOnlyList<UpdateType> Wanted { get; } =
        [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember, UpdateType.MessageReaction];

    public Meaning Read(Update update) => update switch
    {
        { Message: { } message } => ReadMessage(update.Id, message),
        { EditedMessage: { } message } => ReadEdit(update.Id, message),
        { CallbackQuery: { } press } => ReadPress(update.Id, press),
        { MyChatMember: { } change } => ReadMembership(update.Id, change),
        { MessageReaction: { } reaction } => ReadReaction(update.Id, reaction),
        _ => Meaning.Nothing,
    };

    /// <summary>The chat of an update, whose updates stay in order; null for what belongs to none.</summary>
    public static long? ChatOf(Update update) =>
        (update.Message ?? update.EditedMessage ?? update.CallbackQuery?.Message)?.Chat.Id ?? update.MyChatMember?.Chat.Id ?? update.MessageReaction?.Chat.Id;

    private Meaning ReadMessage(int update, Message message)
    {
        if (message.MigrateToChatId is { } moved)
            return new Meaning.Event(Event(update, message.Chat.Id, new InboundEvent.Moved()) with { Address = Text(moved) });
        if (message.From is { IsBot: true } || MessageKinds.IsService(message))
            return Meaning.Nothing;
        if (message.Chat.Type is ChatType.Group or ChatType.Supergroup)
            return new Meaning.Group(message.Chat.Id);
        if (message.Chat.Type != ChatType.Private)
            return Meaning.Nothing;

        var inbound = Event(update, message.Chat.Id, WhatSheDid(update, message));
        return new Meaning.Event(inbound with
        {
            MessageId = Text(message.Id),
            LanguageHint = message.From?.LanguageCode,
            Thread = ThreadOf(inbound.Conversation, message),
            AnswersTo = message.ReplyToMessage is { } answered && answered.Id != message.MessageThreadId ? Text(answered.Id) : null,
        });
    }

    /// <summary>A reply outside of topics carries a thread number too: only what says itself to be of a topic is.</summary>
    private string? ThreadOf(string conversation, Message message) =>
        message is { IsTopicMessage: true, MessageThreadId: { } thread } ? topicKey(conversation, thread) : null;

    private Meaning ReadReaction(int update, MessageReactionUpdated reaction)
    {
        if (reaction.Chat.Type != ChatType.Private || reaction.User is { IsBot: true })
            return Meaning.Nothing;
        var sign = reaction.NewReaction.OfType<ReactionTypeEmoji>().FirstOrDefault()?.Emoji;
        return new Meaning.Event(Event(update, reaction.Chat.Id, new InboundEvent.Reacted(sign)) with { AnswersTo = Text(reaction.MessageId) });
    }

    private InboundEvent WhatSheDid(int update, Message message)
    {
        if (message.MediaGroupId is { } album && !albums.IsFirst(message.Chat.Id, album, update))
            return new InboundEvent.Continued(ReadContent(message));
        if (SlashCommand.Read(message.Text) is { } command)
            return new InboundEvent.Commanded(command);
        return new InboundEvent.Did(ReadContent(message));
    }

    private Input ReadContent(Message message) => MessageKinds.Read(message, fileId => files.Seal(Key(message.Chat.Id), fileId));

    private Meaning ReadEdit(int update, Message message)
    {
        if (message.Chat.Type != ChatType.Private || message.From is { IsBot: true } || message.Location is not null)
            return Meaning.Nothing; // a location that moves on is an edit every few seconds
        var inbound = Event(update, message.Chat.Id, new InboundEvent.Did(new Input.Edited(message.Text ?? message.Caption)));
        return new Meaning.Event(inbound with { MessageId = Text(message.Id), LanguageHint = message.From?.LanguageCode });
    }

    private Meaning ReadPress(int update, CallbackQuery press)
    {
        if (press.Data is not { Length: > 0 } button || press.Message is not { Chat.Type: ChatType.Private } menu || press.From.IsBot)
            return new Meaning.LonePress(press.Id);
        var inbound = Event(update, menu.Chat.Id, new InboundEvent.Did(new Input.Button(button)));
        return new Meaning.Event(inbound with { PressedOn = Text(menu.Id), LanguageHint = press.From.LanguageCode }, press.Id);
    }

    private Meaning ReadMembership(int update, ChatMemberUpdated change)
    {
        var isThere = change.NewChatMember.Status is not (ChatMemberStatus.Kicked or ChatMemberStatus.Left);
        return change.Chat.Type switch
        {
            ChatType.Private => new Meaning.Event(
                Event(update, change.Chat.Id, isThere ? new InboundEvent.Reachable() : new InboundEvent.Unreachable())),
            ChatType.Group or ChatType.Supergroup when isThere => new Meaning.Group(change.Chat.Id),
            _ => Meaning.Nothing,
        };
    }

    private Inbound Event(int update, long chat, InboundEvent what) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{Channel}:{bot.Id}:{update}"),
        Conversation = Key(chat),
        Address = Text(chat),
        Event = what,
        ArrivedAt = time.GetUtcNow(),
    };

    private string Key(long chat) => keys.For(Channel, bot.Id, Text(chat));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
