using ChatSupport.Dialogs.Reading;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Content.Drafts;

/// <summary>Writes files over what the workspace holds, if that is still so: all or none.</summary>
internal sealed class DraftWriting(Workspaces workspaces, StoreWriter writer, Reviews reviews, TimeProvider time)
{
    /// <summary>Writes them.</summary>
    /// <param name="workspace">What was seen.</param>
    /// <param name="files">What shall stand there. The same as what is live: the draft goes. Without bytes: publishing takes the file away.</param>
    /// <param name="person">Who edits.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="isRebased">The drafts hold over what was published since they began.</param>
    /// <param name="signs">The language that she signs off by it; null for none.</param>
    /// <param name="also">What is written together with them.</param>
    /// <returns>What became of the first file.</returns>
    public async Task<EditOutcome> Put(
        Workspace workspace, IReadOnlyList<ContentFile> files, StaffPerson person, CancellationToken cancel, bool isRebased = false, string? signs = null, Action<StoreSession>? also = null)
    {
        if (files.Count == 0)
            return new EditOutcome.Refused("There is nothing to change.");
        if (files.FirstOrDefault(file => file.Bytes.Length > YamlFile.MaxBytes) is { } large)
            return new EditOutcome.Refused($"{large.Path} would be larger than {YamlFile.MaxBytes} bytes, the most that is read, so nothing was changed. Take something out.");
        var plans = files.Select(file => PlanFor(workspace, file, person, isRebased, signs is not null)).ToList();
        var outcome = await writer.Write<EditOutcome>(store =>
        {
            var there = plans.ToDictionary(plan => plan.After.Path, plan => DraftRows.Find(store, plan.After.Path));
            var isMoved = RevisionRows.LiveNumber(store) != workspace.Live;
            if (plans.FirstOrDefault(plan => isMoved || there[plan.After.Path]?.Version != plan.Was?.Version) is { } moved)
                return new EditOutcome.Overtaken(there[moved.After.Path]?.ChangedBy ?? "", null);
            foreach (var plan in plans)
            {
                if (plan.Draft is { } draft)
                    DraftRows.Put(store, draft);
                else if (plan.Was is { } was)
                    DraftRows.Remove(store, was.Path, was.Version);
                if (signs is not null)
                    reviews.Sign(store, person.Id, plan.After, signs);
            }
            also?.Invoke(store);
            return new EditOutcome.Kept(plans[0].Version) { Before = plans[0].Before, After = plans[0].After };
        }, cancel);
        workspaces.TellChanged();
        return outcome;
    }

    private Plan PlanFor(Workspace workspace, ContentFile after, StaffPerson person, bool isRebased, bool isSigning)
    {
        var (before, published, was) = (workspace.Find(after.Path), workspace.FindPublished(after.Path), workspace.Drafts.GetValueOrDefault(after.Path));
        if (published is null ? after.Bytes.IsEmpty : published.Bytes.Span.SequenceEqual(after.Bytes.Span))
            return new Plan(after, before, was, null, Workspace.VersionOf(published));
        var version = was is null ? DraftRows.NewVersion() : was.Version + 1;
        return new Plan(after, before, was, new Draft
        {
            Path = after.Path,
            Bytes = after.Bytes.ToArray(),
            Base = was is null || isRebased ? DraftRows.HashOf(published) : was.Base,
            Version = version,
            ChangedAt = time.GetUtcNow(),
            ChangedBy = person.Id,
            Authors = isSigning ? was?.Authors ?? "" : Authors.With(was?.Authors ?? "", person.Id, after.Bytes.IsEmpty ? [] : Authors.LanguagesBetween(before, after)),
        }, version);
    }

    /// <summary>What becomes of one file.</summary>
    /// <param name="After">The file afterwards.</param>
    /// <param name="Before">The file before; null for none.</param>
    /// <param name="Was">Its draft before; null for none.</param>
    /// <param name="Draft">Its draft afterwards; null where it is the same as what is live.</param>
    /// <param name="Version">Its version afterwards.</param>
    private sealed record Plan(ContentFile After, ContentFile? Before, Draft? Was, Draft? Draft, int Version);
}
