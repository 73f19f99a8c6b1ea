using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Running;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;
using Microsoft.Extensions.Options;

namespace ChatSupport.Savings.Seats;

/// <summary>What the dialog is told of a member's savings: nothing, unless they stand open in exactly this conversation, and then what her PIN shows.</summary>
internal sealed class SeatQuery(ActionSpec spec, StoreReaders readers, Ledger ledger, GroupRows groups, FieldCipher cipher, IOptions<SavingsOptions> options) : IBotQuery
{
    private const int PerPage = 3;
    private const int OnThePicture = 12;
    private const int MonthsOnThePicture = 3;
    private const int Squares = 10;

    public ActionSpec Spec { get; } = spec;

    public Task<Value?> Run(ActionCall call, QueryContext context, CancellationToken cancel) => Task.FromResult(call.Name switch
    {
        SavingsActions.Seat => readers.Read(session => Standing(session, context)),
        SavingsActions.Reminder => readers.Read(session => Reminder(session, context)),
        SavingsActions.Amount => Amount(call, context) is var read && call.With.GetValueOrDefault("to") is "open" or "other" ? readers.Read(session => Movable(session, call, context, read)) : read,
        _ => readers.Read(session => Hers(session, call, context)),
    });

    private static Value.Fields Standing(StoreSession session, QueryContext context)
    {
        var seat = SeatRows.Seat(session, context.Conversation);
        return Fields(("linked", YesNo(seat is not null)), ("pin", YesNo(seat is not null && SeatRows.Pin(session, seat.Member) is { Open: not null })));
    }

    /// <summary>Shown without her PIN, so that it holds nothing but what she turned on, and what the open PIN shows.</summary>
    private Value.Fields? Reminder(StoreSession session, QueryContext context)
    {
        if (context.IsLocked || SeatRows.Seat(session, context.Conversation) is not { } seat || groups.Member(session, seat.Member) is not { } member)
            return null;
        var wishes = SeatWishes.Of(session, cipher, seat.Member);
        return MeetingDay.Of(session, member.Group, PhnomPenh.DayOf(context.Now)) is { } day
            ? Fields(("day", SeatRows.Text(day)), ("goal", wishes is { Remind: RemindHow.Goal, OpenGoal.Name: { } name } ? name : "")) : null;
    }

    private Value.Fields Amount(ActionCall call, QueryContext context)
    {
        var read = MoneyReader.Read(call.With.GetValueOrDefault("text"), new CashRules(options.Value.CashStep));
        return read is MoneyReading.Read { Amounts: [var one] }
            ? Fields(("ok", "yes"), ("text", Text(one, context)), ("amount", MoneyText.Plain(one)))
            : Fields(("ok", "no"), ("text", ""), ("amount", ""));
    }

    /// <summary>Whether what she typed is there to be moved.</summary>
    private Value.Fields Movable(StoreSession session, ActionCall call, QueryContext context, Value.Fields read)
    {
        var amount = SeatMoney.ReadPlain((read.Items["amount"] as Value.Text)?.Content);
        var isThere = amount is { } money && SitterOf(session, context) is { Both: true } who && SeatMoney.IsThere(ledger.In(session), who, call.With["to"] == "other" ? Pocket.Open : Pocket.Private, money);
        return isThere ? read : Fields(("ok", "no"), ("text", ""), ("amount", ""));
    }

    private static Sitter? SitterOf(StoreSession session, QueryContext context) => context.Seat is { Member: { } id } seat && seat.IsOpen(context.Now)
        && SeatRows.Seat(session, context.Conversation)?.Member == id ? new Sitter(id, seat.Both, context.Now) : null;

