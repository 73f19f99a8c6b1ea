using ChatSupport.Content.Drafts;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;
using MudBlazor;

namespace ChatSupport.Content.Pages;

/// <summary>What the home page says of the content.</summary>
internal static class ContentNeeds
{
    public static IEnumerable<NeedLine> Of(StaffPerson person, DraftRows drafts)
    {
        if (!person.May(StaffAct.PublishContent) || drafts.All() is not { Count: > 0 } waiting)
            yield break;
        yield return new NeedLine(
            waiting.Count == 1 ? $"One draft waits to be published: {waiting[0].Path}" : $"{waiting.Count} drafts wait to be published",
            "/console/publish", Icons.Material.Filled.Publish);
    }
}
