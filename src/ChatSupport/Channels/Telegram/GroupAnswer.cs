using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ChatSupport.Channels.Telegram;

/// <summary>In a group the bot asks once to be written to alone, in every language, and leaves: others read along there.</summary>
internal sealed class GroupAnswer(TelegramBot bot, Library library, TimeProvider time, ILogger<GroupAnswer> log)
{
    private static readonly TimeSpan notAgainWithin = TimeSpan.FromHours(1);
    private const int MostRemembered = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<long, DateTimeOffset> told = [];

    /// <summary>Says it and leaves; nothing where it was done within the hour. Never throws for an answer of Telegram.</summary>
    public async Task Turn(long group, CancellationToken cancel)
    {
        if (!IsNew(group))
            return;
        var phrases = library.Current.Dialogs.Phrases;
        var text = string.Join('\n', library.Current.Dialogs.Languages.Select(language => phrases.In(Phrase.GroupOnly, language)).Distinct(StringComparer.Ordinal));
        await Try(() => bot.Quick.SendMessage(group, MenuMessage.Fitting(text), disableNotification: true, cancellationToken: cancel), cancel).ConfigureAwait(false);
        if (await Try(() => bot.Quick.LeaveChat(group, cancel), cancel).ConfigureAwait(false))
            log.LeftGroup();
    }

    private bool IsNew(long group)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (told.TryGetValue(group, out var at) && now - at < notAgainWithin)
                return false;
            if (told.Count >= MostRemembered)
                told.Clear();
            told[group] = now;
            return true;
        }
    }

    private async Task<bool> Try(Func<Task> call, CancellationToken cancel)
    {
        try
        {
            await call().ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && e is RequestException or HttpRequestException or OperationCanceledException or IOException)
        {
            log.GroupNotLeft(ApiTrouble.Of(e));
            return false;
        }
    }
}
