using System.Collections.Immutable;
using ChatSupport.Conversations;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ChatSupport.Channels.Telegram;

/// <summary>Deletes messages of a chat: many at once, and one by one where one of them stands in the way. What is gone is no failure, and of what is
/// too old to be deleted at least the words go.</summary>
internal sealed class Eraser(TelegramBot bot)
{
    private const int MostAtOnce = 100;
    private const string NoWords = "…";

    /// <exception cref="RequestException">The call failed for another reason than the age of a message: to be repeated, which does no harm.</exception>
    public async Task<SendOutcome> Erase(long chat, ImmutableArray<string> messages, CancellationToken cancel)
    {
        var ids = messages.Select(text => SentMessage.TryParse(text, out var message) ? message.Id : 0).Where(id => id > 0).Distinct().OrderDescending();
        foreach (var some in ids.Chunk(MostAtOnce)) // the newest first: they are what a stranger would see
        {
            try
            {
                await bot.Quick.DeleteMessages(chat, some, cancel).ConfigureAwait(false);
            }
            catch (ApiRequestException answer) when (CannotGo(answer))
            {
                await OneByOne(chat, some, cancel).ConfigureAwait(false);
            }
        }

        return new SendOutcome.Sent(null);
    }

    private async Task OneByOne(long chat, int[] ids, CancellationToken cancel)
    {
        foreach (var id in ids)
        {
            try
            {
                await bot.Quick.DeleteMessage(chat, id, cancel).ConfigureAwait(false);
            }
            catch (ApiRequestException answer) when (CannotGo(answer))
            {
                if (!ApiTrouble.Says(answer, "not found"))
                    await Empty(chat, id, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A text of ours may be changed however old it is. Hers, and recordings, stay.</summary>
    private async Task Empty(long chat, int id, CancellationToken cancel)
    {
        try
        {
            await bot.Quick.EditMessageText(chat, id, NoWords, cancellationToken: cancel).ConfigureAwait(false);
        }
        catch (ApiRequestException answer) when (answer.ErrorCode == 400 && answer.Parameters?.MigrateToChatId is null)
        {
        }
    }

    private static bool CannotGo(ApiRequestException answer) => answer.ErrorCode == 400 && answer.Parameters?.MigrateToChatId is null
        && (ApiTrouble.Says(answer, "delete") || ApiTrouble.Says(answer, "MESSAGE_ID_INVALID") || ApiTrouble.Says(answer, "message not found")
            || ApiTrouble.Says(answer, "message identifier"));
}