    private Value? Hers(StoreSession session, ActionCall call, QueryContext context)
    {
        if (SitterOf(session, context) is not { } who || groups.Member(session, who.Member) is not { } member)
            return null;
        var pen = ledger.In(session);
        var accounts = SeatMoney.AccountsOf(pen, who);
        return call.Name switch
        {
            SavingsActions.Balance => Balance(session, pen, member, who, accounts, context),
            SavingsActions.Statement => Statement(pen, who, accounts, context),
            SavingsActions.History => History(session, call, pen, who, accounts, context),
            SavingsActions.Goal => Goal(session, pen, who, accounts, context),
            SavingsActions.Wishes => Wishes(session, who, context),
            SavingsActions.Held => new Value.List([.. HeldMoney.Of(session, accounts, context.Now).Where(hold => call.With.GetValueOrDefault("id") is not { } one || one == hold.Number.ToString(CultureInfo.InvariantCulture)).Select(hold => (Value)Fields(
                ("id", hold.Number.ToString(CultureInfo.InvariantCulture)), ("amount", Text(hold.Amount, context)), ("until", Day(PhnomPenh.DayOf(hold.Until), context))))]),
            SavingsActions.Month => Month(session, member, accounts, context),
            _ => null,
        };
    }

    private Value.Fields Balance(StoreSession session, LedgerPen pen, SavingsMember member, Sitter who, IReadOnlyList<LedgerAccount> accounts, QueryContext context)
    {
        var other = accounts.Where(account => account.Pocket == Pocket.Private).ToList();
        var fields = new List<(string, string)>
        {
            ("riel", Text(SeatMoney.Sum(pen, accounts, Currency.Khr), context)),
            ("dollars", Text(SeatMoney.Sum(pen, accounts, Currency.Usd), context)),
            ("both", YesNo(who.Both)),
            ("held", YesNo(HeldMoney.Of(session, accounts, context.Now).Count > 0)),
            ("meeting", MeetingDay.Of(session, member.Group, PhnomPenh.DayOf(context.Now)) is { } day ? SeatRows.Text(day) : ""),
            ("goal", YesNo(GoalOf(session, who) is not null)),
        };
        if (who.Both)
        {
            fields.Add(("otherriel", Text(SeatMoney.Sum(pen, other, Currency.Khr), context)));
            fields.Add(("otherdollars", Text(SeatMoney.Sum(pen, other, Currency.Usd), context)));
        }
        return Fields([.. fields]);
    }

    /// <summary>The newest lines of three months: what a small picture holds.</summary>
    private static Value.Fields Statement(LedgerPen pen, Sitter who, IReadOnlyList<LedgerAccount> accounts, QueryContext context)
    {
        var today = PhnomPenh.DayOf(context.Now);
        var lines = SeatMoney.Lines(pen, accounts, long.MaxValue, OnThePicture).Where(one => one.Line.OccurredOn >= today.AddMonths(-MonthsOnThePicture));
        var other = accounts.Where(account => account.Pocket == Pocket.Private).ToList();
        return Value.Fields.Of(
            ("day", new Value.Text(SeatRows.Text(today))),
            ("riel", new Value.Text(Text(SeatMoney.Sum(pen, accounts, Currency.Khr), context))),
            ("dollars", new Value.Text(Text(SeatMoney.Sum(pen, accounts, Currency.Usd), context))),
            ("both", new Value.Text(YesNo(who.Both))),
            ("otherriel", new Value.Text(who.Both ? Text(SeatMoney.Sum(pen, other, Currency.Khr), context) : "")),
            ("otherdollars", new Value.Text(who.Both ? Text(SeatMoney.Sum(pen, other, Currency.Usd), context) : "")),
            ("lines", new Value.List([.. lines.Select(one => Line(one, who, context))])));
    }

    private static Value.Fields Line((StatementLine Line, LedgerAccount Account) one, Sitter who, QueryContext context, params (string Name, string Text)[] also) => Fields(
    [
        ("day", Day(one.Line.OccurredOn, context)),
        ("change", (one.Line.Change > 0 ? "+" : "") + Text(new Money(one.Line.Change, one.Account.Currency), context)),
        ("kind", one.Line.Kind == EntryKind.Pocket && !who.Both ? "Other" : one.Line.Kind.ToString()), // who sees one pocket sees no sign of the other
        ("other", YesNo(one.Account.Pocket == Pocket.Private)),
        ("back", YesNo(one.Line.ReversedBy is not null)),
        .. also,
    ]);

