using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Referrals;

/// <summary>Something about her is told to somebody outside only where she said yes to exactly that. What one does with a referral, and what follows from it.</summary>
internal static class Referring
{
    /// <summary>Begins one.</summary>
    public static Referral Begin(DeskPen pen, DeskChat chat, Educator educator, string to) =>
        pen.Referrals.Save(new Referral { Id = DeskIds.New(), Chat = chat.Id, To = to, By = educator.Id, At = pen.Now });

    /// <summary>Writes or changes what would be told, or to whom: whatever she said to it before is said no more.</summary>
    public static Referral Write(DeskPen pen, Referral one, Educator educator, Func<Referral, Referral> change)
    {
        if (one.HeldLine is { } held && pen.Lines.Find(held) is { State: LineState.Held } line)
            pen.Lines.Save(line with { State = LineState.TakenBack });
        var next = pen.Referrals.Save(change(one.After(ReferralEvent.Write, pen.Now)) with { Version = one.Version + 1, By = educator.Id, HeldLine = null });
        if (next.Voice != one.Voice)
            pen.Lines.DropFile(one.Voice);
        return next;
    }

    /// <summary>She is to be asked. A number or name in it waits for a supervisor first, as in any line.</summary>
    public static void Ask(DeskPen pen, Educator educator, Referral one)
    {
        if (pen.Chat(one.Chat) is not { IsOpen: true, State: not DeskState.Closing } chat)
        {
            pen.Tell(educator, ReferralLines.Say(pen, educator, one, DeskWord.ReferChatOver));
        }
        else if (one.Text.Length == 0 || one.HeldLine is not null || !one.Can(ReferralEvent.Ask, pen.Now))
        {
            pen.Tell(educator, ReferralLines.Card(pen, educator, one));
        }
        else if (pen.Referrals.Of(chat.Id).Exists(other => other.State == ReferralState.Refused && other.To == one.To && other.Text == one.Text))
        {
            pen.Tell(educator, ReferralLines.Say(pen, educator, one, DeskWord.ReferRefused)); // asked again and again, a no is worth nothing
        }
        else if (Contacts.In(one.IsKnown ? one.Text : $"{one.To}\n{one.Text}") is { } contact)
        {
            Hold(pen, chat, one, contact);
            pen.Tell(educator, ReferralLines.Say(pen, educator, one, DeskWord.Held));
        }
        else
        {
            Put(pen, chat, one);
        }
    }

    /// <summary>A supervisor decided on what was held.</summary>
    public static void Decide(DeskPen pen, DeskChat chat, DeskLine line, bool goesOn)
    {
        pen.Lines.Save(line with { State = goesOn ? LineState.Delivered : LineState.Refused, HeldFor = DeskButton.Referral });
        if (Referral.Read(line.Referral) is not { } key || pen.Referrals.Find(key.Id) is not { State: ReferralState.Drafted } one || one.Version != key.Version)
            return; // it was changed since
        if (goesOn)
        {
            Put(pen, chat, one);
            return;
        }
        one = pen.Referrals.Save(one with { HeldLine = null });
        if (Keeper(pen, one) is { } keeper)
            pen.Tell(keeper, ReferralLines.Say(pen, keeper, one, DeskWord.HeldRefused));
    }

    /// <summary>She answered. An answer counts for exactly the question she saw; a no that comes after her yes takes it back.</summary>
    public static void Answer(DeskPen pen, string worker, string key, bool isYes)
    {
        if (Hers(pen, worker, key) is not { } one)
            return;
        if (!isYes && one.Key == key && one.Can(ReferralEvent.Revoke, pen.Now))
        {
            Revoke(pen, worker, key);
            return;
        }
        if (one.State != ReferralState.AskedPerson || pen.Now >= one.At + pen.Options.ReferralAnswer)
            return;
        if (one.Key != key)
        {
            pen.News(pen.Chat(one.Chat)!, ReferralNews.Asked); // what she saw was another question
            return;
        }
        one = one.After(isYes ? ReferralEvent.Grant : ReferralEvent.Refuse, pen.Now);
        Keep(pen, isYes ? one with { GrantedAt = pen.Now, GrantedVersion = one.Version } : one, isYes ? ReferralEvent.Grant : ReferralEvent.Refuse);
    }

