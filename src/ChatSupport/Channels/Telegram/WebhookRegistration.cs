using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ChatSupport.Channels.Telegram;

/// <summary>What the command line does about the webhook. Each answers in sentences; none of them says the token or the secret.</summary>
internal static class WebhookRegistration
{
    /// <summary>How many calls Telegram may make at once. Its own default of 40 would be slower than this program.</summary>
    private const int MostConnections = 100;

    /// <summary>Tells Telegram where to call and how to prove itself.</summary>
    public static Task<WebhookAnswer> Set(TelegramOptions options, CancellationToken cancel) =>
        Ask(options, needsWebhook: true, async bot =>
        {
            await bot.SetWebhook(options.WebhookUrl!, maxConnections: MostConnections, allowedUpdates: UpdateReader.Wanted,
                secretToken: options.WebhookSecret, cancellationToken: cancel).ConfigureAwait(false);
            return options.Mode == TelegramOptions.Webhook
                ? "The webhook is set. Telegram calls this address from now on."
                : $"The webhook is set. Set {TelegramOptions.Section}:Mode to Webhook as well: long polling gets nothing while a webhook is set.";
        });

    /// <summary>Ends the calls; long polling works again. What waits is kept by Telegram.</summary>
    public static Task<WebhookAnswer> Delete(TelegramOptions options, CancellationToken cancel) =>
        Ask(options, needsWebhook: false, async bot =>
        {
            await bot.DeleteWebhook(cancellationToken: cancel).ConfigureAwait(false);
            return "No webhook is set now. What workers write waits for long polling, at most 24 hours.";
        });

    /// <summary>Says where Telegram calls and how it fares.</summary>
    public static Task<WebhookAnswer> Info(TelegramOptions options, CancellationToken cancel) =>
        Ask(options, needsWebhook: false, async bot =>
        {
            var info = await bot.GetWebhookInfo(cancel).ConfigureAwait(false);
            if (string.IsNullOrEmpty(info.Url))
                return $"No webhook is set. {info.PendingUpdateCount} updates wait for long polling.";
            var sentences = $"The webhook is set to {info.Url}. {info.PendingUpdateCount} updates wait.";
            if (options.WebhookUrl is { Length: > 0 } wanted && wanted != info.Url)
                sentences += $" {TelegramOptions.Section}:WebhookUrl names another address: run 'chatsupport telegram webhook set'.";
            return info.LastErrorDate is { } when
                ? string.Create(CultureInfo.InvariantCulture, $"{sentences} The last call failed at {when:yyyy-MM-dd HH:mm} UTC: {info.LastErrorMessage}.")
                : sentences;
        });

    private static async Task<WebhookAnswer> Ask(TelegramOptions options, bool needsWebhook, Func<ITelegramBotClient, Task<string>> ask)
    {
        if (Wrong(options, needsWebhook) is { } wrong)
            return new WebhookAnswer(wrong, WebhookOutcome.WrongSettings);
        try
        {
            using var bot = new TelegramBot(Options.Create(options));
            return new WebhookAnswer(await ask(bot.Quick).ConfigureAwait(false), WebhookOutcome.Done);
        }
        catch (Exception e) when (ApiTrouble.IsUnknownToken(e))
        {
            return new WebhookAnswer(
                $"{TelegramOptions.Section}:Token: The Bot API server does not know this token. Copy it from @BotFather, and look whether {TelegramOptions.Section}:ApiUrl is the server you mean.",
                WebhookOutcome.WrongSettings);
        }
        catch (Exception e) when (e is RequestException or HttpRequestException or OperationCanceledException or IOException)
        {
            return new WebhookAnswer($"Telegram did not do it: {ApiTrouble.Of(e)}. Look at the connection and at {TelegramOptions.Section}:ApiUrl, then try again.", WebhookOutcome.Failed);
        }
    }

    private static string? Wrong(TelegramOptions options, bool needsWebhook)
    {
        if (!options.IsOn)
            return $"{TelegramOptions.Section}:Token is not set. Set it to the token of a bot from @BotFather, for example in the environment: ChatSupport__Telegram__Token.";
        var seenAs = needsWebhook
            ? new TelegramOptions { Token = options.Token, ApiUrl = options.ApiUrl, Mode = TelegramOptions.Webhook, WebhookUrl = options.WebhookUrl, WebhookSecret = options.WebhookSecret }
            : options;
        var wrong = new List<ValidationResult>();
        return Validator.TryValidateObject(seenAs, new ValidationContext(seenAs), wrong, validateAllProperties: true)
            ? null
            : string.Join('\n', wrong.Select(result => result.ErrorMessage));
    }
}

/// <summary>What the command says.</summary>
/// <param name="Sentences">For the operator.</param>
/// <param name="Outcome">How it went.</param>
internal sealed record WebhookAnswer(string Sentences, WebhookOutcome Outcome);

/// <summary>How it went.</summary>
internal enum WebhookOutcome
{
    /// <summary>Telegram did it.</summary>
    Done,

    /// <summary>Telegram refused or could not be reached.</summary>
    Failed,

    /// <summary>A setting is missing or wrong; nothing was tried, or Telegram does not know the token.</summary>
    WrongSettings,
}