    private static Value.List History(StoreSession session, ActionCall call, LedgerPen pen, Sitter who, IReadOnlyList<LedgerAccount> accounts, QueryContext context)
    {
        var before = long.TryParse(call.With.GetValueOrDefault("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : long.MaxValue;
        var found = SeatMoney.Lines(pen, accounts, before, PerPage + 1);
        var asked = Dispute.OpenOf(session, who.Member);
        var page = found.Take(PerPage).ToList();
        return new Value.List([.. page.Select((one, at) => Line(one, who, context,
            ("id", one.Line.Seq.ToString(CultureInfo.InvariantCulture)),
            ("asked", YesNo(asked.Contains(one.Line.Seq))),
            ("more", YesNo(at == page.Count - 1 && found.Count > PerPage))))]);
    }

    private Value.Fields Goal(StoreSession session, LedgerPen pen, Sitter who, IReadOnlyList<LedgerAccount> accounts, QueryContext context)
    {
        if (GoalOf(session, who) is not { } goal)
            return Fields(("name", ""));
        var saved = SeatMoney.Sum(pen, accounts, goal.Currency);
        var percent = (int)Math.Clamp(saved.Minor * 100m / goal.Minor, 0, 100);
        var full = percent * Squares / 100;
        return Fields(
            ("name", goal.Name), ("target", Text(goal.Target, context)), ("saved", Text(saved, context)),
            ("left", Text(saved.Minor >= goal.Minor ? new Money(0, goal.Currency) : goal.Target - saved, context)),
            ("bar", string.Concat(Enumerable.Range(0, Squares).Select(at => at < full ? "🟩" : "⬜"))),
            ("percent", percent.ToString(CultureInfo.InvariantCulture)));
    }

    private SavingsGoal? GoalOf(StoreSession session, Sitter who)
    {
        var wishes = SeatWishes.Of(session, cipher, who.Member);
        return who.Both ? wishes.OtherGoal ?? wishes.OpenGoal : wishes.OpenGoal;
    }

    private Value.Fields Wishes(StoreSession session, Sitter who, QueryContext context)
    {
        var (wishes, all) = (SeatWishes.Of(session, cipher, who.Member), SeatLimits.Of(session, who.Member));
        var limits = all.At(context.Now);
        string[] caps =
        [
            .. limits.CapRiel is { } riel ? new[] { Text(Money.Riel(riel), context) } : [],
            .. limits.CapCents is { } cents ? new[] { Text(Money.Cents(cents), context) } : [],
        ];
        return Fields(
            ("remind", wishes.Remind.ToString().ToLowerInvariant()), ("feedback", YesNo(wishes.Feedback)), ("cap", string.Join(", ", caps)), ("delay", YesNo(limits.HasDelay)),
            ("later", limits.NextAt is { } at ? Day(PhnomPenh.DayOf(at), context) : ""));
    }

    private static Value.Fields Month(StoreSession session, SavingsMember member, IReadOnlyList<LedgerAccount> accounts, QueryContext context)
    {
        var month = SeatMonth.Of(session, member, accounts, PhnomPenh.DayOf(context.Now));
        return Fields(
            ("times", month.Times.ToString(CultureInfo.InvariantCulture)), ("riel", month.Riel.Minor == 0 ? "" : Text(month.Riel, context)), ("dollars", month.Dollars.Minor == 0 ? "" : Text(month.Dollars, context)),
            ("savers", month.Savers?.ToString(CultureInfo.InvariantCulture) ?? ""), ("members", month.Members.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Text(Money money, QueryContext context) => MoneyText.Write(money, khmerDigits: context.Language == "km");

    private static string Day(DateOnly day, QueryContext context)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{day.Day}/{day.Month}");
        return context.Language == "km" ? Digits.ToKhmer(text) : text;
    }

    private static string YesNo(bool holds) => holds ? "yes" : "no";

    private static Value.Fields Fields(params (string Name, string Text)[] fields) => Value.Fields.Of([.. fields.Select(field => (field.Name, (Value)new Value.Text(field.Text)))]);
}