    /// <summary>She takes her yes back.</summary>
    public static void Revoke(DeskPen pen, string worker, string key)
    {
        if (Hers(pen, worker, key) is { } one && one.Can(ReferralEvent.Revoke, pen.Now))
            Keep(pen, one.After(ReferralEvent.Revoke, pen.Now) with { RevokedAt = pen.Now }, ReferralEvent.Revoke);
    }

    /// <summary>Whoever has it says what became of it.</summary>
    /// <returns>What stands against it; null where it is kept.</returns>
    public static DeskWord? Mark(DeskPen pen, Referral one, int version, ReferralEvent what, string? reason = null, bool wentWell = false)
    {
        if (WhyNot(pen, one, version, what) is { } why)
            return why;
        var next = one.After(what, pen.Now);
        Keep(pen, what switch
        {
            ReferralEvent.Send => next with { SentAt = pen.Now },
            ReferralEvent.Reject => next with { Reason = reason },
            ReferralEvent.Finish => next with { Reason = reason ?? one.Reason, WentWell = wentWell },
            ReferralEvent.Forget => next with { ForgottenAt = pen.Now },
            _ => next,
        }, what, tells: false);
        if (pen.Chat(one.Chat) is { IsOpen: false } && Keeper(pen, one) is { } keeper)
            Requeueing.Clear(pen, keeper.Conversation!, one.Chat, forgets: true); // the older card holds her words
        if (what == ReferralEvent.Forget && pen.Chat(one.Chat) is { } chat && Reaching.IsErased(chat))
            pen.Referrals.DropOne(one.Id); // it was kept for this alone
        return null;
    }

    /// <summary>Two of the staff decided to tell it without her: she hears of it unless that is dangerous, and so does who helps her.</summary>
    public static void Decided(DeskPen pen, Referral one)
    {
        if (one.Override is { TellsHer: true } && pen.Chat(one.Chat) is { } chat && !Reaching.IsErased(chat))
            pen.News(chat, ReferralNews.Told);
        if (Keeper(pen, one) is { } keeper)
            pen.Tell(keeper, ReferralLines.Decided(pen, keeper, one));
    }

    /// <summary>Somebody new has the chat: what is under way in it is hers to go on with.</summary>
    public static void Bring(DeskPen pen, DeskChat chat, Educator educator)
    {
        foreach (var one in pen.Referrals.Of(chat.Id).Where(IsUnderWay))
            pen.Tell(educator, ReferralLines.Card(pen, educator, one));
    }

    /// <summary>What she was asked while it was not safe for her is shown now.</summary>
    public static void Show(DeskPen pen, DeskChat chat)
    {
        var all = pen.Referrals.Of(chat.Id);
        if (all.Exists(one => one.State == ReferralState.AskedPerson))
            pen.News(chat, ReferralNews.Asked);
        if (all.Exists(OwesTelling))
            pen.News(chat, ReferralNews.Told);
    }

    /// <summary>She hears of what was decided without her.</summary>
    public static void Hears(DeskPen pen, string chat)
    {
        foreach (var one in pen.Referrals.Of(chat).Where(OwesTelling))
            pen.Referrals.Save(one with { Override = one.Override! with { HeardAt = pen.Now } });
    }

    /// <summary>She is erased: whoever was told something is to forget it. Until somebody asked them to, it stays who they are, and nothing else.</summary>
    public static void Forget(DeskPen pen, DeskChat chat)
    {
        var owed = pen.Referrals.Of(chat.Id).Where(one => one is { IsTold: true, Override: null, ForgottenAt: null })
            .Select(one => (one.State == ReferralState.Revoked ? one : one.After(ReferralEvent.Revoke, pen.Now) with { RevokedAt = pen.Now }) with { Text = "", Voice = null, Reason = null }).ToList();
        pen.Referrals.Drop(chat.Id);
        foreach (var one in owed)
        {
            pen.Referrals.Save(one);
            foreach (var somebody in Keeper(pen, one) is { } keeper ? [keeper] : Supervisors(pen))
                pen.Tell(somebody, ReferralLines.Erased(pen, somebody, one));
        }
    }

    /// <summary>Whether it is hers to go on with: her chat's, or the last one she had in it. What the staff decided stays with them.</summary>
    public static bool MayAct(DeskPen pen, Educator educator, Referral one) =>
        one.Override is null && pen.Chat(one.Chat) is { } chat && (chat.IsOpen ? Relaying.MayWrite(chat, educator) : KeeperOf(chat) == educator.Id);

