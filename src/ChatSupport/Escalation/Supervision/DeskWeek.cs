using ChatSupport.Staff.Shell;

namespace ChatSupport.Escalation.Supervision;

/// <summary>Weeks of the desk: from Monday, by the clocks of the staff.</summary>
internal static class DeskWeek
{
    public const int Days = 7;

    /// <summary>The beginning of the week that a moment is in.</summary>
    public static DateTimeOffset Of(DateTimeOffset at)
    {
        var day = new DateTimeOffset(at.ToOffset(Tongue.Ahead).Date, Tongue.Ahead);
        return day.AddDays(-(((int)day.DayOfWeek + Days - 1) % Days));
    }
}
