using Stateless;
using Stateless.Graph;

namespace ChatSupport.Savings.Meetings;

/// <summary>Who may go where in a meeting of a group. It carries no actions: whoever writes decides, the machine permits. The database holds the same.</summary>
internal static class MeetingMachine
{
    /// <summary>The machine over one meeting.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="isEmpty">Nothing was entered in it.</param>
    /// <param name="move">Told where it stands then.</param>
    public static StateMachine<MeetingState, MeetingEvent> For(Func<MeetingState> state, Func<bool> isEmpty, Action<MeetingState> move)
    {
        var machine = new StateMachine<MeetingState, MeetingEvent>(state, move);
        machine.Configure(MeetingState.Planned)
            .PermitReentry(MeetingEvent.Plan)
            .Permit(MeetingEvent.Open, MeetingState.Open)
            .Permit(MeetingEvent.Cancel, MeetingState.Cancelled);
        machine.Configure(MeetingState.Open)
            .PermitReentry(MeetingEvent.Enter)
            .Permit(MeetingEvent.Count, MeetingState.Counted)
            .PermitIf(MeetingEvent.Cancel, MeetingState.Cancelled, isEmpty, "nothing was entered");
        machine.Configure(MeetingState.Counted)
            .Permit(MeetingEvent.Resume, MeetingState.Open)
            .Permit(MeetingEvent.Close, MeetingState.Closed);
        machine.Configure(MeetingState.Closed);
        machine.Configure(MeetingState.Cancelled);
        return machine;
    }

    /// <summary>The machine as a Mermaid diagram.</summary>
    public static string Diagram() => MermaidGraph.Format(For(() => MeetingState.Planned, () => false, _ => { }).GetInfo(), MermaidGraphDirection.LeftToRight);
}

/// <summary>Where a meeting stands. Stored by name.</summary>
internal enum MeetingState
{
    /// <summary>Its day is named.</summary>
    Planned,

    /// <summary>Members are called, and money changes hands.</summary>
    Open,

    /// <summary>The notes are counted: nothing is entered unless it is opened again.</summary>
    Counted,

    /// <summary>It is over, for ever.</summary>
    Closed,

    /// <summary>It did not take place, and nothing was entered.</summary>
    Cancelled,
}

/// <summary>What can happen to a meeting.</summary>
internal enum MeetingEvent
{
    /// <summary>Another day is named.</summary>
    Plan,

    /// <summary>A leader opens it.</summary>
    Open,

    /// <summary>Something is entered.</summary>
    Enter,

    /// <summary>The notes of every currency in use are counted.</summary>
    Count,

    /// <summary>Something was forgotten: it goes on, and is counted again.</summary>
    Resume,

    /// <summary>Another leader than who opened it closes it.</summary>
    Close,

    /// <summary>It is called off.</summary>
    Cancel,
}
