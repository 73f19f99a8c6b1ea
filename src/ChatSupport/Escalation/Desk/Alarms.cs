using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Desk;

/// <summary>Calls those who are responsible. The console shows it as well; here their phones are told, without any content.</summary>
internal static class Alarms
{
    /// <summary>A line waits for a supervisor to decide: it may be what says where she is. They are called until somebody does.</summary>
    public static void Hold(DeskPen pen, DeskChat chat, LineFrom by)
    {
        CallForHeld(pen, pen.Chat(chat.Id)!);
        if (by == LineFrom.Worker && pen.Educator(chat.Owner) is { } owner)
            pen.Tell(owner, DeskLines.Say(owner, DeskWord.HeldOfHers, chat));
    }

    /// <summary>Nobody decided for as long as it takes to be called again; or somebody did, and there is nothing to call for.</summary>
    public static void HoldAgain(DeskPen pen, DeskChat chat)
    {
        if (pen.Lines.Of(chat.Id).Exists(line => line.State == LineState.Held))
            CallForHeld(pen, chat);
        else
            pen.Save(chat with { HeldAgainAt = null });
    }

    private static void CallForHeld(DeskPen pen, DeskChat chat)
    {
        foreach (var one in pen.Educators().Where(one => one.LeftAt is null && one.Role == DeskRole.Supervisor))
            pen.Tell(one, DeskLines.Call(one, DeskWord.AlarmHeld) with { Urgent = chat.Level == 0 });
        pen.Save(chat with { HeldAgainAt = pen.Now + pen.Options.For(chat.Level).AlarmAgain });
    }

    /// <summary>Something that is none of the desk's waits in the console: the line says no more.</summary>
    /// <returns>How many phones were rung.</returns>
    public static int CallToConsole(DeskPen pen, bool alsoSecond)
    {
        var people = pen.Educators().Where(one => one is { LeftAt: null, Away: false, Conversation: not null, Role: DeskRole.Supervisor or DeskRole.Director }).ToList();
        var called = people.Where(one => one.Role == DeskRole.Supervisor || alsoSecond || people.TrueForAll(other => other.Role == DeskRole.Director)).ToList();
        foreach (var one in called)
            pen.Tell(one, DeskLines.Call(one, DeskWord.AlarmConsole) with { Urgent = true });
        return called.Count;
    }

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
