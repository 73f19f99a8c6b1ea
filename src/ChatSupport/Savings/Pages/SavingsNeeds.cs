using ChatSupport.Savings.Office;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;
using MudBlazor;

namespace ChatSupport.Savings.Pages;

/// <summary>What the home page says of the savings.</summary>
internal static class SavingsNeeds
{
    public static IReadOnlyList<NeedLine> Of(StaffPerson person, OfficePens pens, AccountRows staff)
    {
        if (!person.May(StaffAct.RunSavings))
            return person.May(StaffAct.ManagePeople) || person.May(StaffAct.SeeSavingsFigures) ? OfNobody(pens, staff) : [];
        return pens.Read(pen =>
        {
            var lines = new List<NeedLine>();
            if (Approvals.Waiting(pen).Count(hold => hold.Maker != person.Id && Approvals.ByWhom(pen.Session, pen.Ledger, hold.Number) is null) is > 0 and var holds)
                lines.Add(new NeedLine(holds == 1 ? "One withdrawal waits for approval" : "{0} withdrawals wait for approval", "/console/savings/withdrawals", Icons.Material.Filled.Payments, holds));
            if (Proposals.Waiting(pen).Count(one => one.Maker != person.Id) is > 0 and var proposals)
                lines.Add(new NeedLine(proposals == 1 ? "One entry waits for a second person" : "{0} entries wait for a second person", "/console/savings/corrections", Icons.Material.Filled.HowToReg, proposals));
            var asked = Meetings.MeetingRows.Offered(pen.Session).Count + Meetings.MeetingRows.Asks(pen.Session).Count + Meetings.MeetingRows.ToLookAt(pen.Session).Count;
            if (asked > 0)
                lines.Add(new NeedLine(asked == 1 ? "A leader waits for the office" : "Leaders wait for the office: {0} times", "/console/savings/meetings", Icons.Material.Filled.Groups, asked));
            if (DisputeBook.Waiting(pen, person.Id).Count is > 0 and var wrong)
                lines.Add(new NeedLine(wrong == 1 ? "A member says that a line is wrong" : "Members say that {0} lines are wrong", "/console/savings/disputes", Icons.Material.Filled.Report, wrong));
            var openings = Openings.All(pen);
            if (openings.GroupBy(draft => (draft.Member, draft.Currency)).Count(book => book.Select(draft => draft.Amount).Distinct().Count() > 1) is > 0 and var differ)
                lines.Add(new NeedLine(differ == 1 ? "One opening balance was read in two ways" : "{0} opening balances were read in two ways", "/console/savings/openings", Icons.Material.Filled.Difference, differ));
            return lines;
        });
    }

    /// <summary>Every officer had a hand in the line, and none of them may learn that it was called wrong: who gives out roles is told, and no more than that.</summary>
    private static IReadOnlyList<NeedLine> OfNobody(OfficePens pens, AccountRows staff)
    {
        var officers = staff.All().Where(one => !one.IsStopped && RoleTable.Allows(one.Roles, StaffAct.RunSavings)).Select(one => one.Id).ToList();
        return pens.Read(pen => DisputeBook.OfNobody(pen, officers)) > 0
            ? [new NeedLine("A member asks the savings office something that only somebody new there may answer: make one more person a savings officer", "/console/people", Icons.Material.Filled.PersonAdd)]
            : [];
    }
}
