using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace ChatSupport.Escalation;

/// <summary>Settings under <c>ChatSupport:Desk</c>. Wrong ones stop the start.</summary>
internal sealed class DeskOptions
{
    public const string Section = "ChatSupport:Desk";

    private static readonly TimeSpan Never = TimeSpan.FromDays(3650);

    private LevelTimes[]? levels;

    // The table of times: a value for each of the four levels, danger now first; a minus sign for never.

    /// <summary>How many are asked at once; 0 for everybody who is on. Default 0 3 1 1.</summary>
    [FourNumbers(Section + ":OfferTo", "0 3 1 1")]
    public string OfferTo { get; init; } = "0 3 1 1";

    /// <summary>How long they have to answer. Default 00:01:00 00:02:00 00:05:00 00:15:00.</summary>
    [FourTimes(Section + ":OfferLapse", "00:01:00 00:02:00 00:05:00 00:15:00")]
    public string OfferLapse { get; init; } = "00:01:00 00:02:00 00:05:00 00:15:00";

    /// <summary>When supervisors are called for a chat that nobody took. Default 00:00:00 00:05:00 00:15:00 02:00:00.</summary>
    [FourTimes(Section + ":Alarm", "00:00:00 00:05:00 00:15:00 02:00:00")]
    public string Alarm { get; init; } = "00:00:00 00:05:00 00:15:00 02:00:00";

    /// <summary>How often they are called again. Default 00:02:00 00:05:00 00:15:00 02:00:00.</summary>
    [FourTimes(Section + ":AlarmAgain", "00:02:00 00:05:00 00:15:00 02:00:00")]
    public string AlarmAgain { get; init; } = "00:02:00 00:05:00 00:15:00 02:00:00";

    /// <summary>When the second supervisor and the director's line are called. Default 00:03:00 00:15:00 01:00:00 -.</summary>
    [FourTimes(Section + ":SecondAlarm", "00:03:00 00:15:00 01:00:00 -")]
    public string SecondAlarm { get; init; } = "00:03:00 00:15:00 01:00:00 -";

    /// <summary>When who took it and did not answer is reminded. Default 00:01:00 00:02:00 00:05:00 00:30:00.</summary>
    [FourTimes(Section + ":FirstNudge", "00:01:00 00:02:00 00:05:00 00:30:00")]
    public string FirstNudge { get; init; } = "00:01:00 00:02:00 00:05:00 00:30:00";

    /// <summary>When it is taken from her. Default 00:02:00 00:05:00 00:10:00 01:00:00.</summary>
    [FourTimes(Section + ":FirstRequeue", "00:02:00 00:05:00 00:10:00 01:00:00")]
    public string FirstRequeue { get; init; } = "00:02:00 00:05:00 00:10:00 01:00:00";

    /// <summary>When its helper is reminded of a later answer that is owed. Default 00:02:00 00:05:00 00:10:00 01:00:00.</summary>
    [FourTimes(Section + ":ReplyNudge", "00:02:00 00:05:00 00:10:00 01:00:00")]
    public string ReplyNudge { get; init; } = "00:02:00 00:05:00 00:10:00 01:00:00";

    /// <summary>When supervisors are called for it. Default 00:04:00 00:10:00 00:30:00 04:00:00.</summary>
    [FourTimes(Section + ":ReplyAlarm", "00:04:00 00:10:00 00:30:00 04:00:00")]
    public string ReplyAlarm { get; init; } = "00:04:00 00:10:00 00:30:00 04:00:00";

    /// <summary>When a quiet worker is asked whether she is still there. Default 00:10:00 00:30:00 06:00:00 -.</summary>
    [FourTimes(Section + ":CheckIn", "00:10:00 00:30:00 06:00:00 -")]
    public string CheckIn { get; init; } = "00:10:00 00:30:00 06:00:00 -";

