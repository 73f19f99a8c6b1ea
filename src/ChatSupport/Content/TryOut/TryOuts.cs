using System.Text;
using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running.Talks;
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

    /// <summary>The same talk with the drafts as they stand now, as far as it can be had there.</summary>
    /// <returns>Null while the drafts have errors.</returns>
    public async Task<TryOut?> Again(string? session, TryOut talk)
    {
        guard.Require(session, StaffAct.SeeContent);
        var workspace = await workspaces.Now();
        return workspace.Reading.IsGood ? talk.Again(workspace.Reading) : null;
    }

    /// <summary>Keeps a talk beside its dialog. It is played whenever somebody publishes.</summary>
    /// <param name="session">Who keeps it.</param>
    /// <param name="talk">The talk.</param>
    /// <param name="dialog">The dialog.</param>
    /// <param name="name">What the test is called: another name than the tests beside it.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<EditOutcome> Keep(string? session, TryOut talk, string dialog, string name, CancellationToken cancel)
    {
        guard.Require(session, StaffAct.EditContent);
        if (string.IsNullOrWhiteSpace(name))
            return new EditOutcome.Refused("Give the test a name: what she wants, in a few words.");
        if (!talk.HasBegun)
            return new EditOutcome.Refused("Nothing was tried yet. Press or type something first, then keep it.");
        var path = $"{dialog}.talk";
        var workspace = await workspaces.Now();
        if (workspace.Reading.Found?.Dialogs.ContainsKey(dialog) != true)
            return new EditOutcome.Refused($"There is no dialog '{dialog}' any more, so there is nothing to keep the test beside.");
        var before = workspace.Find(path)?.Bytes.ToArray() ?? [];
        var after = new ContentFile(path, (byte[])[.. before, .. Encoding.UTF8.GetBytes((before.Length == 0 ? "" : before[^1] == '\n' ? "\n" : "\n\n") + talk.AsTalk(name))]);
        return Added(workspace, path, after) is { } why
            ? new EditOutcome.Refused($"{why.Message} {why.Mend}")
            : await drafts.PutBack(session, path, workspace.VersionOf(path), after.Bytes.ToArray(), cancel);
    }

    /// <summary>What would be wrong with the file only from now on: a test that cannot be read would stop everybody from publishing.</summary>
    private static DialogIssue? Added(Workspace workspace, string path, ContentFile after)
    {
        var (old, now) = (new List<DialogIssue>(), new List<DialogIssue>());
        if (workspace.Find(path) is { } before)
            TalkReader.Read([before], workspace.Reading.Found!, old);
        TalkReader.Read([after], workspace.Reading.Found!, now);
        return now.Count > old.Count ? now[^1] : null;
    }
}
