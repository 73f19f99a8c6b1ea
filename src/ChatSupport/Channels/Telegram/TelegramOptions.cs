using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace ChatSupport.Channels.Telegram;

/// <summary>Settings under <c>ChatSupport:Telegram</c>. Wrong ones stop the start.</summary>
internal sealed partial class TelegramOptions : IValidatableObject
{
    public const string Section = "ChatSupport:Telegram";
    public const string Polling = "Polling";
    public const string Webhook = "Webhook";

    /// <summary>The bot's token, as @BotFather gave it. Without it the channel is off.</summary>
    public string? Token { get; init; }

    /// <summary>The Bot API server, without a path. Default Telegram's own.</summary>
    public string ApiUrl { get; init; } = "https://api.telegram.org";

    /// <summary><c>Polling</c> (default): the program asks for what is new. <c>Webhook</c>: Telegram calls <see cref="WebhookUrl"/>.</summary>
    [AllowedValues(Polling, Webhook, ErrorMessage = Section + ":Mode must be Polling or Webhook. Polling needs no address on the internet.")]
    public string Mode { get; init; } = Polling;

    /// <summary>Where Telegram reaches <c>/telegram/webhook</c> of this program: <c>https://bot.example.org/telegram/webhook</c>. Needed for <c>Webhook</c>.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>What Telegram sends with each call to prove itself: 16 to 256 of <c>A-Z a-z 0-9 _ -</c>. Needed for <c>Webhook</c>; without it every call is refused.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>Messages a second over all chats. Default 30, what Telegram allows an ordinary bot; more only for a bot that pays for it, or a Bot API server of one's own.</summary>
    [Range(1, 10_000, ErrorMessage = Section + ":PerSecond must be between 1 and 10000 messages a second. Telegram allows 30.")]
    public int PerSecond { get; init; } = 30;

    /// <summary>Messages a second within one chat, over time. Default 1, what Telegram allows.</summary>
    [Range(1, 1_000, ErrorMessage = Section + ":PerChatPerSecond must be between 1 and 1000 messages a second. Telegram allows 1.")]
    public int PerChatPerSecond { get; init; } = 1;

    /// <summary>There is a bot.</summary>
    public bool IsOn => !string.IsNullOrEmpty(Token);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
            yield break;
        if (!TokenForm().IsMatch(Token!))
            yield return new($"{Section}:Token does not look like a bot token (digits, a colon, letters). Copy it from @BotFather without blanks.");
        if (!Uri.TryCreate(ApiUrl, UriKind.Absolute, out var api) || api.Scheme is not ("https" or "http") || api.PathAndQuery != "/" || api.UserInfo.Length > 0)
            yield return new($"{Section}:ApiUrl must be the address of a Bot API server without a path, for example https://api.telegram.org.");
        if (Mode != Webhook)
            yield break;
        if (!Uri.TryCreate(WebhookUrl, UriKind.Absolute, out var webhook) || webhook.Scheme is not ("https" or "http"))
            yield return new($"{Section}:WebhookUrl must be the address where Telegram reaches this program, for example https://bot.example.org/telegram/webhook.");
        if (!SecretForm().IsMatch(WebhookSecret ?? ""))
            yield return new($"{Section}:WebhookSecret must be 16 to 256 of the characters A-Z a-z 0-9 _ -. Make one, for example with: openssl rand -hex 32");
    }

    [GeneratedRegex(@"^[0-9]{1,18}:[A-Za-z0-9_-]{3,}\z")]
    private static partial Regex TokenForm();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{16,256}\z")]
    private static partial Regex SecretForm();
}
