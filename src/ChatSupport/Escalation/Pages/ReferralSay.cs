using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Supervision;

namespace ChatSupport.Escalation.Pages;

/// <summary>How pages say where a referral stands, in English; the console translates it.</summary>
internal static class ReferralSay
{
    public static string State(ReferralLine line) => State(line.State, line.OwesForgetting);

    public static string State(ReferralState state, bool owesForgetting) => state switch
    {
        ReferralState.Drafted => "Is being written",
        ReferralState.AskedPerson => "She is asked",
        ReferralState.Granted => "She said yes, not told yet",
        ReferralState.Refused => "She said no",
        ReferralState.NoAnswer => "She did not answer",
        ReferralState.Proposed => "A second person has to agree",
        ReferralState.Decided => "Two agreed, not told yet",
        ReferralState.Sent => "Was told",
        ReferralState.Accepted => "Was told: they help",
        ReferralState.Rejected => "Was told: they do not help",
        ReferralState.Done => "Is done",
        ReferralState.Revoked => owesForgetting ? "She took it back: they are to be asked to forget it" : "She took it back",
        ReferralState.Expired => "Its time was over before it was told",
        _ => "Goes no further",
    };

    public static string Ground(OverrideGround ground) => ground == OverrideGround.Child ? "A child is in danger" : "A life is at stake";
}
