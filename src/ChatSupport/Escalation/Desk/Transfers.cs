using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;

namespace ChatSupport.Escalation.Desk;

/// <summary>A helper asks another to go on: she keeps the chat until the other has it.</summary>
internal static class Transfers
{
    public static void Ask(DeskPen pen, DeskChat chat, Educator from, Educator to)
    {
        if (chat.Owner != from.Id || !chat.Can(DeskEvent.Transfer) || !to.CanBeAsked(pen.Now) || chat.MustNotHave(to) || !Offering.HasRoom(pen, to, chat.Level))
        {
            pen.Tell(from, DeskLines.Say(from, DeskWord.TransferImpossible, chat));
            return;
        }
        chat = pen.Save(chat.After(DeskEvent.Transfer) with
        {
            TransferTo = to.Id,
            LapsesAt = pen.Now + pen.Options.For(chat.Level).OfferLapse,
            Offers = [new DeskOffer(to.Id, null)],
        });
        pen.Count(chat, "transfer-asked", from.Id);
        pen.Tell(to, DeskLines.Offer(to, chat, pen.Now, pen.Options));
        pen.Tell(from, DeskLines.Say(from, DeskWord.TransferAsked, chat));
    }

    /// <summary>The other did not take it, or cannot.</summary>
    public static void Lapse(DeskPen pen, DeskChat chat)
    {
        chat = Offering.WithdrawAll(pen, chat, null, DeskWord.OfferPassed);
        chat = pen.Save(chat.After(DeskEvent.Lapse) with { TransferTo = null });
        if (pen.Educator(chat.Owner) is { } owner)
            pen.Tell(owner, DeskLines.Say(owner, DeskWord.TransferLapsed, chat));
    }
}
