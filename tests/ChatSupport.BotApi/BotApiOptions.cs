namespace ChatSupport.BotApi;

/// <summary>How one emulated Bot API server behaves. The defaults are those of a bot as its owner gets it.</summary>
internal sealed record BotApiOptions
{
    /// <summary>The only token that is accepted; the part before the colon is the bot's user id.</summary>
    public string Token { get; init; } = "700000001:AAEmulatedBotTokenForTestsOnly00000";

    /// <summary>Port on the loopback interface; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Everything random (first update id, file ids, back-off above a minute, fault plans) follows from it.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The server's clock: dates, the 48 hours of deletion, expiry, floods, back-off, ends of long polls. Null: <see cref="BotApiServer.Clock"/>, which runs with the machine and can be advanced.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>Keep every call with its answer (<see cref="CallBook.Recorded"/>, <see cref="People.ChatView.History"/>). Turn it off under load.</summary>
    public bool Records { get; init; } = true;

    /// <summary>Private chats have topics (a setting of the bot's owner).</summary>
    public bool TopicsInPrivateChats { get; init; } = true;

    /// <summary>The bot sees every message of a group, not only what is addressed to it (a setting of the bot's owner).</summary>
    public bool ReadsAllGroupMessages { get; init; }

    /// <summary>Refuse with 429 what is faster than 1 message a second in a chat (bursts of 5), 20 a minute in a group, 30 a second over all.</summary>
    public bool LimitsRates { get; init; }

    /// <summary>The control surface answers under <c>/control</c>.</summary>
    public bool HasControl { get; init; }

    /// <summary>How long a pressed button waits for its answer.</summary>
    public TimeSpan AnswerPressesWithin { get; init; } = TimeSpan.FromSeconds(15);
}
