namespace ChatSupport.Conversations;

/// <summary>Log lines of the conversations. Keys are opaque; nothing that she wrote, and no exception text that could quote it, is ever written.</summary>
internal static partial class Log
{
    [LoggerMessage(1101, LogLevel.Warning, "The content called action {Action}, which this program does not know; the dialog went on without a result")]
    public static partial void UnknownQuery(this ILogger log, string action);

    [LoggerMessage(1102, LogLevel.Warning, "Action {Action} took longer than {Seconds:0.#} s; the dialog went on without a result")]
    public static partial void QueryTooSlow(this ILogger log, string action, double seconds);

    [LoggerMessage(1103, LogLevel.Error, "Action {Action} failed with {Fault}; the dialog went on without a result")]
    public static partial void QueryFailed(this ILogger log, string action, string fault);

    [LoggerMessage(1104, LogLevel.Error, "The turn for event {Inbound} of conversation {Conversation} failed; she was told, her place is unchanged. {Fault} at {Where}")]
    public static partial void TurnFailed(this ILogger log, string inbound, string conversation, string fault, string where);

    [LoggerMessage(1105, LogLevel.Information, "Conversation {Conversation} was changed elsewhere; it was loaded again and the turn repeated")]
    public static partial void Stale(this ILogger log, string conversation);

    [LoggerMessage(1106, LogLevel.Warning, "Conversation {Conversation} posts faster than its limit; the event {Inbound} was not taken")]
    public static partial void TooFast(this ILogger log, string conversation, string inbound);

    [LoggerMessage(1107, LogLevel.Warning, "The content asks for effect {Effect}, which this program does not carry out")]
    public static partial void UnknownEffect(this ILogger log, string effect);

    [LoggerMessage(1108, LogLevel.Warning, "Link codes may be guessed: over {Most} wrong ones were typed; one more is looked at every {Minutes:0} minutes")]
    public static partial void LinkCodesGuessed(this ILogger log, int most, double minutes);
}
