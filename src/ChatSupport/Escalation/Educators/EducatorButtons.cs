using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Educators;

/// <summary>What the buttons of the desk do.</summary>
internal sealed class EducatorButtons(DeskPens pens, EducatorAsks asks, ReferralAsks referrals)
{
    public void Press(TurnDraft draft, string id, string button)
    {
        draft.State = draft.State with { AtDesk = null }; // whatever she was asked, she goes on with something else
        if (DeskButton.Read(button) is not { } read)
        {
            Do(draft, id, (pen, educator) => pen.Tell(educator, DeskLines.Menu(educator, pen.Now)));
            return;
        }
        var (verb, about) = read;
        var pressed = draft.Inbound.PressedOn;
        if (referrals.Press(draft, id, verb, about))
            return;
        if (about is [.., var chat] && asks.Begin(draft, id, verb, about))
            return;
        Do(draft, id, (pen, educator) =>
        {
            if (!Duties(pen, educator, verb, about) && !Offers(pen, educator, verb, about, pressed) && !Lines(pen, educator, verb, about, pressed))
                InChat(pen, educator, verb, about);
        });
    }

    private static bool Duties(DeskPen pen, Educator educator, string verb, string[] about)
    {
        switch (verb)
        {
            case DeskButton.On:
                OnDuty.Begin(pen, educator);
                pen.Tell(educator, DeskLines.Say(educator, DeskWord.YouAreOn, null));
                return true;
            case DeskButton.Pause:
                OnDuty.Pause(pen, educator, DeskWord.YouPaused);
                return true;
            case DeskButton.Off:
                OnDuty.End(pen, educator);
                pen.Tell(educator, DeskLines.Say(educator, DeskWord.YouAreOff, null));
                return true;
            case DeskButton.Chats:
                ShowChats(pen, educator);
                return true;
            case DeskButton.Plan or DeskButton.Block:
                PlanPages.Press(pen, educator, verb, about);
                return true;
            case DeskButton.Debrief:
                Debriefing.Answer(pen, educator, about);
                return true;
            default:
                return false;
        }
    }

    private static bool Offers(DeskPen pen, Educator educator, string verb, string[] about, string? pressed)
    {
        if (about is not [var id])
            return false;
        switch (verb)
        {
            case DeskButton.Take:
                Claiming.Take(pen, id, educator, pressed);
                return true;
            case DeskButton.TakeOver:
                Claiming.TakeOver(pen, id, educator);
                return true;
            case DeskButton.NotNow when pen.Chat(id) is { } chat:
                if (chat.State == DeskState.Transferring && chat.TransferTo == educator.Id)
                    Transfers.Lapse(pen, chat);
                else
                    Offering.Decline(pen, chat, educator, forGood: false);
                return true;
            default:
                return false;
        }
    }

    private static bool Lines(DeskPen pen, Educator educator, string verb, string[] about, string? pressed)
    {
        if (about.Length == 0 || !long.TryParse(about[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || pen.Lines.Find(number) is not { } line || line.Educator != educator.Id)
        {
            return false;
        }
        switch (verb)
        {
            case DeskButton.To when about is [_, var chat]:
                Addressing.Choose(pen, educator, number, chat);
                break;
            case DeskButton.Send:
                Changes.Confirm(pen, line, send: true);
                break;
            case DeskButton.DoNotSend:
                if (Addressing.IsUnaddressed(educator, line))
                    Addressing.Forgo(pen, educator, line);
                else
                    Changes.Confirm(pen, line, send: false);
                break;
            case DeskButton.Retry when line.State == LineState.Failed && pen.Chat(line.Chat) is { } chat && Relaying.MayWrite(chat, educator):
                Changes.Release(pen, chat, line);
                break;
            default:
                return false;
        }
        if (pressed is not null)
            pen.Send(educator.Conversation!, new OutboundBody.Erase([pressed], Everything: false)); // the question is answered
        return true;
    }

    private static void InChat(DeskPen pen, Educator educator, string verb, string[] about)
    {
        if (about is not [.., var id] || pen.Chat(id) is not { } chat || !Relaying.MayWrite(chat, educator))
        {
            pen.Tell(educator, DeskLines.Say(educator, DeskWord.NotYours, null));
            return;
        }
        ChatButtons.Press(pen, educator, chat, verb, about);
    }

    private static void ShowChats(DeskPen pen, Educator educator)
    {
        var chats = pen.ChatsOf(educator.Id);
        if (chats.Count == 0)
            pen.Tell(educator, DeskLines.Say(educator, DeskWord.NoChats, null));
        foreach (var chat in chats)
            pen.Tell(educator, DeskLines.Head(educator, chat, pen.Now));
    }

    private void Do(TurnDraft draft, string id, Action<DeskPen, Educator> act) => draft.Add(pens.Effect(id, act));
}
