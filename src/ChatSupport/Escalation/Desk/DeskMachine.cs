using Stateless;
using Stateless.Graph;

namespace ChatSupport.Escalation.Desk;

/// <summary>Who may go where in a chat with a person. It carries no actions: whoever writes decides, the machine permits.</summary>
internal static class DeskMachine
{
    /// <summary>The machine over one chat.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="isOwned">Somebody has taken it.</param>
    /// <param name="move">Told where it stands then.</param>
    public static StateMachine<DeskState, DeskEvent> For(Func<DeskState> state, Func<bool> isOwned, Action<DeskState> move)
    {
        var machine = new StateMachine<DeskState, DeskEvent>(state, move);
        machine.Configure(DeskState.Triaging).Permit(DeskEvent.Ask, DeskState.Queued);
        Open(DeskState.Queued)
            .Permit(DeskEvent.Offer, DeskState.Offered)
            .Permit(DeskEvent.Claim, DeskState.Claimed);
        Open(DeskState.Offered)
            .PermitReentry(DeskEvent.Offer)
            .Permit(DeskEvent.Lapse, DeskState.Queued)
            .Permit(DeskEvent.Claim, DeskState.Claimed);
        Owned(DeskState.Claimed)
            .Permit(DeskEvent.TakeOver, DeskState.Supervised)
            .Permit(DeskEvent.Reply, DeskState.WaitingPerson)
            .PermitReentry(DeskEvent.Say);
        Owned(DeskState.Active)
            .Permit(DeskEvent.TakeOver, DeskState.Supervised)
            .Permit(DeskEvent.Reply, DeskState.WaitingPerson)
            .PermitReentry(DeskEvent.Say);
        Owned(DeskState.WaitingPerson)
            .Permit(DeskEvent.TakeOver, DeskState.Supervised)
            .PermitReentry(DeskEvent.Reply)
            .Permit(DeskEvent.Say, DeskState.Active);
        Owned(DeskState.Supervised)
            .PermitReentry(DeskEvent.TakeOver)
            .PermitReentry(DeskEvent.Reply)
            .PermitReentry(DeskEvent.Say)
            .Permit(DeskEvent.Release, DeskState.Active);
        Open(DeskState.Transferring)
            .Permit(DeskEvent.Claim, DeskState.Claimed)
            .Permit(DeskEvent.Lapse, DeskState.Active)
            .Permit(DeskEvent.Requeue, DeskState.Queued)
            .PermitReentry(DeskEvent.Reply)
            .PermitReentry(DeskEvent.Say)
            .Permit(DeskEvent.TakeOver, DeskState.Supervised);
        machine.Configure(DeskState.Unreachable)
            .PermitIf(DeskEvent.Find, DeskState.Queued, () => !isOwned(), "nobody has it")
            .PermitIf(DeskEvent.Find, DeskState.Active, isOwned, "somebody has it")
            .PermitReentry(DeskEvent.Requeue)
            .PermitReentry(DeskEvent.Claim)
            .Permit(DeskEvent.Close, DeskState.Closing)
            .Permit(DeskEvent.End, DeskState.Closed);
        machine.Configure(DeskState.Closing)
            .PermitIf(DeskEvent.Say, DeskState.Active, isOwned, "somebody has it")
            .PermitIf(DeskEvent.Say, DeskState.Queued, () => !isOwned(), "nobody has it")
            .PermitReentry(DeskEvent.Close)
            .Permit(DeskEvent.End, DeskState.Closed);
        machine.Configure(DeskState.Closed).PermitReentry(DeskEvent.End);
        return machine;

        StateMachine<DeskState, DeskEvent>.StateConfiguration Open(DeskState one) => machine.Configure(one)
            .Permit(DeskEvent.Lose, DeskState.Unreachable)
            .Permit(DeskEvent.Close, DeskState.Closing)
            .Permit(DeskEvent.End, DeskState.Closed);

        StateMachine<DeskState, DeskEvent>.StateConfiguration Owned(DeskState one) => Open(one)
            .Permit(DeskEvent.Requeue, DeskState.Queued)
            .Permit(DeskEvent.Transfer, DeskState.Transferring);
    }

    /// <summary>The machine as a Mermaid diagram.</summary>
    public static string Diagram() =>
        MermaidGraph.Format(For(() => DeskState.Triaging, () => false, _ => { }).GetInfo(), MermaidGraphDirection.LeftToRight);
}

/// <summary>Where a chat with a person stands.</summary>
internal enum DeskState
{
    /// <summary>The bot asks the three questions; nothing is kept yet.</summary>
    Triaging,

    /// <summary>It waits, and nobody is being asked.</summary>
    Queued,

    /// <summary>Somebody is being asked to take it.</summary>
    Offered,

    /// <summary>Somebody took it and has not answered yet.</summary>
    Claimed,

    /// <summary>The worker waits for an answer.</summary>
    Active,

    /// <summary>The last word was the helper's.</summary>
    WaitingPerson,

    /// <summary>Its helper asked another to take it, and keeps it until then.</summary>
    Transferring,

    /// <summary>A supervisor took it over or joined it.</summary>
    Supervised,

    /// <summary>The worker cannot be reached.</summary>
    Unreachable,

    /// <summary>It ends, and the worker may still say that it should not.</summary>
    Closing,

    /// <summary>It is over.</summary>
    Closed,
}

/// <summary>What can happen to a chat with a person.</summary>
internal enum DeskEvent
{
    /// <summary>She asks for a person.</summary>
    Ask,

    /// <summary>Somebody is asked to take it.</summary>
    Offer,

    /// <summary>Whoever was asked did not answer in time, or cannot.</summary>
    Lapse,

    /// <summary>Somebody takes it.</summary>
    Claim,

    /// <summary>A helper's line arrived.</summary>
    Reply,

    /// <summary>The worker said something.</summary>
    Say,

    /// <summary>Its helper let it go.</summary>
    Requeue,

    /// <summary>Its helper asks another to take it.</summary>
    Transfer,

    /// <summary>A supervisor takes it over or joins.</summary>
    TakeOver,

    /// <summary>The supervisor leaves it to its helper.</summary>
    Release,

    /// <summary>The worker cannot be reached any more.</summary>
    Lose,

    /// <summary>The worker is there again.</summary>
    Find,

    /// <summary>Somebody ends it.</summary>
    Close,

    /// <summary>Its time to say otherwise is over, or she is erased.</summary>
    End,
}
