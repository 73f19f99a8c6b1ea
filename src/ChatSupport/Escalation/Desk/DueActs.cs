using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Relay;
using ChatSupport.Escalation.Workers;

namespace ChatSupport.Escalation.Desk;

/// <summary>What the clock does. It looks first whether it is still due: it may come late or twice.</summary>
internal static class DueActs
{
    /// <summary>Does what is due for a chat by now.</summary>
    /// <exception cref="InvalidOperationException">Something stays due however often it is done.</exception>
    public static void Take(DeskPen pen, string id)
    {
        const int mostAtOnce = 20; // whatever time went by while nobody ran
        for (var count = 0; count < mostAtOnce; count++)
        {
            if (pen.Chat(id) is not { } chat)
                return;
            if (DeskTimers.Next(chat, pen.Options) is not { } due || due.At > pen.Now)
            {
                pen.Save(chat); // else a row that says otherwise would be looked at again at once, for ever
                return;
            }
            Act(pen, chat, due.Kind);
        }
        throw new InvalidOperationException("Something of a chat stays due whatever is done.");
    }

    /// <summary>Does what is due for an educator by now.</summary>
    public static void TakeDuty(DeskPen pen, string id)
    {
        if (pen.Educator(id) is not { } educator)
            return;
        if (DutyTimers.Next(educator, pen.Options) is not { } due || due.At > pen.Now)
        {
            pen.Save(educator);
            return;
        }
        switch (due.Kind)
        {
            case DutyDueKind.AskStillOn:
                pen.Tell(educator, DeskLines.StillOn(educator));
                pen.Save(educator with { AskedAt = pen.Now });
                break;
            case DutyDueKind.StandDown:
                OnDuty.Pause(pen, educator, DeskWord.PausedUnasked);
                break;
            case DutyDueKind.ShiftBegins:
                pen.Tell(educator, DeskLines.ShiftBegins(educator));
                pen.Save(educator with { RemindedOf = due.At });
                break;
        }
    }

    private static void Act(DeskPen pen, DeskChat chat, DeskDueKind kind)
    {
        switch (kind)
        {
            case DeskDueKind.Offer:
                Offering.Offer(pen, chat);
                break;
            case DeskDueKind.Lapse when chat.State == DeskState.Transferring:
                Transfers.Lapse(pen, chat);
                break;
            case DeskDueKind.Lapse:
                Offering.Lapse(pen, chat);
                break;
            case DeskDueKind.Alarm:
                pen.Save(Alarms.Raise(pen, chat, chat.State == DeskState.Unreachable ? DeskWord.AlarmLost : DeskWord.AlarmWaits));
                break;
            case DeskDueKind.SecondAlarm:
                pen.Save(Alarms.Raise(pen, chat, DeskWord.AlarmWaits, second: true));
                break;
            case DeskDueKind.Nudge:
                Nudge(pen, chat);
                break;
            case DeskDueKind.Requeue:
                RequeueOrAlarm(pen, chat);
                break;
            case DeskDueKind.ReplyAlarm:
                pen.Save(Alarms.Raise(pen, chat, DeskWord.AlarmOwed));
                break;
            case DeskDueKind.CheckIn:
                pen.News(chat, WorkerNews.CheckIn);
                pen.Save(chat with { CheckedInAt = pen.Now });
                break;
            case DeskDueKind.QuietAlarm:
                pen.Save(Alarms.Raise(pen, chat, DeskWord.AlarmQuiet));
                break;
            case DeskDueKind.CloseQuiet:
                Closing.Close(pen, chat, DeskOutcome.Quiet);
                break;
            case DeskDueKind.SendAlarm:
                pen.Save(Alarms.Raise(pen, chat, DeskWord.AlarmUndelivered) with { SendingSince = null, AlarmedAt = chat.AlarmedAt });
                break;
            case DeskDueKind.Again:
                Relaying.BringAgain(pen, chat);
                break;
            case DeskDueKind.HeldAgain:
                Alarms.HoldAgain(pen, chat);
                break;
            case DeskDueKind.End:
                Closing.End(pen, chat);
                break;
        }
    }

    private static void Nudge(DeskPen pen, DeskChat chat)
    {
        if (pen.Educator(chat.Owner) is { } owner)
            pen.Tell(owner, DeskLines.Say(owner, DeskWord.SheWaits, chat));
        pen.Count(chat, "nudged", chat.Owner);
        pen.Save(chat with { NudgedAt = pen.Now });
    }

    /// <summary>Where nobody else is there it stays where it is, and supervisors are called until somebody answers.</summary>
    private static void RequeueOrAlarm(DeskPen pen, DeskChat chat)
    {
        if (Offering.IsAnother(pen, chat))
            Requeueing.Requeue(pen, chat, DeskWord.TakenForSilence);
        else
            pen.Save(Alarms.Raise(pen, chat, DeskWord.AlarmOwed));
    }
}