    /// <summary>Something is still to be done with it.</summary>
    public static bool IsUnderWay(Referral one) => one.Override is null && (one.OwesForgetting
        || one.State is not (ReferralState.Dropped or ReferralState.Refused or ReferralState.Expired or ReferralState.Revoked or ReferralState.Done));

    /// <summary>Tells whoever has it how it stands now.</summary>
    public static void TellKeeper(DeskPen pen, Referral one)
    {
        if (Keeper(pen, one) is { } keeper)
        {
            if (pen.Chat(one.Chat) is { IsOpen: false })
                Requeueing.Clear(pen, keeper.Conversation!, one.Chat, forgets: true); // the older card holds her words
            pen.Tell(keeper, ReferralLines.Card(pen, keeper, one));
        }
        else if (one.OwesForgetting)
        {
            foreach (var supervisor in Supervisors(pen))
                pen.Tell(supervisor, DeskLines.Call(supervisor, DeskWord.ReferAlarm)); // nobody else would tell them to forget it
        }
    }

    /// <summary>What happened, for the figures.</summary>
    public static string KindOf(ReferralEvent what) => $"referral-{what.ToString().ToLowerInvariant()}";

    private static bool OwesTelling(Referral one) => one.Override is { TellsHer: true, IsOfTwo: true, HeardAt: null } && (one.State == ReferralState.Decided || one.IsTold);

    private static List<Educator> Supervisors(DeskPen pen) => [.. pen.Educators().Where(one => one is { Role: DeskRole.Supervisor, LeftAt: null })];

    private static void Put(DeskPen pen, DeskChat chat, Referral one)
    {
        one = one.After(ReferralEvent.Ask, pen.Now) with { Version = one.Version + 1, Until = pen.Now + pen.Options.ReferralFor, HeldLine = null };
        Keep(pen, one, ReferralEvent.Ask);
        pen.News(chat, ReferralNews.Asked);
    }

    private static void Hold(DeskPen pen, DeskChat chat, Referral one, string contact)
    {
        var line = pen.Lines.Add(new DeskLine
        {
            Chat = chat.Id,
            From = LineFrom.Note, // it goes to nobody by itself
            Educator = one.By,
            Epoch = chat.Epoch,
            Text = $"{one.To}\n{one.Text}",
            HeldFor = contact,
            Referral = one.Key,
            State = LineState.Held,
            At = pen.Now,
        });
        pen.Referrals.Save(one with { HeldLine = line.Number });
        pen.Count(chat, "held", one.By);
        Alarms.Hold(pen, chat, LineFrom.Helper);
    }

    private static void Keep(DeskPen pen, Referral one, ReferralEvent what, bool tells = true)
    {
        pen.Referrals.Save(one);
        if (pen.Chat(one.Chat) is { } chat)
            pen.Count(chat, KindOf(what), one.By);
        if (tells)
            TellKeeper(pen, one);
    }

    private static DeskWord? WhyNot(DeskPen pen, Referral one, int version, ReferralEvent what)
    {
        if (one.Version != version)
            return DeskWord.ReferChanged;
        if (one.Can(what, pen.Now))
            return null;
        return one.State switch
        {
            ReferralState.Drafted or ReferralState.AskedPerson or ReferralState.Proposed => DeskWord.ReferNotYet,
            ReferralState.Refused => DeskWord.ReferRefused,
            ReferralState.NoAnswer => DeskWord.ReferNoAnswer,
            ReferralState.Revoked => DeskWord.ReferRevoked,
            ReferralState.Expired or ReferralState.Granted or ReferralState.Decided when what == ReferralEvent.Send => DeskWord.ReferExpired,
            _ => DeskWord.ReferNotNow,
        };
    }

    private static Referral? Hers(DeskPen pen, string worker, string key) =>
        Referral.Read(key) is { } read && pen.Referrals.Find(read.Id) is { Override: null } one && pen.Chat(one.Chat)?.Worker == worker ? one : null;

    /// <summary>Who has the chat, or had it last. Nobody whom the worker did not want any more, or who may know her.</summary>
    private static string? KeeperOf(DeskChat chat) =>
        chat.IsOpen ? chat.Owner : chat.LastOwner is { } last && !chat.Excluded.Contains(last) ? last : null;

    private static Educator? Keeper(DeskPen pen, Referral one) =>
        pen.Chat(one.Chat) is { } chat && pen.Educator(KeeperOf(chat)) is { Conversation: not null, Away: false, LeftAt: null } keeper ? keeper : null;
}
