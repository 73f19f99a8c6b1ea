using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Educators;

namespace ChatSupport.Escalation.Duty;

/// <summary>An educator comes on, pauses or goes; nobody else decides that for her, and nobody blames her for it.</summary>
internal static class OnDuty
{
    public static void Begin(DeskPen pen, Educator educator)
    {
        var isNew = educator.Duty != DutyState.On;
        pen.Save(educator with
        {
            Duty = DutyState.On,
            DutySince = isNew ? pen.Now : educator.DutySince,
            ConfirmedAt = pen.Now,
            AskedAt = null,
            Lapses = 0,
            Away = false,
        });
        if (isNew || educator.AskedAt is not null)
            Offering.LookAgain(pen);
    }

    public static void Pause(DeskPen pen, Educator educator, DeskWord? why)
    {
        DutyHours.Count(pen, educator);
        educator = pen.Save(educator with { Duty = DutyState.Paused, DutySince = pen.Now, AskedAt = null, Lapses = 0 });
        if (why is { } word)
            pen.Tell(educator, DeskLines.Paused(educator, word));
    }

    public static void End(DeskPen pen, Educator educator)
    {
        DutyHours.Count(pen, educator);
        pen.Save(educator with { Duty = DutyState.Off, DutySince = pen.Now, AskedAt = null, Lapses = 0 });
    }

    /// <summary>She cannot be reached any more: whoever she helped is not left waiting.</summary>
    public static void Lose(DeskPen pen, Educator educator)
    {
        DutyHours.Count(pen, educator);
        educator = pen.Save(educator with { Away = true, Duty = DutyState.Off, DutySince = pen.Now, AskedAt = null });
        foreach (var chat in pen.ChatsOf(educator.Id))
            Requeueing.Requeue(pen, chat, null);
        foreach (var chat in pen.OpenChats().Where(chat => chat.Offers.Any(offer => offer.Educator == educator.Id)))
        {
            if (chat.State == DeskState.Transferring)
                Transfers.Lapse(pen, chat);
            else
                Offering.Decline(pen, chat, educator, forGood: false);
        }
    }

    /// <summary>She can be reached again; she says herself when she is on.</summary>
    public static void Find(DeskPen pen, Educator educator)
    {
        if (!educator.Away)
            return;
        educator = pen.Save(educator with { Away = false });
        foreach (var chat in pen.Lines.ChatsIn(educator.Conversation!).Where(chat => pen.Chat(chat)?.Owner != educator.Id))
            Requeueing.Clear(pen, educator.Conversation!, chat, forgets: true); // nothing could be deleted while she was away
    }
}
