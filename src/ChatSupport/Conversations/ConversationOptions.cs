using System.ComponentModel.DataAnnotations;

namespace ChatSupport.Conversations;

/// <summary>Settings under <c>ChatSupport:Conversations</c>. Wrong ones stop the start.</summary>
internal sealed class ConversationOptions
{
    public const string Section = "ChatSupport:Conversations";

    /// <summary>How long a sensitive screen may be left alone before the decoy hides it. Default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = Section + ":SensitiveExpiry must be between 1 minute and 1 day, for example 00:10:00.")]
    public TimeSpan SensitiveExpiry { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long her place is kept after she last did something. Default 72 hours.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00", ErrorMessage = Section + ":PlaceExpiry must be between 1 hour and 30 days, for example 3.00:00:00.")]
    public TimeSpan PlaceExpiry { get; init; } = TimeSpan.FromHours(72);

    /// <summary>How long a question for consent may stand unanswered before everything about her is erased. Default 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "7.00:00:00", ErrorMessage = Section + ":ConsentExpiry must be between 10 minutes and 7 days, for example 1.00:00:00.")]
    public TimeSpan ConsentExpiry { get; init; } = TimeSpan.FromHours(24);

    /// <summary>When the quiet hours begin, in her local time. Default 04:00: she works nights.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:59", ErrorMessage = Section + ":QuietFrom must be a time of day between 00:00 and 23:59, for example 04:00.")]
    public TimeSpan QuietFrom { get; init; } = TimeSpan.FromHours(4);

    /// <summary>When the quiet hours end, in her local time. Default 13:00. The same as <see cref="QuietFrom"/>: there are none.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:59", ErrorMessage = Section + ":QuietUntil must be a time of day between 00:00 and 23:59, for example 13:00.")]
    public TimeSpan QuietUntil { get; init; } = TimeSpan.FromHours(13);

    /// <summary>Her local time ahead of UTC. Default 7 hours: Phnom Penh, which has no summer time.</summary>
    [Range(typeof(TimeSpan), "-14:00:00", "14:00:00", ErrorMessage = Section + ":UtcOffset must be between -14:00 and 14:00, for example 07:00.")]
    public TimeSpan UtcOffset { get; init; } = TimeSpan.FromHours(7);

    /// <summary>She counts as being in a chat for this long after she did something; quiet hours do not hold then. Default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "02:00:00", ErrorMessage = Section + ":InChatFor must be between 0 and 2 hours, for example 00:10:00.")]
    public TimeSpan InChatFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many events one conversation may post at once. Default 20.</summary>
    [Range(5, 1000, ErrorMessage = Section + ":Burst must be between 5 and 1000, for example 20.")]
    public int Burst { get; init; } = 20;

    /// <summary>In how long a used-up burst is whole again. Default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = Section + ":BurstRefill must be between 1 second and 1 hour, for example 00:00:10.")]
    public TimeSpan BurstRefill { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Wrong PINs or words in a row before no more are looked at for a while. Default 5.</summary>
    [Range(1, 20, ErrorMessage = Section + ":WrongReturns must be between 1 and 20, for example 5.")]
    public int WrongReturns { get; init; } = 5;

    /// <summary>How long the first lock lasts; every further wrong try doubles it, up to <see cref="LongestReturnLock"/>. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = Section + ":FirstReturnLock must be between 10 seconds and 1 day, for example 00:01:00.")]
    public TimeSpan FirstReturnLock { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest lock. Default 1 hour: longer, and who has the phone could keep her out of her own place.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = Section + ":LongestReturnLock must be between 10 seconds and 1 day, for example 01:00:00.")]
    public TimeSpan LongestReturnLock { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long an action of the content may look something up before the dialog goes on without. Default 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30", ErrorMessage = Section + ":QueryLimit must be between 100 milliseconds and 30 seconds, for example 00:00:02.")]
    public TimeSpan QueryLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an unused conversation stays in memory. Default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:02:00", "1.00:00:00", ErrorMessage = Section + ":IdleAfter must be between 2 minutes and 1 day, for example 00:10:00.")]
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many conversations stay in memory at most, some 4 KB each; the longest unused leave first. Default 5,000.</summary>
    [Range(100, 1_000_000, ErrorMessage = Section + ":InMemory must be between 100 and 1000000, for example 5000.")]
    public int InMemory { get; init; } = 5_000;
}
