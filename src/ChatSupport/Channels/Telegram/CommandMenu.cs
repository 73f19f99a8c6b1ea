using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace ChatSupport.Channels.Telegram;

/// <summary>Keeps the list of commands in her app as the live content words it, in each language. Whoever opens it by chance learns nothing from it.</summary>
internal sealed class CommandMenu(TelegramBot bot, Library library, TimeProvider time, ILogger<CommandMenu> log)
{
    private static readonly TimeSpan notAgainWithin = TimeSpan.FromMinutes(1);

    private static readonly (string Name, Phrase Phrase)[] shown =
    [
        ("menu", Phrase.CommandMenu),
        ("language", Phrase.CommandLanguage),
        ("help", Phrase.CommandHelp),
        ("x", Phrase.CommandClose),
        ("forget", Phrase.CommandForget),
    ];

    private readonly Lock gate = new();
    private volatile string? brought; // fingerprint of the content whose words Telegram has, or is being brought
    private DateTimeOffset notBefore;

    /// <summary>Looks whether the words changed, which costs nothing, and brings them to Telegram beside whatever goes on.</summary>
    public void Look()
    {
        var dialogs = library.Current.Dialogs;
        if (brought == dialogs.Fingerprint)
            return;
        lock (gate)
        {
            if (brought == dialogs.Fingerprint || time.GetUtcNow() < notBefore)
                return;
            brought = dialogs.Fingerprint;
        }

        _ = Bring(dialogs);
    }

    private async Task Bring(DialogSet dialogs)
    {
        try
        {
            await bot.Quick.SetMyCommands(Commands(dialogs, dialogs.Languages[0])).ConfigureAwait(false);
            foreach (var language in dialogs.Languages.Where(tag => tag.Length == 2)) // Telegram knows two-letter tags only
                await bot.Quick.SetMyCommands(Commands(dialogs, language), languageCode: language).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RequestException or HttpRequestException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            log.CommandsNotSet(ApiTrouble.Of(e));
            lock (gate)
                (brought, notBefore) = (null, time.GetUtcNow() + notAgainWithin);
        }
    }

    private static List<BotCommand> Commands(DialogSet dialogs, string language) =>
        [.. shown.Select(command => new BotCommand(command.Name, dialogs.Phrases.In(command.Phrase, language))).Where(command => command.Description.Length > 0)];
}
