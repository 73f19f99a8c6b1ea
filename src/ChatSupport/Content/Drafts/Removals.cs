using ChatSupport.Dialogs.Reading;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Content.Drafts;

/// <summary>Takes dialogs away. As with every change, workers notice once it is published, and it can be brought back.</summary>
internal sealed class Removals(Workspaces workspaces, DraftWriting drafts, StaffGuard guard, AuditTrail trail)
{
    /// <summary>Takes a dialog away, with the talks that test it.</summary>
    /// <param name="session">Who does it.</param>
    /// <param name="dialog">Which, such as <c>rights/hours</c>.</param>
    /// <param name="seen">The version of its file that she saw.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<EditOutcome> Remove(string? session, string dialog, int seen, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.EditContent);
        var workspace = await workspaces.Now();
        var path = $"{dialog}.yaml";
        if (workspace.Find(path) is null)
            return new EditOutcome.Refused("There is no such dialog any more.");
        if (workspace.VersionOf(path) != seen)
            return new EditOutcome.Overtaken(workspace.Drafts.GetValueOrDefault(path)?.ChangedBy ?? "", null);
        ContentFile[] gone = [.. new[] { path, $"{dialog}.talk" }.Where(one => workspace.Find(one) is not null).Select(one => new ContentFile(one, ReadOnlyMemory<byte>.Empty))];
        return await drafts.Put(workspace, gone, person, cancel, also: store => trail.Add(store, new AuditNote(person.Id, "content.remove", path)));
    }
}
