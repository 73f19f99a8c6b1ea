using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;

namespace ChatSupport.Escalation.Workers;

/// <summary>A worker asks for a person.</summary>
internal static class Asking
{
    private const int MostStrikes = 3;

    /// <summary>Opens her chat and asks those who can take it.</summary>
    public static void Open(DeskPen pen, DeskChat chat)
    {
        if (pen.OpenChatOf(chat.Worker) is not null)
            return; // she has one; her turn sees it next time
        chat = pen.Save(chat.After(DeskEvent.Ask) with
        {
            ArrivedAt = pen.Now,
            OfferAt = pen.Now,
            SaidAt = pen.Now,
            FoundBy = chat.Level > 0 ? null : chat.Triage is { Danger: true } or { Dying: true } ? FoundBy.Herself : FoundBy.Words,
            OnlySupervisors = Strikes(pen, chat.Worker) >= MostStrikes,
        });
        pen.Count(chat, "asked");
        if (chat is { OnlySupervisors: true, Level: > 0 })
            chat = pen.Save(Alarms.Raise(pen, chat, DeskWord.AlarmMisuse));
        if (chat.Triage.Minor == true)
            chat = pen.Save(Alarms.Raise(pen, chat, DeskWord.AlarmMinor) with { AlarmedAt = null }); // a supervisor from the start
        DueActs.Take(pen, chat.Id);
    }

    /// <summary>Opens her chat because somebody is in danger; where nobody can be asked, those who are responsible are called at once.</summary>
    public static void Call(DeskPen pen, DeskChat chat)
    {
        if (pen.OpenChatOf(chat.Worker) is { } open)
        {
            Danger(pen, open.Id);
            return;
        }
        Open(pen, chat);
        if (pen.Chat(chat.Id) is { State: DeskState.Queued } waits)
            pen.Save(Alarms.Raise(pen, waits, DeskWord.AlarmWaits));
    }

    /// <summary>How many chats of hers, of those whose transcripts are kept, helpers ended as misuse. Danger is never kept waiting for it.</summary>
    private static int Strikes(DeskPen pen, string worker) =>
        pen.AllChatsOf(worker).Count(chat => chat.Outcome == DeskOutcome.Misuse && chat.ClosedAt > pen.Now - pen.Options.TranscriptsFor);

    /// <summary>How urgent it is before anybody looked: her own answers first, then what it is about.</summary>
    public static int Level(string? topic, Triage triage) =>
        triage is { Danger: true } or { Dying: true } ? 0 : triage.Minor == true ? Math.Min(1, Topics.Level(topic)) : Topics.Level(topic);

    /// <summary>She would like another helper: whoever had it is not asked again, and not told why.</summary>
    public static void Another(DeskPen pen, string id)
    {
        if (pen.Chat(id) is not { IsOpen: true, Owner: { } owner } chat || !chat.Can(DeskEvent.Requeue))
            return;
        pen.Count(chat, "another-wished", owner);
        Requeueing.Requeue(pen, chat with { Wished = null }, DeskWord.LetGo);
    }

    /// <summary>She says where she works: who was asked and may know her there is asked no more.</summary>
    public static void Where(DeskPen pen, string id, DeskArea? area)
    {
        if (area is null || pen.Chat(id) is not { IsOpen: true } chat)
            return;
        chat = pen.Save(chat with { Area = area });
        foreach (var educator in chat.Offers.Select(offer => pen.Educator(offer.Educator)).OfType<Educator>().Where(educator => area.IsIn(educator.NotAreas)))
            Offering.Decline(pen, pen.Chat(id)!, educator, forGood: false);
    }

    /// <summary>Her helper does not treat her well: a supervisor hears of it, and another goes on.</summary>
    public static void Misuse(DeskPen pen, string id)
    {
        if (pen.Chat(id) is not { IsOpen: true } chat)
            return;
        pen.Count(chat, "misuse-by-helper", chat.Owner);
        Alarms.Raise(pen, chat, DeskWord.AlarmMisuse);
        Another(pen, id);
    }

    /// <summary>She says that she is in danger now.</summary>
    public static void Danger(DeskPen pen, string id)
    {
        if (pen.Chat(id) is not { IsOpen: true } chat)
            return;
        if (chat.State == DeskState.Closing)
            chat = chat.After(DeskEvent.Say) with { ClosingAt = null, Outcome = null, OfferAt = pen.Now };
        chat = chat with { SaidAt = pen.Now, OwedSince = chat.OwedSince ?? pen.Now, QuietSince = null, CheckedInAt = null };
        if (chat.Level > 0)
            Levels.Raise(pen, chat, 0, FoundBy.Herself);
        else
            pen.Save(Alarms.Raise(pen, chat, DeskWord.AlarmRaised) with { AlarmedAt = chat.AlarmedAt }); // she says it again: somebody hears it again
    }

    /// <summary>She ends it.</summary>
    public static void Stop(DeskPen pen, string id)
    {
        if (pen.Chat(id) is { IsOpen: true } chat)
            Closing.Close(pen, chat, DeskOutcome.ByWorker);
    }

    /// <summary>She is still there.</summary>
    public static void Here(DeskPen pen, string id)
    {
        if (pen.Chat(id) is { IsOpen: true } chat)
            pen.Save(chat with { SaidAt = pen.Now, QuietSince = chat.QuietSince is null ? null : pen.Now, CheckedInAt = null, AlarmedAt = chat.OwedSince is null ? null : chat.AlarmedAt });
    }
}
