using ChatSupport.Content.Recordings;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;

namespace ChatSupport.Content.Drafts;

/// <summary>Brings drafts to the workers, and brings back what was before.</summary>
internal sealed class PublishBook(
    Workspaces workspaces, DraftWriting drafts, Publishing publishing, RevisionRows revisions, LiveRevision live, FolderCopy folder, Standing standing,
    Reviews reviews, StaffGuard guard, AuditTrail trail, TimeProvider time, IOptions<ContentOptions> options) : IDisposable
{
    /// <summary>Fewer conversations than this are not counted out, and more are in steps of it: one worker who comes to the screen of a report, or leaves it, is
    /// not to be seen by those who edit it.</summary>
    public const int FewerThan = 5;

    private readonly SemaphoreSlim oneAtATime = new(1, 1); // the folder follows the revisions in their order

    /// <summary>All that stands against publishing and all that would change, before anybody decides.</summary>
    public async Task<PublishPlan> Plan(string? session)
    {
        guard.Require(session, StaffAct.SeeContent);
        var workspace = await workspaces.Now();
        return await Task.Run(() =>
        {
            return new PublishPlan(
                workspace, workspace.Reading.Issues,
                workspace.Reading.IsGood ? workspace.Reading.PlayTalks() : [],
                workspace.Difference,
                [.. workspace.Outdated.Select(draft => draft.Path)],
                [.. folder.Own(workspace.Published).Select(file => file.Path)]);
        });
    }

    /// <summary>How many conversations stand on screens that change or go, and where those land whose screen goes. Looks at every conversation; it
    /// takes seconds for a hundred thousand.</summary>
    /// <param name="session">Who looks.</param>
    /// <param name="plan">What would be published. While it has errors nobody can say where they land.</param>
    /// <param name="cancel">Gives up between two batches.</param>
    public Task<IReadOnlyList<StandsThere>> WhoStandsWhere(string? session, PublishPlan plan, CancellationToken cancel)
    {
        guard.Require(session, StaffAct.PublishContent);
        return Task.Run<IReadOnlyList<StandsThere>>(() =>
        {
            var next = plan.Workspace.Reading is { IsGood: true } good ? good.Interpreter : null;
            var there = standing.Count(state => next?.Settle(state, out _).Screen, cancel).ToLookup(one => one.Key.Screen, one => (one.Key.Lands, Conversations: one.Value));
            return [.. plan.Difference.Screens.Where(change => change.Kind != ChangeKind.New).SelectMany(change => there[change.Screen]
                .OrderByDescending(one => one.Conversations)
                .Select(one => new StandsThere(change.Screen, change.Kind, one.Conversations < FewerThan ? null : one.Conversations / FewerThan * FewerThan, change.Kind == ChangeKind.Gone ? one.Lands : null)))];
        }, cancel);
    }

    /// <summary>Publishes all drafts as they were seen.</summary>
    /// <param name="session">Who publishes.</param>
    /// <param name="plan">What she saw: a draft that changed since is not published unseen.</param>
    /// <param name="why">Why, in her words.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    public async Task<PublishAnswer> Publish(string? session, PublishPlan plan, string why, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.PublishContent);
        return await Refusal(person.Id, plan, why) is { } refusal ? PublishAnswer.Refuse(refusal) : await Publish(person.Id, plan.Workspace, why, cancel);
    }

    /// <summary>What stands against publishing what was seen, but for errors in it; null for nothing.</summary>
    internal async Task<string?> Refusal(string person, PublishPlan plan, string why)
    {
        if (string.IsNullOrWhiteSpace(why))
            return "Say in a few words why: it stands in the history.";
        var workspace = await workspaces.Now();
        if (workspace.Drafts.Count == 0)
            return "There are no drafts to publish.";
        if (!ReferenceEquals(workspace, plan.Workspace))
            return "The drafts changed since you looked. Look at the difference again.";
        return options.Value.TwoToPublish && workspace.Drafts.Values.Any(draft => Authors.Has(draft.Authors, person))
            ? "You changed some of this yourself, and two people are needed to publish. Ask somebody else who may publish."
            : Outdated(workspace);
    }

    /// <summary>Publishes drafts as they stand in a workspace, in the name of who decided it.</summary>
    internal Task<PublishAnswer> Publish(string person, Workspace workspace, string why, CancellationToken cancel, Func<StoreSession, bool>? isWanted = null) =>
        Outdated(workspace) is { } outdated ? Task.FromResult(PublishAnswer.Refuse(outdated)) : InTurn(async () => await Conclude(
            await publishing.Publish(workspace.Files, workspace.Reading, person, why.Trim(), cancel, also: (store, number) =>
            {
                foreach (var draft in workspace.Drafts.Values)
                {
                    reviews.Published(store, draft);
                    DraftRows.Remove(store, draft.Path, draft.Version);
                }
                RecordingRows.Published(store, workspace.Reading.Found!.Recorded.Values, time.GetUtcNow());
                trail.Add(store, new AuditNote(person, "content.publish", $"revision {number}", why));
            }, onlyIf: store => IsStill(store, workspace) && isWanted?.Invoke(store) != false),
            workspace.Published, workspace.Files), cancel);

    /// <summary>The revisions, newest first.</summary>
    public IReadOnlyList<RevisionFacts> History(string? session)
    {
        guard.Require(session, StaffAct.SeeContent);
        return revisions.All();
    }

    /// <summary>Brings an earlier revision back. Drafts stay as they are.</summary>
    /// <param name="session">Who does it.</param>
    /// <param name="number">Which.</param>
    /// <param name="why">Why, in her words; empty for none.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    public Task<PublishAnswer> RollBack(string? session, long number, string why, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.PublishContent);
        if (options.Value.TwoToPublish && revisions.Live() is { } now && number > (now.Restores ?? now.Number))
            return Task.FromResult(PublishAnswer.Refuse("That revision was taken back. Bringing it to workers again is publishing, for which two people are needed: change the drafts, and ask somebody else to publish them."));
        return InTurn(async () =>
        {
            var before = workspaces.Published(revisions.LiveNumber());
            var outcome = await publishing.RollBack(number, person.Id, why.Trim(), cancel, (store, made) =>
                trail.Add(store, new AuditNote(person.Id, "content.roll-back", $"revision {number}", $"as revision {made}. {why}")));
            return await Conclude(outcome, before, revisions.Files(number) ?? []);
        }, cancel);
    }

    /// <summary>Takes what somebody changed in the folder by hand over as drafts, where there are none yet.</summary>
    public async Task<int> TakeFolder(string? session, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.EditContent);
        var workspace = await workspaces.Now();
        var own = folder.Own(workspace.Published).Where(file => !workspace.Drafts.ContainsKey(file.Path)).ToList();
        var outcome = own.Count == 0 ? null : await drafts.Put(workspace, own, person, cancel, also: store =>
        {
            foreach (var file in own)
                trail.Add(store, new AuditNote(person.Id, "content.take-folder", file.Path));
        });
        return outcome is EditOutcome.Kept ? own.Count : 0;
    }

    public void Dispose() => oneAtATime.Dispose();

    private static string? Outdated(Workspace workspace) => workspace.Outdated.Select(draft => draft.Path).ToList() is [_, ..] outdated
        ? $"Somebody published other content of these meanwhile: {string.Join(", ", outdated)}. Throw the draft away, or keep it over what was published."
        : null;

    /// <summary>Nobody changed or published anything of it since it was seen.</summary>
    private static bool IsStill(StoreSession store, Workspace seen) => RevisionRows.LiveNumber(store) == seen.Live
        && seen.Drafts.Values.All(draft => DraftRows.Find(store, draft.Path)?.Version == draft.Version);

    private async Task<PublishAnswer> InTurn(Func<Task<PublishAnswer>> act, CancellationToken cancel)
    {
        await oneAtATime.WaitAsync(cancel);
        try
        {
            return await act();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<PublishAnswer> Conclude(PublishOutcome outcome, IReadOnlyList<ContentFile> before, IReadOnlyList<ContentFile> after)
    {
        if (outcome is not PublishOutcome.Published published)
            return PublishAnswer.Refuse(Say(outcome));
        live.Replace(published.Number, published.Reading); // open pages look again by this
        return new PublishAnswer(published.Number, null, await folder.Follow(before, after, CancellationToken.None)); // it is live: the folder must not stay behind
    }

    private static string Say(PublishOutcome outcome) => outcome switch
    {
        PublishOutcome.Unchanged => "The same content is live already.",
        PublishOutcome.Broken broken => $"There are errors; mend them first. The first is: {broken.Reading.Issues.First(issue => issue.Severity == Severity.Error)}",
        PublishOutcome.TalksFail fails => $"Conversation tests fail; mend them or the dialogs first. The first is: {fails.Failures[0]}",
        PublishOutcome.NotForProduction facts => $"It holds facts that may not go to workers: {facts.Facts[0]}",
        PublishOutcome.NoSuchRevision => "There is no such revision.",
        PublishOutcome.Overtaken => "Somebody else published or changed a draft at the same moment. Look at the difference again.",
        _ => "It was not published.",
    };
}

/// <summary>What publishing would do.</summary>
/// <param name="Workspace">The drafts it is about.</param>
/// <param name="Issues">All findings.</param>
/// <param name="Failures">Conversation tests that fail.</param>
/// <param name="Difference">Screen by screen, against what is live.</param>
/// <param name="Outdated">Files whose published form changed since the draft began.</param>
/// <param name="InFolder">Files that were changed in the folder by hand.</param>
internal sealed record PublishPlan(
    Workspace Workspace, IReadOnlyList<DialogIssue> Issues, IReadOnlyList<DialogIssue> Failures, Difference Difference, IReadOnlyList<string> Outdated, IReadOnlyList<string> InFolder);

/// <summary>Conversations on a screen that changes or goes.</summary>
/// <param name="Screen">The screen.</param>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Conversations">How many at least, in fives; null for fewer than five.</param>
/// <param name="Lands">Where they land, of a screen that goes; null where the content has errors, so that nobody can say.</param>
internal sealed record StandsThere(ScreenId Screen, ChangeKind Kind, int? Conversations, ScreenId? Lands);

/// <summary>What became of publishing or rolling back.</summary>
/// <param name="Number">The revision that is live now; null where nothing changed.</param>
/// <param name="Why">Why nothing changed, and what to do.</param>
/// <param name="LeftInFolder">Files of the folder that hold changes of their own and were left alone; null where the folder could not be written.</param>
internal sealed record PublishAnswer(long? Number, string? Why, IReadOnlyList<string>? LeftInFolder)
{
    public static PublishAnswer Refuse(string why) => new(null, why, []);
}
