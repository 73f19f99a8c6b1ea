using System.Globalization;
using ChatSupport.Conversations;
using Telegram.Bot.Exceptions;

namespace ChatSupport.Channels.Telegram;

/// <summary>What a refused or failed call means for the message. One for the bot, for it notices when many chats are asked to wait.</summary>
internal sealed class SendTrouble(TimeProvider time)
{
    private static readonly string[] gone =
        ["message to edit not found", "message can't be edited", "there is no text in the message to edit", "MESSAGE_ID_INVALID"];

    private static readonly string[] unreachable =
        ["bot was blocked by the user", "user is deactivated", "bot can't initiate conversation", "bot was kicked"];

    private readonly Lock gate = new();
    private readonly long began = time.GetTimestamp();
    private (string Address, TimeSpan Until) asked = ("", TimeSpan.Zero); // in passing time: the clock may be set

    /// <summary>The outcome that the sender knows what to do with.</summary>
    public SendOutcome Read(Exception fault, Outbound outbound) => fault switch
    {
        ApiRequestException { ErrorCode: 429 } answer => Wait(answer, outbound.Address),
        ApiRequestException { Parameters.MigrateToChatId: { } chat } => new SendOutcome.Moved(chat.ToString(CultureInfo.InvariantCulture)),
        ApiRequestException { ErrorCode: 400 or 403 } answer when unreachable.Any(words => ApiTrouble.Says(answer, words)) => new SendOutcome.Unreachable(),
        ApiRequestException { ErrorCode: 400 } answer when outbound.Edits is not null && ApiTrouble.Says(answer, "message is not modified") =>
            new SendOutcome.Sent(outbound.Edits), // she sees it already
        ApiRequestException { ErrorCode: 400 } answer when outbound.Edits is not null && gone.Any(words => ApiTrouble.Says(answer, words)) =>
            new SendOutcome.EditGone(),
        ApiRequestException { ErrorCode: 400 or 413 } => new SendOutcome.Refused(ApiTrouble.Of(fault)),
        _ => new SendOutcome.TryAgain(ApiTrouble.Of(fault)),
    };

    /// <summary>Telegram does not say whether it means this chat or the whole bot: where a second chat is asked while the first still waits, it means all.</summary>
    private SendOutcome.Wait Wait(ApiRequestException answer, string address)
    {
        var wait = TimeSpan.FromSeconds(Math.Clamp(answer.Parameters?.RetryAfter ?? 1, 1, 3600));
        var now = time.GetElapsedTime(began);
        lock (gate)
        {
            var everybody = asked.Until > now && asked.Address != address;
            asked = (address, now + wait);
            return new SendOutcome.Wait(wait, everybody);
        }
    }
}
