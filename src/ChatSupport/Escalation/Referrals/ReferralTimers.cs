using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Educators;

namespace ChatSupport.Escalation.Referrals;

/// <summary>What is due for a referral, and when. It is worked out from the referral alone, so that a start after a crash knows all of it again.</summary>
internal static class ReferralTimers
{
    /// <summary>The next thing; null where the clock has nothing to do.</summary>
    public static (ReferralEvent What, DateTimeOffset At)? Next(Referral one, DeskOptions options) => one.State switch
    {
        ReferralState.Drafted => (ReferralEvent.Drop, one.At + options.ReferralAnswer),
        ReferralState.AskedPerson => (ReferralEvent.Lapse, one.At + options.ReferralAnswer),
        ReferralState.Proposed => (ReferralEvent.Expire, one.At + options.ReferralAnswer),
        ReferralState.Granted or ReferralState.Decided when one.Until is { } until => (ReferralEvent.Expire, until),
        _ => null,
    };

    /// <summary>Does what is due by now. It may come late or twice.</summary>
    public static void Take(DeskPen pen, string id)
    {
        if (pen.Referrals.Find(id) is not { } one)
            return;
        if (Next(one, pen.Options) is not { } due || due.At > pen.Now)
        {
            pen.Referrals.Save(one); // else a row that says otherwise would be looked at again at once, for ever
            return;
        }
        one = pen.Referrals.Save(one.After(due.What, pen.Now));
        DeskWord? word = one.State switch
        {
            ReferralState.NoAnswer => DeskWord.ReferNoAnswer,
            ReferralState.Expired when one.Override is null => DeskWord.ReferExpired,
            _ => null,
        };
        if (word is not null)
            Referring.TellKeeper(pen, one);
        if (pen.Chat(one.Chat) is { } chat)
            pen.Count(chat, Referring.KindOf(due.What), one.By);
    }
}
