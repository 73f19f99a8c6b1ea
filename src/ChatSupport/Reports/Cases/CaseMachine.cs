using Stateless;
using Stateless.Graph;

namespace ChatSupport.Reports.Cases;

/// <summary>Who may go where in a case. It carries no actions: whoever writes decides, the machine permits.</summary>
internal static class CaseMachine
{
    /// <summary>The machine over one case.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="isOwned">A case worker has it.</param>
    /// <param name="move">Told where it stands then.</param>
    public static StateMachine<CaseState, CaseEvent> For(Func<CaseState> state, Func<bool> isOwned, Action<CaseState> move)
    {
        var machine = new StateMachine<CaseState, CaseEvent>(state, move);
        machine.Configure(CaseState.New).Permit(CaseEvent.Take, CaseState.InAssessment);
        machine.Configure(CaseState.Reopened).Permit(CaseEvent.Take, CaseState.InAssessment);
        Open(CaseState.InAssessment).PermitIf(CaseEvent.Assess, CaseState.InProgress, isOwned, Owned);
        Open(CaseState.InProgress).PermitIf(CaseEvent.Refer, CaseState.Referred, isOwned, Owned);
        Open(CaseState.Referred)
            .PermitReentryIf(CaseEvent.Refer, isOwned, Owned)
            .PermitIf(CaseEvent.Return, CaseState.InProgress, isOwned, Owned);
        machine.Configure(CaseState.Closed).Permit(CaseEvent.Reopen, CaseState.Reopened);
        return machine;

        // A case that nobody has can be taken by another wherever it stands, so that nobody's leave or conflict leaves a report lying.
        StateMachine<CaseState, CaseEvent>.StateConfiguration Open(CaseState one) => machine.Configure(one)
            .PermitReentryIf(CaseEvent.Take, () => !isOwned(), "nobody has it")
            .PermitReentryIf(CaseEvent.LetGo, isOwned, Owned)
            .PermitIf(CaseEvent.Close, CaseState.Closed, isOwned, Owned);
    }

    /// <summary>The machine as a Mermaid diagram.</summary>
    public static string Diagram() => MermaidGraph.Format(For(() => CaseState.New, () => false, _ => { }).GetInfo(), MermaidGraphDirection.LeftToRight);

    private const string Owned = "somebody has it";
}

/// <summary>Where a case stands.</summary>
internal enum CaseState
{
    /// <summary>It arrived, and nobody has it.</summary>
    New,

    /// <summary>Somebody took it and finds out what is needed, and how dangerous it is.</summary>
    InAssessment,

    /// <summary>Somebody helps.</summary>
    InProgress,

    /// <summary>Somebody outside helps; who has it follows that.</summary>
    Referred,

    /// <summary>Nothing more is done. From here the clock of its end runs.</summary>
    Closed,

    /// <summary>It was closed, and something came up; nobody has it.</summary>
    Reopened,
}

/// <summary>What can happen to a case.</summary>
internal enum CaseEvent
{
    /// <summary>A case worker takes it, or a supervisor gives it to one.</summary>
    Take,

    /// <summary>Who has it lets it go.</summary>
    LetGo,

    /// <summary>It is known what is needed.</summary>
    Assess,

    /// <summary>Somebody outside was asked to help.</summary>
    Refer,

    /// <summary>It comes back from who was asked.</summary>
    Return,

    /// <summary>Nothing more is to be done.</summary>
    Close,

    /// <summary>Something came up after it was closed.</summary>
    Reopen,
}
