using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;

namespace ChatSupport.Escalation.Desk;

/// <summary>Calls those who are responsible. The console shows it as well; here their phones are told, without any content.</summary>
internal static class Alarms
{
    /// <summary>Calls.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="why">What is wrong.</param>
    /// <param name="second">The second supervisor and the director's line, not the first.</param>
    public static DeskChat Raise(DeskPen pen, DeskChat chat, DeskWord why, bool second = false)
    {
        foreach (var one in pen.Educators().Where(one => one.LeftAt is null && (second ? one.Role == DeskRole.Director : one.Role == DeskRole.Supervisor)))
            pen.Tell(one, DeskLines.Alarm(one, chat, why, pen.Now));
        pen.Count(chat, second ? "second-alarm" : "alarm");
        return second ? chat with { SecondAlarmAt = pen.Now } : chat with { AlarmedAt = pen.Now };
    }
}
