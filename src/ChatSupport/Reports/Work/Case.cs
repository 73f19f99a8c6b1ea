using ChatSupport.Reports.Cases;

namespace ChatSupport.Reports.Work;

/// <summary>A case as staff work on it: coded facts alone, never a word of what was said.</summary>
internal sealed record Case
{
    /// <summary>Opaque, 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    public required CaseState State { get; init; }

    /// <summary>0 danger now, 1 high, 2 usual, 3 low.</summary>
    public required int Risk { get; init; }

    /// <summary>It is about somebody under 18, or who may be.</summary>
    public required bool IsChild { get; init; }

    /// <summary>The reporter said that somebody is in danger now.</summary>
    public required bool InDanger { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Opaque id of the account that has it; null for nobody.</summary>
    public string? Owner { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When somebody looks after it again; null for no date.</summary>
    public DateTimeOffset? FollowUpAt { get; init; }

    /// <summary>Messages of the reporter that nobody opened yet.</summary>
    public int Unseen { get; init; }

    /// <summary>Supervisors are called, and none saw it yet.</summary>
    public bool WaitsForSupervisor { get; init; }

    /// <summary>Two people keep it from being destroyed until then; null for no hold. It may lie in the past.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The reporter asked for its deletion while it was held; null where she did not.</summary>
    public DateTimeOffset? DeletionAskedAt { get; init; }

    /// <summary>Tasks that are not done.</summary>
    public int Tasks { get; init; }

    /// <summary>When the earliest of them is due; null for none.</summary>
    public DateTimeOffset? TaskDueAt { get; init; }

    public int Version { get; init; }

    /// <summary>What people call it: never a name.</summary>
    public string Code => CodeOf(Id);

    /// <summary>Nobody has it, and it is not closed.</summary>
    public bool IsFree => Owner is null && State != CaseState.Closed;

    /// <summary>Two cases rarely share it, and nothing but people goes by it.</summary>
    public static string CodeOf(string id) => $"R-{id[..3]}-{id[3..6]}".ToUpperInvariant();

    /// <summary>Whether the machine lets this happen.</summary>
    public bool Can(CaseEvent what) => Machine(_ => { }).CanFire(what);

    /// <summary>The case after something happened.</summary>
    /// <exception cref="InvalidOperationException">The machine does not permit it.</exception>
    public Case After(CaseEvent what)
    {
        var next = State;
        Machine(state => next = state).Fire(what);
        return this with { State = next };
    }

    private Stateless.StateMachine<CaseState, CaseEvent> Machine(Action<CaseState> move)
    {
        var state = State;
        return CaseMachine.For(() => state, () => Owner is not null, next =>
        {
            state = next;
            move(next);
        });
    }
}
