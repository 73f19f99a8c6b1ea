using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Supervision;

/// <summary>Why somebody did what she must give a reason for.</summary>
internal static class Reasons
{
    public const int Shortest = 10;
    public const int Longest = 300;

    /// <summary>What stands against it; null for nothing.</summary>
    public static string? Refuse(string reason) => reason.Trim() switch
    {
        { Length: < Shortest } => DeskRefusal.NoReason,
        { Length: > Longest } => DeskRefusal.TooLong,
        var said when Contacts.In(said) is not null => DeskRefusal.ContactInReason,
        _ => null,
    };
}
