using ChatSupport.Storage;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ChatSupport.Channels.Telegram;

/// <summary>The key of a topic that somebody wrote in; null for one that is none of ours.</summary>
internal delegate string? FindTopicKey(string conversation, int thread);

/// <summary>Topics in private chats: one for each matter, where Telegram lets the bot have them. A topic is disposable: whoever deletes it gets a new one.</summary>
internal sealed class Topics(TelegramBot bot, StoreWriter writer, StoreReaders readers)
{
    private const int LongestName = 128;
    private const string Find = "SELECT thread FROM telegram_topics WHERE conversation = $1 AND key = $2";
    private const string FindKey = "SELECT key FROM telegram_topics WHERE conversation = $1 AND thread = $2";
    private const string Keep = "INSERT OR REPLACE INTO telegram_topics (conversation, key, thread) VALUES ($1, $2, $3)";
    private const string Drop = "DELETE FROM telegram_topics WHERE conversation = $1 AND key = $2";

    private Task<bool>? areThere;

    /// <summary>The key of a topic that somebody wrote in; null for one that is none of ours.</summary>
    public string? KeyOf(string conversation, int thread) => readers.Read(session => session[FindKey].One(conversation, thread)) as string;

    /// <summary>The topic of a key, made where there is none yet; null where Telegram has no topics for this bot, or for this chat.</summary>
    public async Task<int?> Of(string conversation, long chat, string key, string title, CancellationToken cancel)
    {
        if (!await AreThere(cancel).ConfigureAwait(false))
            return null;
        if (readers.Read(session => session[Find].One(conversation, key)) is long known)
            return (int)known;
        try
        {
            var topic = await bot.Quick.CreateForumTopic(chat, title.Length > LongestName ? title[..LongestName] : title, cancellationToken: cancel).ConfigureAwait(false);
            await writer.Write(session => session[Keep].Run(conversation, key, topic.MessageThreadId), cancel).ConfigureAwait(false);
            return topic.MessageThreadId;
        }
        catch (ApiRequestException answer) when (answer.ErrorCode == 400 && ApiTrouble.Says(answer, "not a forum"))
        {
            return null; // an old client, or topics were switched off: the chat itself is used
        }
    }

    /// <summary>A topic is gone: the next message makes another.</summary>
    public Task Forget(string conversation, string key, CancellationToken cancel) =>
        writer.Write(session => session[Drop].Run(conversation, key), cancel);

    /// <summary>Deletes a topic with everything in it.</summary>
    public async Task Delete(string conversation, long chat, string key, CancellationToken cancel)
    {
        if (readers.Read(session => session[Find].One(conversation, key)) is not long thread)
            return;
        try
        {
            await bot.Quick.DeleteForumTopic(chat, (int)thread, cancel).ConfigureAwait(false);
        }
        catch (ApiRequestException answer) when (answer.ErrorCode == 400)
        {
            // It is gone already.
        }
        await Forget(conversation, key, cancel).ConfigureAwait(false);
    }

    /// <summary>Telegram says that the topic of a message is not there.</summary>
    public static bool IsGone(ApiRequestException answer) => answer.ErrorCode == 400
        && (ApiTrouble.Says(answer, "message thread not found") || ApiTrouble.Says(answer, "TOPIC_DELETED") || ApiTrouble.Says(answer, "TOPIC_ID_INVALID"));

    private Task<bool> AreThere(CancellationToken cancel)
    {
        var asked = areThere;
        return asked is { IsCompletedSuccessfully: true } ? asked : areThere = Ask(cancel);
    }

    private async Task<bool> Ask(CancellationToken cancel) => (await bot.Quick.GetMe(cancel).ConfigureAwait(false)).HasTopicsEnabled;
}
