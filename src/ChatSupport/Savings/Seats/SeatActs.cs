using ChatSupport.Conversations;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Holds;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;
using Microsoft.Extensions.Options;

namespace ChatSupport.Savings.Seats;

/// <summary>What a member does at her savings while they stand open. Anything else does nothing.</summary>
internal sealed class SeatActs(Ledger ledger, FieldCipher cipher, IOptions<SavingsOptions> options)
{
    private static readonly Dictionary<string, Func<SeatActs, Effect, Act?>> table = new(StringComparer.Ordinal)
    {
        [SavingsActions.Dispute] = (all, effect) => Number(effect) is { } entry ? (session, who) => Done(() => all.Dispute(session, who, entry)) : null,
        [SavingsActions.Cancel] = (all, effect) => Number(effect) is { } hold ? (session, who) => all.Cancel(session, who, hold) : null,
        [SavingsActions.Aim] = (all, effect) => GoalIn(effect) is { } goal ? (session, who) => Done(() => all.Aim(session, who, goal)) : null,
        [SavingsActions.Unaim] = (all, _) => (session, who) => Done(() => all.Aim(session, who, null)),
        [SavingsActions.Move] = (all, effect) => SeatMoney.ReadPlain(effect.With.GetValueOrDefault("amount")) is { } money && effect.With.GetValueOrDefault("to") is "open" or "other"
            ? all.MoveBy(money, effect.With["to"] == "other") : null,
        [SavingsActions.Remind] = (all, effect) => Remind(effect) is { } how ? (session, who) => Done(() => all.Wish(session, who, wishes => wishes with { Remind = how })) : null,
        [SavingsActions.Feedback] = (all, effect) => (session, who) => Done(() => all.Wish(session, who, wishes => wishes with { Feedback = IsYes(effect) })),
        [SavingsActions.Cap] = (_, effect) => CapIn(effect, out var cap) ? (session, who) => Done(() => Cap(session, who, cap)) : null,
        [SavingsActions.Delay] = (_, effect) => (session, who) => Done(() => Limit(session, who, limits => (limits.CapRiel, limits.CapCents, IsYes(effect)))),
    };

    /// <summary>What is done to money, and the screen that says so: she lands on another one where it cannot be done.</summary>
    private static readonly Dictionary<string, ScreenId> saidOn = new(StringComparer.Ordinal)
    {
        [SavingsActions.Cancel] = SavingsActions.Screen("cancelled"),
        [SavingsActions.Move] = SavingsActions.Screen("moved"),
    };

    /// <returns>False where there was nothing to do it to.</returns>
    private delegate bool Act(StoreSession session, Sitter who);

    /// <summary>Carries out what the dialog asks for.</summary>
    /// <returns>False where it is none of the savings'.</returns>
    public bool CarryOut(TurnDraft draft, Effect effect)
    {
        if (effect.Name is SavingsActions.Link or SavingsActions.Open or SavingsActions.Begin or SavingsActions.Change or SavingsActions.Hide)
            return true; // where she landed does it
        if (effect.Name == SavingsActions.Picture)
        {
            SeatPicture.Ask(draft);
            return true;
        }
        if (!table.TryGetValue(effect.Name, out var find))
            return false;
        var isSaid = saidOn.TryGetValue(effect.Name, out var screen);
        if (isSaid && draft.Landed?.State.Screen != screen)
            return true; // it cannot be done any more, and she is told so
        if (draft.State.Seat is { Member: { } member } seat && seat.IsOpen(draft.Now) && find(this, effect) is { } act)
        {
            var (key, who) = (draft.Inbound.Conversation, new Sitter(member, seat.Both, draft.Now));
            draft.Add(new SeatEffect(session =>
            {
                if (SeatRows.Seat(session, key)?.Member == member && !act(session, who) && isSaid)
                    throw new StaleConversationException("The money went elsewhere since the turn began."); // once more, with other words
            }));
        }
        return true;
    }

    /// <summary>She is erased here: her seat goes, and what she wished and saved for. Her savings stay: they are hers, and her book's.</summary>
    public static void Forget(StoreSession session, string conversation)
    {
        if (SeatRows.Seat(session, conversation) is { } seat)
            SeatWishes.Drop(session, seat.Member);
        SeatRows.Drop(session, conversation);
    }

