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
                lines.Add(new NeedLine("Something planned was not published: {0}", "/console/publish", Icons.Material.Filled.EventBusy, last.Outcome));
            lines.Add(waiting.Count == 1
                ? new NeedLine("One draft waits to be published: {0}", "/console/publish", Icons.Material.Filled.Publish, waiting[0].Path)
                : new NeedLine("{0} drafts wait to be published", "/console/publish", Icons.Material.Filled.Publish, waiting.Count));
        }
        if (person.May(StaffAct.ReviewContent) && await reviews.Count() is > 0 and var unread)
            lines.Add(new NeedLine(unread == 1 ? "One text waits to be read by a second person" : "{0} texts wait to be read by a second person", "/console/review", Icons.Material.Filled.FactCheck, unread));
        return lines;
    }
}
