namespace ChatSupport.BotApi.People;

/// <summary>What the bot answered to a press.</summary>
/// <param name="Text">The line shown to her; null for none.</param>
/// <param name="IsAlert">Shown as a window that she must close.</param>
/// <param name="Url">A page that opens.</param>
internal sealed record PressAnswer(string? Text, bool IsAlert, string? Url);

/// <summary>A button that was pressed.</summary>
internal sealed class Press(string queryId, long chatId, int? messageId, DateTimeOffset at)
{
    private readonly TaskCompletionSource<PressAnswer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The id that <c>answerCallbackQuery</c> must name.</summary>
    public string QueryId => queryId;

    public long ChatId => chatId;

    /// <summary>The message whose button it was.</summary>
    public int? MessageId => messageId;

    public DateTimeOffset At => at;

    /// <summary>True once the bot has answered and the button stopped spinning.</summary>
    public bool IsAnswered => answer.Task.IsCompletedSuccessfully;

    /// <summary>The bot's answer, once it is there.</summary>
    public Task<PressAnswer> Answered => answer.Task;

    internal void Take(PressAnswer given) => answer.TrySetResult(given);
}
