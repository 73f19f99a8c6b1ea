using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Risk;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Relay;
using ChatSupport.Escalation.Supervision;
using ChatSupport.Staff.Shell;

namespace ChatSupport.Escalation.Pages;

/// <summary>How pages say what the desk calls by a word of its own.</summary>
internal static class DeskSay
{
    private static readonly string[] kinds = ["telephone", "handle", "messenger", "email", "contact", "link"];
    private static readonly string[] reports = [DeskNotes.Misuse, DeskNotes.Lower, DeskNotes.Raise];

    /// <summary>A time that passes: 3:07, or 1:02:45.</summary>
    public static string Clock(TimeSpan time)
    {
        time = time < TimeSpan.Zero ? TimeSpan.Zero : time;
        return time.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");
    }

    /// <summary>Hours with one digit behind the point.</summary>
    public static string Hours(TimeSpan time) => time.TotalHours.ToString("0.0", CultureInfo.InvariantCulture);

    public static string Level(Tongue tongue, int level) => DeskLines.Level(tongue.Language, level);

    public static string Topic(Tongue tongue, string? topic) => topic is null ? "" : Topics.In(topic, tongue.Language);

    public static string Alias(Tongue tongue, Alias alias) => alias.In(tongue.Language);

    public static string Outcome(Tongue tongue, string outcome) => outcome switch
    {
        DeskOutcome.ByWorker => tongue["She ended it"],
        DeskOutcome.Quiet => tongue["It ended by itself: she was quiet"],
        DeskOutcome.Erased => tongue["She erased everything of hers"],
        _ => DeskLines.OutcomeWord(outcome).In(tongue.Language),
    };

    /// <summary>An educator by name and by what workers call her.</summary>
    public static string Who(Tongue tongue, Educator? one) => one is null ? "" : $"{one.Name} ({one.Alias.In(tongue.Language)})";

    /// <summary>Words of the desk in English; the console translates them.</summary>
    public static string State(DeskState state) => state switch
    {
        DeskState.Queued => "Waits",
        DeskState.Offered => "Is offered",
        DeskState.Claimed => "Taken, not answered yet",
        DeskState.Active => "She waits for an answer",
        DeskState.WaitingPerson => "Answered",
        DeskState.Supervised => "With a supervisor",
        DeskState.Transferring => "Is handed over",
        DeskState.Unreachable => "She cannot be reached",
        DeskState.Closing => "Is ending",
        _ => "Over",
    };

    /// <summary>What is due next, in English.</summary>
    public static string Due(DeskDueKind kind) => kind switch
    {
        DeskDueKind.Offer => "Somebody is asked",
        DeskDueKind.Lapse => "Others are asked",
        DeskDueKind.Alarm or DeskDueKind.ReplyAlarm or DeskDueKind.QuietAlarm or DeskDueKind.SendAlarm => "Supervisors are called",
        DeskDueKind.SecondAlarm => "The second supervisor is called",
        DeskDueKind.Nudge => "Its helper is reminded",
        DeskDueKind.Requeue => "It goes to another helper",
        DeskDueKind.CheckIn => "She is asked whether she is there",
        DeskDueKind.CloseQuiet => "It ends by itself",
        _ => "It is over",
    };

    /// <summary>Whether lines reach the worker, in English; empty where they do.</summary>
    public static string Reach(Reach reach) => reach switch
    {
        Desk.Reach.AskSafe => "She is asked whether it is safe",
        Desk.Reach.NotSafe => "She says it is not safe now",
        Desk.Reach.Hidden => "She left quickly",
        Desk.Reach.Lost => "She cannot be reached",
        Desk.Reach.Elsewhere => "She looks at something else in the bot",
        _ => "",
    };

    public static string Role(DeskRole role) => role switch
    {
        DeskRole.Supervisor => "Supervisor of the desk",
        DeskRole.Director => "Second supervisor",
        _ => "Peer educator",
    };

    public static string Duty(Educator one, DateTimeOffset now) => one switch
    {
        { Away: true } => "Cannot be reached",
        { Duty: DutyState.On } when one.RestsUntil > now => "Rests after a hard chat",
        { Duty: DutyState.On } => "Is on",
        { Duty: DutyState.Paused } => "Pauses",
        _ => "Is off",
    };

    /// <summary>A kind of contact, in English.</summary>
    public static string Kind(string kind) => kind switch
    {
        "telephone" => "A telephone number",
        "handle" => "A name in an app",
        "messenger" => "A link into an app",
        "email" => "An e-mail address",
        "contact" => "A contact card",
        _ => "A link",
    };

    /// <summary>A report of a helper's, in English.</summary>
    public static string Report(string kind) => kind switch
    {
        DeskNotes.Misuse => "Misuse",
        DeskNotes.Lower => "Less urgent",
        _ => "More urgent",
    };

    /// <summary>Where a line of hers stands, in English; empty where it arrived.</summary>
    public static string Line(LineState state) => state switch
    {
        LineState.Waiting => "Waits until she is there",
        LineState.Sending => "Is on its way",
        LineState.Failed => "Did not arrive",
        LineState.Held => "Held until a supervisor decides",
        LineState.TakenBack => "Taken back",
        LineState.Refused => "A supervisor kept it back",
        LineState.Asked => "Waits for a yes",
        _ => "",
    };

    /// <summary>What a line brings besides words, in English; empty for nothing.</summary>
    public static string Media(LineMediaKind? kind) => kind switch
    {
        LineMediaKind.Voice => "A voice note",
        LineMediaKind.Photo => "A picture",
        LineMediaKind.Location => "A place on the map",
        _ => "",
    };

    /// <summary>What a risk word tells of, in English.</summary>
    public static string Class(RiskClass one) => one switch
    {
        RiskClass.Means => "A means to die",
        RiskClass.SelfHarm => "Dying or self-harm",
        RiskClass.Violence => "Violence",
        RiskClass.Weapon => "A weapon",
        RiskClass.Confined => "Locked in",
        RiskClass.Trafficking => "Sold, or kept by a debt",
        RiskClass.Police => "Police",
        RiskClass.Minor => "A child",
        RiskClass.PregnancyOrBleeding => "Pregnancy or bleeding",
        RiskClass.Overdose => "Overdose",
        RiskClass.Money => "Money",
        RiskClass.Goodbye => "Goodbye",
        _ => "A sign",
    };

    /// <summary>Every text here that is English, for the test that each has its Khmer.</summary>
    public static IEnumerable<string> English =>
    [
        .. Enum.GetValues<DeskState>().Select(State), .. Enum.GetValues<DeskDueKind>().Select(Due), .. Enum.GetValues<Reach>().Select(Reach).Where(text => text.Length > 0),
        .. kinds.Select(Kind), .. reports.Select(Report),
        .. Enum.GetValues<LineState>().Select(Line).Where(text => text.Length > 0), .. Enum.GetValues<LineMediaKind>().Select(kind => Media(kind)),
        .. Enum.GetValues<RiskClass>().Select(Class), .. WeekFigures.Speed.Concat(WeekFigures.Troubles).Select(figure => figure.Name),
        .. Enum.GetValues<DeskRole>().Select(Role), "Cannot be reached", "Rests after a hard chat", "Is on", "Pauses", "Is off",
        "She ended it", "It ended by itself: she was quiet", "She erased everything of hers",
    ];
}
