using Stateless;
using Stateless.Graph;

namespace ChatSupport.Escalation.Referrals;

/// <summary>Who may go where when something about a worker is told to somebody outside. It carries no actions: whoever writes decides, the machine permits.</summary>
internal static class ReferralMachine
{
    /// <summary>The machine over one referral.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="holds">Her yes to exactly this, or the decision of two, holds now.</param>
    /// <param name="isHers">It was asked of her: it is hers to take back.</param>
    /// <param name="areTwo">Two different people of the staff stand behind it.</param>
    /// <param name="move">Told where it stands then.</param>
    public static StateMachine<ReferralState, ReferralEvent> For(
        Func<ReferralState> state, Func<bool> holds, Func<bool> isHers, Func<bool> areTwo, Action<ReferralState> move)
    {
        var machine = new StateMachine<ReferralState, ReferralEvent>(state, move);
        Untold(ReferralState.Drafted)
            .PermitReentry(ReferralEvent.Write)
            .Permit(ReferralEvent.Ask, ReferralState.AskedPerson)
            .Permit(ReferralEvent.Propose, ReferralState.Proposed);
        Untold(ReferralState.AskedPerson)
            .Permit(ReferralEvent.Write, ReferralState.Drafted)
            .Permit(ReferralEvent.Grant, ReferralState.Granted)
            .Permit(ReferralEvent.Refuse, ReferralState.Refused)
            .Permit(ReferralEvent.Lapse, ReferralState.NoAnswer);
        Untold(ReferralState.NoAnswer).Permit(ReferralEvent.Write, ReferralState.Drafted);
        Untold(ReferralState.Granted)
            .Permit(ReferralEvent.Write, ReferralState.Drafted)
            .PermitIf(ReferralEvent.Send, ReferralState.Sent, holds, "her yes to exactly this holds")
            .Permit(ReferralEvent.Revoke, ReferralState.Revoked)
            .Permit(ReferralEvent.Expire, ReferralState.Expired);
        Untold(ReferralState.Proposed)
            .PermitIf(ReferralEvent.Confirm, ReferralState.Decided, areTwo, "two different people")
            .Permit(ReferralEvent.Expire, ReferralState.Expired);
        Untold(ReferralState.Decided)
            .PermitIf(ReferralEvent.Send, ReferralState.Sent, holds, "the decision of two holds")
            .Permit(ReferralEvent.Expire, ReferralState.Expired);
        Told(ReferralState.Sent)
            .Permit(ReferralEvent.Accept, ReferralState.Accepted)
            .Permit(ReferralEvent.Reject, ReferralState.Rejected);
        Told(ReferralState.Accepted).Permit(ReferralEvent.Finish, ReferralState.Done);
        Told(ReferralState.Rejected).Permit(ReferralEvent.Finish, ReferralState.Done);
        Told(ReferralState.Done);
        machine.Configure(ReferralState.Expired).PermitIf(ReferralEvent.Write, ReferralState.Drafted, isHers, "it is hers");
        machine.Configure(ReferralState.Revoked).PermitReentry(ReferralEvent.Forget);
        machine.Configure(ReferralState.Refused);
        machine.Configure(ReferralState.Dropped);
        return machine;

        StateMachine<ReferralState, ReferralEvent>.StateConfiguration Untold(ReferralState one) =>
            machine.Configure(one).Permit(ReferralEvent.Drop, ReferralState.Dropped);

        StateMachine<ReferralState, ReferralEvent>.StateConfiguration Told(ReferralState one) =>
            machine.Configure(one).PermitIf(ReferralEvent.Revoke, ReferralState.Revoked, isHers, "it is hers");
    }

    /// <summary>The machine as a Mermaid diagram.</summary>
    public static string Diagram() => MermaidGraph.Format(
        For(() => ReferralState.Drafted, () => false, () => false, () => false, _ => { }).GetInfo(), MermaidGraphDirection.LeftToRight);
}

/// <summary>Where a referral stands.</summary>
internal enum ReferralState
{
    /// <summary>It is being written; nobody but the staff knows of it.</summary>
    Drafted,

    /// <summary>She is asked whether exactly this may be told.</summary>
    AskedPerson,

    /// <summary>She says yes.</summary>
    Granted,

    /// <summary>She says no. She is not asked for the same again.</summary>
    Refused,

    /// <summary>She did not answer in time.</summary>
    NoAnswer,

    /// <summary>One of the staff wants it told without her yes, for a child or a life.</summary>
    Proposed,

    /// <summary>A second one agrees.</summary>
    Decided,

    /// <summary>It was told.</summary>
    Sent,

    /// <summary>Whoever was told will help.</summary>
    Accepted,

    /// <summary>Whoever was told will not.</summary>
    Rejected,

    /// <summary>It is over, well or not.</summary>
    Done,

    /// <summary>She took it back.</summary>
    Revoked,

    /// <summary>Its time was over before it was told.</summary>
    Expired,

    /// <summary>Nobody goes on with it; nothing was told.</summary>
    Dropped,
}

/// <summary>What can happen to a referral.</summary>
internal enum ReferralEvent
{
    /// <summary>What would be told, or to whom, is written or changed.</summary>
    Write,

    /// <summary>She is asked.</summary>
    Ask,

    /// <summary>She says yes.</summary>
    Grant,

    /// <summary>She says no.</summary>
    Refuse,

    /// <summary>She does not answer.</summary>
    Lapse,

    /// <summary>One of the staff wants it told without her yes.</summary>
    Propose,

    /// <summary>A second one agrees.</summary>
    Confirm,

    /// <summary>It is told.</summary>
    Send,

    /// <summary>Whoever was told will help.</summary>
    Accept,

    /// <summary>Whoever was told will not.</summary>
    Reject,

    /// <summary>It is over.</summary>
    Finish,

    /// <summary>She takes it back.</summary>
    Revoke,

    /// <summary>Whoever was told is asked to forget it.</summary>
    Forget,

    /// <summary>Its time is over.</summary>
    Expire,

    /// <summary>Nobody goes on with it.</summary>
    Drop,
}