    /// <summary>When the chat of a quiet worker ends by itself. Default - - 1.00:00:00 12:00:00.</summary>
    [FourTimes(Section + ":Close", "- - 1.00:00:00 12:00:00")]
    public string Close { get; init; } = "- - 1.00:00:00 12:00:00";

    /// <summary>A normal chat that waits for longer than this comes before later ones of the level above. Default 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = Section + ":AgesAfter must be between 1 minute and 1 day, for example 00:30:00.")]
    public TimeSpan AgesAfter { get; init; } = Minutes(30);

    /// <summary>How many chats an educator has at once; one of them in danger counts for all. Default 2.</summary>
    [Range(1, 5, ErrorMessage = Section + ":Capacity must be between 1 and 5, for example 2.")]
    public int Capacity { get; init; } = 2;

    /// <summary>How many chats of the two most urgent levels an educator takes in a day. Default 3.</summary>
    [Range(1, 50, ErrorMessage = Section + ":HardPerDay must be between 1 and 50, for example 3.")]
    public int HardPerDay { get; init; } = 3;

    /// <summary>How long she rests after a chat with danger in it. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "12:00:00", ErrorMessage = Section + ":Rest must be between 0 and 12 hours, for example 00:15:00.")]
    public TimeSpan Rest { get; init; } = Minutes(15);

    /// <summary>After how long an educator who is on is asked whether she still is. Default 60 minutes.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "12:00:00", ErrorMessage = Section + ":StillOn must be between 5 minutes and 12 hours, for example 01:00:00.")]
    public TimeSpan StillOn { get; init; } = Minutes(60);

    /// <summary>How long she has to answer that. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "02:00:00", ErrorMessage = Section + ":StillOnAnswer must be between 1 minute and 2 hours, for example 00:15:00.")]
    public TimeSpan StillOnAnswer { get; init; } = Minutes(15);

    /// <summary>After how long without a word the worker is asked whether it is safe before anything is shown to her. Default 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = Section + ":SafeGap must be between 1 minute and 1 day, for example 00:30:00.")]
    public TimeSpan SafeGap { get; init; } = Minutes(30);

    /// <summary>How long the worker can take up a chat again that was just ended. Default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00", ErrorMessage = Section + ":Closing must be between 10 seconds and 1 hour, for example 00:02:00.")]
    public TimeSpan Closing { get; init; } = Minutes(2);

    /// <summary>How long a line in a chat with danger may be on its way before supervisors are called. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:15:00", ErrorMessage = Section + ":Undelivered must be between 5 seconds and 15 minutes, for example 00:00:30.")]
    public TimeSpan Undelivered { get; init; } = Seconds(30);

    /// <summary>After how long what was said goes from both phones even while the chat is open: messengers let nobody delete what is older than 48 hours. Default 40 hours.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "1.23:00:00", ErrorMessage = Section + ":CopiesFor must be between 10 minutes and 47 hours, for example 1.16:00:00.")]
    public TimeSpan CopiesFor { get; init; } = TimeSpan.FromHours(40);

