namespace ChatSupport.Channels.Telegram;

/// <summary>Log lines of the Telegram channel, 1401 to 1499. Never a token, a chat id, a text or the words of an exception that could hold one.</summary>
internal static partial class TelegramLog
{
    [LoggerMessage(1401, LogLevel.Information, "Telegram is connected, mode {Mode}")]
    public static partial void Connected(this ILogger log, string mode);

    [LoggerMessage(1402, LogLevel.Warning, "Telegram cannot be reached: {Trouble}. It is tried again in {Seconds:0} s; what workers write meanwhile is kept by Telegram")]
    public static partial void OutOfReach(this ILogger log, string trouble, double seconds);

    [LoggerMessage(1403, LogLevel.Error, "Telegram does not know the token in ChatSupport:Telegram:Token any more; no message goes in or out. Get the present one from @BotFather, set it and start again. It is tried again in {Seconds:0} s")]
    public static partial void TokenUnknown(this ILogger log, double seconds);

    [LoggerMessage(1404, LogLevel.Warning, "Another program asks Telegram for the updates of this bot, so this one gets none. Stop the other one: a bot has one reader. It is tried again in {Seconds:0} s")]
    public static partial void AnotherReader(this ILogger log, double seconds);

    [LoggerMessage(1405, LogLevel.Error, "A webhook is set for this bot, so Telegram gives nothing to long polling. Run 'chatsupport telegram webhook delete', or set ChatSupport:Telegram:Mode to Webhook. It is tried again in {Seconds:0} s")]
    public static partial void WebhookInTheWay(this ILogger log, double seconds);

    [LoggerMessage(1406, LogLevel.Error, "No webhook is set for this bot at ChatSupport:Telegram:WebhookUrl, so nothing will arrive. Run 'chatsupport telegram webhook set'")]
    public static partial void WebhookNotSet(this ILogger log);

    [LoggerMessage(1407, LogLevel.Warning, "The conversations cannot be written now; update {Update} is tried again in {Seconds:0.#} s")]
    public static partial void Unavailable(this ILogger log, int update, double seconds);

    [LoggerMessage(1408, LogLevel.Warning, "Update {Update} failed with {Fault}; it is tried again in {Seconds:0.#} s")]
    public static partial void UpdateFailed(this ILogger log, int update, string fault, double seconds);

    [LoggerMessage(1409, LogLevel.Error, "Update {Update} failed {Tries} times, last with {Fault}; it is passed over so that others are heard")]
    public static partial void PassedOver(this ILogger log, int update, int tries, string fault);

    [LoggerMessage(1410, LogLevel.Warning, "An update has a form that this program cannot read ({Fault}); it is confirmed and left alone")]
    public static partial void Unreadable(this ILogger log, string fault);

    [LoggerMessage(1411, LogLevel.Warning, "A call of the webhook was refused: {Why}")]
    public static partial void WebhookRefused(this ILogger log, string why);

    [LoggerMessage(1412, LogLevel.Information, "A button press could not be answered: {Trouble}. Only her app's waiting sign is concerned")]
    public static partial void PressUnanswered(this ILogger log, string trouble);

    [LoggerMessage(1413, LogLevel.Information, "The bot left a group: it answers private chats only")]
    public static partial void LeftGroup(this ILogger log);

    [LoggerMessage(1414, LogLevel.Warning, "The bot could not leave a group: {Trouble}")]
    public static partial void GroupNotLeft(this ILogger log, string trouble);

    [LoggerMessage(1415, LogLevel.Warning, "The command menu could not be brought to Telegram: {Trouble}. It is tried again later")]
    public static partial void CommandsNotSet(this ILogger log, string trouble);

    [LoggerMessage(1416, LogLevel.Warning, "Recording {Media} is not among the content; she reads the text instead")]
    public static partial void NoRecording(this ILogger log, string media);

    [LoggerMessage(1417, LogLevel.Error, "Update {Update} belongs to a conversation that does not open with the keys, and is passed over. Look whether the keys are the right ones; a damaged row comes from a backup")]
    public static partial void Damaged(this ILogger log, int update);
}
