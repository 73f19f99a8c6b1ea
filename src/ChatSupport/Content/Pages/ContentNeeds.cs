using ChatSupport.Content.Drafts;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;
using MudBlazor;

namespace ChatSupport.Content.Pages;

/// <summary>What the home page says of the content.</summary>
internal sealed class ContentNeeds(Workspaces workspaces, DraftRows drafts, PublicationRows publications, ReviewBook reviews)
{
    public async Task<IReadOnlyList<NeedLine>> Of(StaffPerson person)
    {
        _ = workspaces.Now(); // what she looks at next is read meanwhile
        var lines = new List<NeedLine>();
        if (person.May(StaffAct.PublishContent) && drafts.All() is { Count: > 0 } waiting)
        {
            if (publications.Waiting().Count == 0 && publications.Ended(1) is [{ Failed: true } last])
                lines.Add(new NeedLine($"What was planned for {last.DueAt:yyyy-MM-dd} did not happen. {last.Outcome}", "/console/publish", Icons.Material.Filled.EventBusy));
            lines.Add(new NeedLine(
                waiting.Count == 1 ? $"One draft waits to be published: {waiting[0].Path}" : $"{waiting.Count} drafts wait to be published", "/console/publish", Icons.Material.Filled.Publish));
        }
        if (person.May(StaffAct.ReviewContent) && await reviews.Count() is > 0 and var unread)
            lines.Add(new NeedLine(unread == 1 ? "One text waits to be read by a second person" : $"{unread} texts wait to be read by a second person", "/console/review", Icons.Material.Filled.FactCheck));
        return lines;
    }
}
