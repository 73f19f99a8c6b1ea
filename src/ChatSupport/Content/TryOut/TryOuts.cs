using System.Text;
using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Model;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Content.TryOut;

/// <summary>Lets staff try the drafts, and keep a talk as a conversation test.</summary>
internal sealed class TryOuts(Workspaces workspaces, DraftBook drafts, StaffGuard guard, TimeProvider time)
{
    /// <summary>Begins a talk.</summary>
    /// <returns>Null while the drafts have errors.</returns>
    public async Task<TryOut?> Begin(string? session, ScreenId starts, string language, string? channel)
    {
        guard.Require(session, StaffAct.SeeContent);
        var workspace = await workspaces.Now();
        return workspace.Reading.IsGood ? new TryOut(workspace.Reading, starts, language, channel, time) : null;
    }

    /// <summary>Keeps a talk beside its dialog. It is played whenever somebody publishes.</summary>
    public async Task<EditOutcome> Keep(string? session, TryOut talk, string dialog, string name, CancellationToken cancel)
    {
        guard.Require(session, StaffAct.EditContent);
        if (string.IsNullOrWhiteSpace(name))
            return new EditOutcome.Refused("Give the test a name: what she wants, in a few words.");
        var path = $"{dialog}.talk";
        var workspace = await workspaces.Now();
        var before = workspace.Find(path)?.Bytes.ToArray() ?? [];
        var added = Encoding.UTF8.GetBytes((before.Length == 0 ? "" : before[^1] == '\n' ? "\n" : "\n\n") + talk.AsTalk(name));
        return await drafts.PutBack(session, path, workspace.VersionOf(path), [.. before, .. added], cancel);
    }
}
