using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Savings.Office;

/// <summary>Where the cash is: safe, boxes, and what leaders hold, for how long, within which limit. Whatever moves it is confirmed by a second person.</summary>
internal sealed class CashBook(OfficePens pens, StaffGuard guard)
{
    /// <summary>Cash that a leader holds longer than this is old.</summary>
    public static readonly TimeSpan OldAfter = TimeSpan.FromDays(7);

    /// <summary>Why cash was short or over.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["counted-again", "wrong-change", "false-note", "lost", "unknown"];

    /// <summary>What can be proposed here.</summary>
    public static IReadOnlyList<EntryKind> Kinds { get; } = [EntryKind.Handover, EntryKind.OpeningCash, EntryKind.Shortage, EntryKind.Surplus];

    /// <summary>Every place with cash, those that need a look first.</summary>
    public IReadOnlyList<CashLine> Look(string? session)
    {
        guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen =>
        {
            var (limits, groups) = (pen.Limits().ToDictionary(limit => limit.Leader, StringComparer.Ordinal), pen.Groups().ToDictionary(group => group.Id, group => group.Name, StringComparer.Ordinal));
            return CashPlaces.All(pen).Select(account => CashPlaces.LineOf(pen, account, limits, groups)).OrderByDescending(line => line.IsOver || line.IsOld).ThenBy(line => line.Kind)
                .ThenBy(line => line.Name, StringComparer.Ordinal).ThenBy(line => line.Balance.Currency).ToList();
        });
    }

    /// <summary>Places that cash can come from or go to.</summary>
    public IReadOnlyList<CashPlace> Places(string? session)
    {
        guard.Require(session, StaffAct.RunSavings);
        return pens.Read(CashPlaces.Offered);
    }

    /// <summary>Says what a leader is called at the office, and how much she may hold.</summary>
    public Task<OfficeAnswer> SetLimit(string? session, string leader, string name, string? riel, string? dollars, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        var limits = new[] { LimitOf(riel, Currency.Khr), LimitOf(dollars, Currency.Usd) };
        if (limits.Select(limit => limit.Refusal).FirstOrDefault(why => why is not null) is { } unreadable)
            return Task.FromResult(OfficeAnswer.Not(unreadable));
        return pens.Write(pen =>
        {
            if (!LedgerWords.IsId(leader))
                return OfficeAnswer.Not(OfficeRefusal.NotALeader);
            if (!Groups.GroupRoll.IsName(name))
                return OfficeAnswer.Not(OfficeRefusal.NotAName);
            if (OfficeText.IsContact(name))
                return OfficeAnswer.Not(OfficeRefusal.Contact);
            pen.Write(new FloatLimit { Leader = leader, Name = name.Trim(), Riel = limits[0].Minor, Cents = limits[1].Minor });
            pen.Note(person.Id, "savings.float-limit", leader);
            return OfficeAnswer.Done;
        }, cancel);
    }

    /// <summary>Wants cash to be moved or set right; nothing is entered before somebody else confirms.</summary>
    public Task<OfficeAnswer> Propose(string? session, string id, CashWish wish, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Write(pen =>
        {
            var (amounts, refusal) = OfficeText.Amounts(wish.Text, new CashRules(pen.Ledger.Options.CashStep));
            if (refusal is not null)
                return OfficeAnswer.Not(refusal);
            if (amounts is not [var money])
                return OfficeAnswer.Not(OfficeRefusal.OneAmount);
            if (Posting.WrongAmount(pen.Ledger, money, inNotes: true, wish.CentsAreMeant) is { } wrong)
                return OfficeAnswer.Not(wrong);
            var (reason, isCount) = (wish.Reason ?? "", wish.Kind is EntryKind.Shortage or EntryKind.Surplus);
            if (!Kinds.Contains(wish.Kind) || (isCount && !Reasons.Contains(reason)))
                return OfficeAnswer.Not(OfficeRefusal.NoReason);
            if (Accounts(pen, wish, money.Currency, person.Id) is not var (dr, cr))
                return OfficeAnswer.Not(OfficeRefusal.SamePlace);
            return Proposals.Add(pen, new OfficeProposal { Id = id, Kind = wish.Kind, Dr = dr, Cr = cr, Amount = money.Minor, Reason = isCount ? reason : "", Maker = person.Id, At = pen.Now });
        }, cancel);
    }

    private static (long Dr, long Cr)? Accounts(OfficePen pen, CashWish wish, Currency currency, string by)
    {
        var from = wish.Kind == EntryKind.OpeningCash ? Number(AccountKind.Opening, "") : Of(wish.From);
        var to = wish.Kind == EntryKind.Shortage || wish.Kind == EntryKind.Surplus ? Number(AccountKind.OverShort, "") : Of(wish.To);
        if (from is not { } source || to is not { } target || source == target)
            return null;
        return wish.Kind == EntryKind.Surplus ? (source, target) : (target, source); // cash that is over goes in where the other kinds take out

        long? Of(string? key) => CashPlaces.Parse(key) is var (kind, owner) ? Number(kind, owner) : null;

        long? Number(AccountKind kind, string owner) => pen.Open(kind, owner, Pocket.None, currency, by) is AccountOutcome.Stands stands ? stands.Account.Number : null;
    }

    private static (long? Minor, string? Refusal) LimitOf(string? text, Currency currency) => string.IsNullOrWhiteSpace(text) ? (null, null) : OfficeText.InBook(text, currency);
}

/// <summary>What somebody wants to happen with cash.</summary>
/// <param name="Kind">One of <see cref="CashBook.Kinds"/>.</param>
/// <param name="From">Where it comes from, or where it was counted; see <see cref="CashPlace.Key"/>.</param>
/// <param name="To">Where it goes; null where it was only counted.</param>
/// <param name="Text">How much.</param>
/// <param name="CentsAreMeant">Somebody was asked about cents.</param>
/// <param name="Reason">One of <see cref="CashBook.Reasons"/>, where it was short or over.</param>
internal sealed record CashWish(EntryKind Kind, string? From, string? To, string Text, bool CentsAreMeant, string? Reason);

/// <summary>A place where cash can be.</summary>
/// <param name="Key">How it is named in a <see cref="CashWish"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called; empty for the safe.</param>
internal sealed record CashPlace(string Key, AccountKind Kind, string Name);

/// <summary>Cash in one place.</summary>
/// <param name="Account">Number of the account.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">Opaque id of the leader or group; empty for the safe.</param>
/// <param name="Name">What it is called; empty for the safe.</param>
/// <param name="Balance">How much there is.</param>
/// <param name="Since">For a leader: the day from which the oldest of it is; null where she holds nothing.</param>
/// <param name="Limit">How much she may hold; null for no limit.</param>
/// <param name="IsOver">She holds more.</param>
/// <param name="IsOld">She holds some of it too long.</param>
internal sealed record CashLine(long Account, AccountKind Kind, string Owner, string Name, Money Balance, DateOnly? Since, Money? Limit, bool IsOver, bool IsOld);
