namespace ChatSupport.Escalation.Educators;

/// <summary>The ids of the desk's buttons: a mark, a verb, and what it is about.</summary>
internal static class DeskButton
{
    public const string Take = "take";
    public const string NotNow = "notnow";
    public const string TakeOver = "over";
    public const string Seen = "seen";
    public const string Answers = "ans";
    public const string Answer = "tell";
    public const string Quick = "quick";
    public const string Ready = "ready";
    public const string Note = "note";
    public const string TakeBack = "back";
    public const string Raise = "raise";
    public const string Lower = "lower";
    public const string Call = "call";
    public const string Transfer = "trans";
    public const string HandTo = "hand";
    public const string KnowHer = "know";
    public const string Cannot = "cannot";
    public const string Misuse = "misuse";
    public const string Close = "close";
    public const string Outcome = "out";
    public const string Retry = "retry";
    public const string Send = "send";
    public const string DoNotSend = "drop";
    public const string To = "to";
    public const string On = "on";
    public const string Pause = "pause";
    public const string Off = "off";
    public const string Plan = "plan";
    public const string Block = "block";
    public const string Chats = "chats";
    public const string Report = "report";
    public const string Debrief = "brief";
    public const string Refer = "refer";
    public const string Referral = "rf";
    public const string Referrals = "refs";

    private const string Mark = "d";

    /// <summary>The id of a button.</summary>
    public static string Id(string verb, params ReadOnlySpan<string?> about)
    {
        var id = $"{Mark}-{verb}";
        foreach (var part in about)
        {
            if (part is not null)
                id += $"-{part}";
        }
        return id;
    }

    /// <summary>Reads an id.</summary>
    /// <returns>Its verb and what it is about; null where it is no button of the desk.</returns>
    public static (string Verb, string[] About)? Read(string id)
    {
        var parts = id.Split('-');
        return parts is [Mark, var verb, ..] ? (verb, parts[2..]) : null;
    }
}
