using ChatSupport.Reports.Cases;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Reports.Work;

/// <summary>What of a case somebody sees: one function for the list, the search, the table that is exported and what is printed.</summary>
internal static class Masking
{
    /// <summary>A case as this person sees it.</summary>
    /// <param name="one">The case.</param>
    /// <param name="person">Who looks.</param>
    /// <param name="isInConflict">She said that she knows somebody in it.</param>
    /// <returns>Null where she must not know that it is there: it is another's, closed, or she knows somebody in it.</returns>
    public static CaseLine? Of(Case one, StaffPerson person, bool isInConflict)
    {
        if (isInConflict || !person.May(StaffAct.WorkCases))
            return null;
        var opens = one.Owner == person.Id || person.May(StaffAct.SuperviseCases);
        if (!opens && !one.IsFree)
            return null;
        var line = new CaseLine(one.Id, one.Code, one.State, one.Risk, one.IsChild, one.InDanger, one.CreatedAt, MayTake: one.IsFree);
        return opens
            ? line with
            {
                MayOpen = true,
                IsMine = one.Owner == person.Id,
                Owner = one.Owner,
                LastAt = one.LastAt,
                FollowUpAt = one.FollowUpAt,
                ClosedAt = one.ClosedAt,
                Unseen = one.Unseen,
                WaitsForSupervisor = one.WaitsForSupervisor,
                HeldUntil = one.HeldUntil,
                DeletionAskedAt = one.DeletionAskedAt,
                Tasks = one.Tasks,
                TaskDueAt = one.TaskDueAt,
            }
            : line;
    }
}

/// <summary>A case in a list. What is not for whoever looks is empty.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Code">What people call it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Risk">0 danger now to 3 low.</param>
/// <param name="IsChild">It is about a child, or may be.</param>
/// <param name="InDanger">Somebody was said to be in danger now.</param>
/// <param name="CreatedAt">When it came.</param>
/// <param name="MayTake">Nobody has it.</param>
internal sealed record CaseLine(string Id, string Code, CaseState State, int Risk, bool IsChild, bool InDanger, DateTimeOffset CreatedAt, bool MayTake)
{
    /// <summary>She has it, or looks after those who do.</summary>
    public bool MayOpen { get; init; }

    public bool IsMine { get; init; }

    /// <summary>Opaque id of the account that has it.</summary>
    public string? Owner { get; init; }

    public DateTimeOffset? LastAt { get; init; }

    public DateTimeOffset? FollowUpAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Messages of the reporter that nobody opened yet.</summary>
    public int Unseen { get; init; }

    /// <summary>Supervisors are called, and none saw it yet.</summary>
    public bool WaitsForSupervisor { get; init; }

    /// <summary>Two people keep it from being destroyed until then. It may lie in the past.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The reporter asked for its deletion while it was held.</summary>
    public DateTimeOffset? DeletionAskedAt { get; init; }

    /// <summary>Tasks that are not done.</summary>
    public int Tasks { get; init; }

    /// <summary>When the earliest of them is due.</summary>
    public DateTimeOffset? TaskDueAt { get; init; }
}
