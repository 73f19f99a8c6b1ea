using Stateless;
using Stateless.Graph;

namespace ChatSupport.Conversations;

/// <summary>Who may go where in a conversation as a whole. It carries no actions: the turn decides, the machine permits.</summary>
internal static class Lifecycle
{
    /// <summary>The machine over one conversation.</summary>
    public static StateMachine<LifecycleState, LifecycleEvent> For(ILifecycleHolder holder)
    {
        var machine = new StateMachine<LifecycleState, LifecycleEvent>(() => holder.Lifecycle, next => holder.Lifecycle = next);
        machine.Configure(LifecycleState.New)
            .Permit(LifecycleEvent.Greet, LifecycleState.Consent)
            .Permit(LifecycleEvent.Forget, LifecycleState.Erased);
        WhereSheIsSeen(LifecycleState.Consent)
            .Permit(LifecycleEvent.Agree, LifecycleState.Dialog);
        WhereSheIsSeen(LifecycleState.Dialog)
            .Permit(LifecycleEvent.AskPeer, LifecycleState.WaitingForPeer)
            .Permit(LifecycleEvent.BeginDesk, LifecycleState.AtDesk);
        WhereSheIsSeen(LifecycleState.WaitingForPeer)
            .Permit(LifecycleEvent.PeerJoin, LifecycleState.WithPeer)
            .Permit(LifecycleEvent.PeerClose, LifecycleState.Dialog);
        WhereSheIsSeen(LifecycleState.WithPeer)
            .Permit(LifecycleEvent.PeerLeave, LifecycleState.WaitingForPeer)
            .Permit(LifecycleEvent.PeerClose, LifecycleState.Dialog);
        WhereSheIsSeen(LifecycleState.AtDesk)
            .Permit(LifecycleEvent.EndDesk, LifecycleState.Dialog);
        machine.Configure(LifecycleState.Decoy)
            .PermitIf(LifecycleEvent.Return, LifecycleState.Dialog, () => holder.Agreed, "agreed")
            .PermitIf(LifecycleEvent.Return, LifecycleState.Consent, () => !holder.Agreed, "not agreed")
            .Permit(LifecycleEvent.Block, LifecycleState.Blocked)
            .Permit(LifecycleEvent.Forget, LifecycleState.Erased);
        machine.Configure(LifecycleState.Blocked)
            .PermitIf(LifecycleEvent.Unblock, LifecycleState.Decoy, () => holder.Hidden, "hidden")
            .PermitIf(LifecycleEvent.Unblock, LifecycleState.Dialog, () => !holder.Hidden && holder.Agreed, "agreed")
            .PermitIf(LifecycleEvent.Unblock, LifecycleState.Consent, () => !holder.Hidden && !holder.Agreed, "not agreed")
            .Permit(LifecycleEvent.Forget, LifecycleState.Erased);
        machine.Configure(LifecycleState.Erased)
            .Permit(LifecycleEvent.Greet, LifecycleState.Consent)
            .PermitReentry(LifecycleEvent.Forget);
        return machine;

        StateMachine<LifecycleState, LifecycleEvent>.StateConfiguration WhereSheIsSeen(LifecycleState state) => machine.Configure(state)
            .Permit(LifecycleEvent.Leave, LifecycleState.Decoy)
            .Permit(LifecycleEvent.Block, LifecycleState.Blocked)
            .Permit(LifecycleEvent.Forget, LifecycleState.Erased);
    }

    /// <summary>The machine as a Mermaid diagram.</summary>
    public static string Diagram() => MermaidGraph.Format(For(new Drawn()).GetInfo(), MermaidGraphDirection.LeftToRight);

    private sealed class Drawn : ILifecycleHolder
    {
        public LifecycleState Lifecycle { get; set; }

        public bool Agreed => false;

        public bool Hidden => false;
    }
}

/// <summary>What the machine looks at. The turn holds one; a drawing and a test hold others.</summary>
internal interface ILifecycleHolder
{
    /// <summary>Where the conversation stands.</summary>
    LifecycleState Lifecycle { get; set; }

    /// <summary>She agreed that the bot may keep her place.</summary>
    bool Agreed { get; }

    /// <summary>The decoy stands before her place.</summary>
    bool Hidden { get; }
}

/// <summary>What can happen to a conversation as a whole.</summary>
internal enum LifecycleEvent
{
    /// <summary>The first word: she is asked for her consent.</summary>
    Greet,

    /// <summary>She agreed.</summary>
    Agree,

    /// <summary>She left quickly, or a sensitive screen was left alone for too long.</summary>
    Leave,

    /// <summary>Her secret brought her place back.</summary>
    Return,

    /// <summary>She asked for a person.</summary>
    AskPeer,

    /// <summary>A person took the chat.</summary>
    PeerJoin,

    /// <summary>That person had to let the chat go; she waits for another.</summary>
    PeerLeave,

    /// <summary>The chat with a person, or the wait for one, ended.</summary>
    PeerClose,

    /// <summary>Who chats here answers at the desk from now on.</summary>
    BeginDesk,

    /// <summary>Who chats here no longer answers at the desk.</summary>
    EndDesk,

    /// <summary>She can no longer be reached.</summary>
    Block,

    /// <summary>She can be reached again.</summary>
    Unblock,

    /// <summary>She is erased: she asked for it, declined, or never agreed.</summary>
    Forget,
}
