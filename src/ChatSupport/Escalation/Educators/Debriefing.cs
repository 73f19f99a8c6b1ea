using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;

namespace ChatSupport.Escalation.Educators;

/// <summary>How an educator is after a hard chat: one tap, and somebody who talks with her where she wants it.</summary>
internal static class Debriefing
{
    private const string WantsToTalk = "3";

    public static void Answer(DeskPen pen, Educator educator, string[] about)
    {
        if (about is not [("1" or "2" or WantsToTalk) and var answer] || educator.Debrief is not { } chat)
            return;
        pen.Save(educator with { Debrief = null });
        if (pen.Chat(chat) is { } over)
            pen.Count(over, $"debrief-{answer}", educator.Id);
        if (answer == WantsToTalk)
        {
            foreach (var supervisor in pen.Educators().Where(one => one.Role == DeskRole.Supervisor && one.LeftAt is null))
                pen.Tell(supervisor, DeskLines.Call(supervisor, DeskWord.AlarmDebrief) with { Text = $"🔔 {DeskWord.AlarmDebrief.In(supervisor.Language)}\n{educator.Alias.In(supervisor.Language)}" });
        }
        pen.Tell(educator, DeskLines.Say(educator, DeskWord.DebriefThanks, null));
    }
}
