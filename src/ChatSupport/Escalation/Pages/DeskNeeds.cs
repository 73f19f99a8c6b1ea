using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Supervision;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;
using MudBlazor;

namespace ChatSupport.Escalation.Pages;

/// <summary>What the home page says of the desk.</summary>
internal static class DeskNeeds
{
    public static IReadOnlyList<NeedLine> Of(StaffPerson person, DeskPens pens) => pens.Read(pen =>
    {
        var lines = new List<NeedLine>();
        if (OwnPlace.Of(pen, person) is { } own)
        {
            var owed = pen.ChatsOf(own.Id).Count(chat => chat.OwedSince is not null);
            lines.Add(owed > 0
                ? new NeedLine(owed == 1 ? "One chat of yours waits for your answer" : "{0} chats of yours wait for your answer", "/console/desk/mine", Icons.Material.Filled.QuestionAnswer, owed)
                : new NeedLine("Your place at the desk: come on, pause, or look at your chats", "/console/desk/mine", Icons.Material.Filled.QuestionAnswer));
        }
        if (!person.May(StaffAct.RunDesk))
            return lines;
        if (pen.OpenChats().Count(chat => chat.Owner is null) is > 0 and var waiting)
            lines.Insert(0, new NeedLine(waiting == 1 ? "One worker waits for a person" : "{0} workers wait for a person", "/console/desk", Icons.Material.Filled.SupportAgent, waiting));
        if (HeldBook.Count(pen) is > 0 and var held)
            lines.Add(new NeedLine(held == 1 ? "One message is held until you decide" : "{0} messages are held until you decide", "/console/desk/held", Icons.Material.Filled.PanTool, held));
        if (pen.Referrals.All().Count(one => one is { State: ReferralState.Proposed, Override: { } begun } && begun.BegunBy != person.Id) is > 0 and var proposed)
            lines.Add(new NeedLine(proposed == 1 ? "One decision waits for a second person" : "{0} decisions wait for a second person", "/console/desk/referrals", Icons.Material.Filled.HowToReg, proposed));
        return lines;
    });
}