    private void Dispute(StoreSession session, Sitter who, long entry)
    {
        var pen = ledger.In(session);
        if (pen.Entry(entry) is not { } line || !SeatMoney.AccountsOf(pen, who).Any(account => account.Number == line.Dr || account.Number == line.Cr))
            return;
        new Dispute
        {
            Id = Guid.NewGuid().ToString("N"),
            Member = who.Member,
            Entry = entry,
            OpenedAt = who.Now,
            DueAt = who.Now + options.Value.DisputeAnswer,
        }.Add(session);
    }

    private bool Cancel(StoreSession session, Sitter who, long hold)
    {
        var pen = ledger.In(session);
        return pen.Hold(hold) is { } kept && SeatMoney.AccountsOf(pen, who).Any(account => account.Number == kept.Account) && Holding.Release(pen, hold, who.Member, "cancelled") is null;
    }

    /// <summary>The id is made here, before the commit: a turn that is repeated moves nothing twice.</summary>
    private Act MoveBy(Money money, bool toOther)
    {
        var id = $"move-{Guid.NewGuid():N}";
        return (session, who) =>
        {
            var (pen, from, to) = (ledger.In(session), toOther ? Pocket.Open : Pocket.Private, toOther ? Pocket.Private : Pocket.Open);
            if (!who.Both || !SeatMoney.IsThere(pen, who, from, money)
                || Opening.Open(pen, new AccountWish(AccountKind.MemberSavings, who.Member, to, money.Currency, who.Member)) is not AccountOutcome.Stands { Account: var target })
            {
                return false;
            }
            var source = pen.Account(AccountKind.MemberSavings, who.Member, from, money.Currency)!;
            return Posting.Post(pen, new EntryWish(id, EntryKind.Pocket, source.Number, target.Number, money, who.Member) { CentsAreMeant = true }) is not EntryOutcome.Refused;
        };
    }

    private static bool Done(Action act)
    {
        act();
        return true;
    }

    private void Aim(StoreSession session, Sitter who, SavingsGoal? goal) =>
        Wish(session, who, wishes => who.Both ? wishes with { OtherGoal = goal, OpenGoal = goal is null ? null : wishes.OpenGoal } : wishes with { OpenGoal = goal });

    private void Wish(StoreSession session, Sitter who, Func<SeatWishes, SeatWishes> change) => change(SeatWishes.Of(session, cipher, who.Member)).Save(session, cipher);

    private static void Cap(StoreSession session, Sitter who, Money? cap) => Limit(session, who, limits => cap is not { } most
        ? (null, null, limits.HasDelay)
        : most.Currency == Currency.Khr ? (most.Minor, limits.CapCents, limits.HasDelay) : (limits.CapRiel, most.Minor, limits.HasDelay));

    private static void Limit(StoreSession session, Sitter who, Func<SeatLimits, (long? Riel, long? Cents, bool Delay)> wish)
    {
        var limits = SeatLimits.Of(session, who.Member).At(who.Now);
        var (riel, cents, delay) = wish(limits);
        limits.Wish(who.Now, riel, cents, delay).Save(session);
    }

    private static SavingsGoal? GoalIn(Effect effect)
    {
        var name = effect.With.GetValueOrDefault("name")?.Trim() ?? "";
        var goal = SeatMoney.ReadPlain(effect.With.GetValueOrDefault("amount"));
        return goal is { } target && name.Length > 0 && target.Minor is > 0 and <= Money.Most ? new SavingsGoal(Cut(name), target.Minor, target.Currency) : null;
    }

    private static string Cut(string name) => Clusters.Cut(name, SavingsGoal.LongestName);

    private static bool CapIn(Effect effect, out Money? cap)
    {
        var given = effect.With.GetValueOrDefault("amount");
        cap = SeatMoney.ReadPlain(given);
        return string.IsNullOrEmpty(given) || cap is { Minor: > 0 };
    }

    private static long? Number(Effect effect) => long.TryParse(effect.With.GetValueOrDefault("id"), out var number) ? number : null;

    private static RemindHow? Remind(Effect effect) => effect.With.GetValueOrDefault("how") switch
    {
        "off" => RemindHow.Off,
        "plain" => RemindHow.Plain,
        "goal" => RemindHow.Goal,
        _ => null,
    };

    private static bool IsYes(Effect effect) => effect.With.GetValueOrDefault("on") == "yes";
}

/// <summary>Who looks at her savings now.</summary>
/// <param name="Member">Opaque id.</param>
/// <param name="Both">Both pockets, not the open one alone.</param>
/// <param name="Now">The time.</param>
internal sealed record Sitter(string Member, bool Both, DateTimeOffset Now);
