using ChatSupport.Reports.Giving;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;
using MudBlazor;

namespace ChatSupport.Reports.Pages;

/// <summary>What the home page says of the keys of cases.</summary>
internal static class KeyNeeds
{
    public static IReadOnlyList<NeedLine> Of(StaffPerson person, NewKeyBook book)
    {
        var count = person.May(StaffAct.WorkCases) ? book.Count(person.Session) : 0;
        return count == 0 ? [] : [new NeedLine(count == 1 ? "One case needs a new key" : "{0} cases need new keys", "/console/reports/keys", Icons.Material.Filled.Key, count)];
    }
}
