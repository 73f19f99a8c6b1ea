using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;
using ChatSupport.Storage;

namespace ChatSupport.Content.Drafts;

/// <summary>Publishing at a later time: exactly the drafts that were looked at, or nothing.</summary>
internal sealed class Publications(
    PublicationRows rows, Workspaces workspaces, PublishBook book, StaffGuard guard, StoreWriter writer, AuditTrail trail, TimeProvider time)
{
    private const int MostEnded = 10;
    private static readonly TimeSpan farthest = TimeSpan.FromDays(90);

    /// <summary>Those that wait, the next first, then those that ended lately.</summary>
    public IReadOnlyList<PublicationRow> All(string? session)
    {
        guard.Require(session, StaffAct.SeeContent);
        return [.. rows.Waiting(), .. rows.Ended(MostEnded)];
    }

    /// <summary>Plans to publish all drafts as they were seen.</summary>
    /// <param name="session">Who plans it.</param>
    /// <param name="plan">What she saw. A draft that changes until then keeps all of it from being published.</param>
    /// <param name="at">When, by the clocks of the staff.</param>
    /// <param name="why">Why, in her words.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    /// <returns>Why it was not planned; null where it was.</returns>
    public async Task<string?> Plan(string? session, PublishPlan plan, DateTime at, string why, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.PublishContent);
        var now = time.GetUtcNow();
        if (at <= now.ToOffset(Tongue.Ahead).DateTime || at - now.ToOffset(Tongue.Ahead).DateTime > farthest)
            return $"The time must lie ahead, at most {farthest.Days} days from now.";
        if (await book.Refusal(person.Id, plan, why) is { } refusal)
            return refusal;
        if (plan.Failures.Count > 0 || !plan.Workspace.Reading.IsGood)
            return "There are errors or failing conversation tests; mend them first.";
        var due = new DateTimeOffset(at, Tongue.Ahead);
        await writer.Write(store =>
        {
            PublicationRows.Add(store, new PublicationRow
            {
                DueAt = due,
                PlannedAt = now,
                PlannedBy = person.Id,
                Why = why.Trim(),
                Drafts = PublicationRows.Write(plan.Workspace.Drafts.Values),
            });
            trail.Add(store, new AuditNote(person.Id, "content.publish-later", $"{due:yyyy-MM-dd HH:mm zzz}", why));
            return true;
        }, cancel);
        workspaces.TellChanged();
        return null;
    }

    /// <summary>Takes one back that waits.</summary>
    /// <returns>False where it does not wait any more.</returns>
    public async Task<bool> CallOff(string? session, long number, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.PublishContent);
        var isOff = await writer.Write(store =>
        {
            if (!PublicationRows.End(store, number, PublicationRow.CalledOff))
                return false;
            trail.Add(store, new AuditNote(person.Id, "content.call-off", $"publication {number}"));
            return true;
        }, cancel);
        workspaces.TellChanged();
        return isOff;
    }

    /// <summary>Publishes what is due; what cannot be published ends and says why.</summary>
    public async Task RunDue(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var row in rows.Waiting().Where(row => row.DueAt <= now))
        {
            var outcome = await PublishOrSay(row, cancel);
            await writer.Write(store => PublicationRows.End(store, row.Number, outcome), cancel);
            workspaces.TellChanged();
        }
    }

    /// <summary>One that fails must not keep those behind it waiting.</summary>
    private async Task<string> PublishOrSay(PublicationRow row, CancellationToken cancel)
    {
        try
        {
            return await Publish(row, cancel);
        }
        catch (Exception fault) when (fault is not (StoreUnavailableException or OperationCanceledException))
        {
            return $"It was not published: the program failed with {fault.GetType().Name}. Publish it by hand, or plan it again.";
        }
    }

    private async Task<string> Publish(PublicationRow row, CancellationToken cancel)
    {
        if (!guard.StillMay(row.PlannedBy, StaffAct.PublishContent))
            return "It was not published: whoever planned it may not publish any more.";
        var (now, planned) = (await workspaces.Now(), PublicationRows.Read(row.Drafts));
        if (planned.Where(draft => now.Drafts.GetValueOrDefault(draft.Path)?.Version != draft.Version).Select(draft => draft.Path).ToList() is [_, ..] changed)
            return $"It was not published: these drafts changed since it was planned: {string.Join(", ", changed)}. Look at them and plan it again.";
        var seen = planned.Count == now.Drafts.Count ? now : await workspaces.Only(planned.Select(draft => draft.Path).ToHashSet(StringComparer.Ordinal));
        var answer = await book.Publish(row.PlannedBy, seen, row.Why, cancel, store => PublicationRows.IsWaiting(store, row.Number));
        return answer.Number is { } number ? $"{PublicationRow.Done}{number}." : $"It was not published: {answer.Why}";
    }
}
