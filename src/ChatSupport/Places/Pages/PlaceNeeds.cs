using ChatSupport.Places.Editing;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;
using MudBlazor;

namespace ChatSupport.Places.Pages;

/// <summary>What the home page says of the directory.</summary>
internal static class PlaceNeeds
{
    public static IReadOnlyList<NeedLine> Of(StaffPerson person, PlaceDesk desk)
    {
        if (!person.May(StaffAct.EditContent) || desk.CountDue() is var due && due == 0)
            return [];
        return [new NeedLine(due == 1 ? "One place or number is due to be checked" : "{0} places and numbers are due to be checked", PlacesPage.DueAddress, Icons.Material.Filled.Place, due)];
    }
}