    /// <summary>How long what was said is kept after the end. Default 30 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "180.00:00:00", ErrorMessage = Section + ":TranscriptsFor must be between 1 and 180 days, for example 30.00:00:00.")]
    public TimeSpan TranscriptsFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long an invitation link is good for. Default 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "14.00:00:00", ErrorMessage = Section + ":InvitationFor must be between 10 minutes and 14 days, for example 1.00:00:00.")]
    public TimeSpan InvitationFor { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a worker's yes holds, that something about her may be told; she sees the end before she answers. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00", ErrorMessage = Section + ":ReferralFor must be between 1 hour and 30 days, for example 7.00:00:00.")]
    public TimeSpan ReferralFor { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long she has to answer it, a text for it may stay unfinished, and a second person of the staff has to agree. Default 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "7.00:00:00", ErrorMessage = Section + ":ReferralAnswer must be between 10 minutes and 7 days, for example 1.00:00:00.")]
    public TimeSpan ReferralAnswer { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The times of a level.</summary>
    /// <param name="level">0 to 3.</param>
    public LevelTimes For(int level) => (levels ??= [.. Enumerable.Range(0, 4).Select(Read)])[Math.Clamp(level, 0, 3)];

    private LevelTimes Read(int level) => new()
    {
        OfferTo = int.Parse(FourTimesAttribute.Split(OfferTo)[level], CultureInfo.InvariantCulture),
        OfferLapse = Time(OfferLapse, level),
        Alarm = Time(Alarm, level),
        AlarmAgain = Time(AlarmAgain, level),
        SecondAlarm = FourTimesAttribute.At(SecondAlarm, level),
        FirstNudge = Time(FirstNudge, level),
        FirstRequeue = Time(FirstRequeue, level),
        ReplyNudge = Time(ReplyNudge, level),
        ReplyAlarm = Time(ReplyAlarm, level),
        CheckIn = FourTimesAttribute.At(CheckIn, level),
        Close = FourTimesAttribute.At(Close, level),
    };

    private static TimeSpan Time(string four, int level) => FourTimesAttribute.At(four, level) ?? Never;

    private static TimeSpan Minutes(int count) => TimeSpan.FromMinutes(count);

    private static TimeSpan Seconds(int count) => TimeSpan.FromSeconds(count);
}

/// <summary>Four times, one for each level.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FourTimesAttribute(string setting, string example) : ValidationAttribute(
    $"{setting} must be four times with blanks between, one for each level, or a minus sign for never, for example {example}.")
{
    private static readonly TimeSpan longest = TimeSpan.FromDays(30);

    public override bool IsValid(object? value) => Split(value as string) is { Length: 4 } parts && parts.All(IsTime);

    public static string[] Split(string? four) => (four ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The time of a level; null for never.</summary>
    public static TimeSpan? At(string four, int level) => Split(four)[level] is var part && part == "-" ? null : TimeSpan.Parse(part, CultureInfo.InvariantCulture);

    private static bool IsTime(string part) => part == "-"
        || (TimeSpan.TryParse(part, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero && time <= longest);
}

/// <summary>Four small numbers, one for each level.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FourNumbersAttribute(string setting, string example) : ValidationAttribute(
    $"{setting} must be four numbers between 0 and 100 with blanks between, one for each level, for example {example}.")
{
    public override bool IsValid(object? value) => FourTimesAttribute.Split(value as string) is { Length: 4 } parts
        && parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 100);
}

/// <summary>The times of one level.</summary>
internal sealed class LevelTimes
{
    /// <summary>How many are asked at once; 0 for everybody who is on.</summary>
    public int OfferTo { get; init; }

    /// <summary>How long they have to answer.</summary>
    public TimeSpan OfferLapse { get; init; }

    /// <summary>When supervisors are called for a chat that nobody took.</summary>
    public TimeSpan Alarm { get; init; }

    /// <summary>How often they are called again.</summary>
    public TimeSpan AlarmAgain { get; init; }

    /// <summary>When the second supervisor and the director's line are called; null for never.</summary>
    public TimeSpan? SecondAlarm { get; init; }

    /// <summary>When who took it and did not answer is reminded.</summary>
    public TimeSpan FirstNudge { get; init; }

    /// <summary>When it is taken from her.</summary>
    public TimeSpan FirstRequeue { get; init; }

    /// <summary>When its helper is reminded of a later answer that is owed.</summary>
    public TimeSpan ReplyNudge { get; init; }

    /// <summary>When supervisors are called for it.</summary>
    public TimeSpan ReplyAlarm { get; init; }

    /// <summary>When a quiet worker is asked whether she is still there; null for never.</summary>
    public TimeSpan? CheckIn { get; init; }

    /// <summary>When the chat of a quiet worker ends by itself; null for never.</summary>
    public TimeSpan? Close { get; init; }
}
