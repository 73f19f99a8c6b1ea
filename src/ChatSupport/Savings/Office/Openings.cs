using System.Data.Common;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;

namespace ChatSupport.Savings.Office;

/// <summary>Decides about opening balances: what two people read alike in a paper book becomes an entry.</summary>
internal static class Openings
{
    private const string Columns = "SELECT member, currency, keyed_by, amount, sheet, keyed_at FROM savings_openings";
    private const string Put = """
        INSERT INTO savings_openings (member, currency, keyed_by, amount, sheet, keyed_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (member, currency, keyed_by) DO UPDATE SET amount = excluded.amount, sheet = excluded.sheet, keyed_at = excluded.keyed_at
        """;

    private const string Entered = "SELECT 1 FROM savings_entries e WHERE e.cr = $1 AND e.kind = 'Opening' AND NOT EXISTS (SELECT 1 FROM savings_entries r WHERE r.reverses = e.seq) LIMIT 1";

    /// <summary>All that waits for a second reading.</summary>
    public static IReadOnlyList<OpeningDraft> All(OfficePen pen) => pen.Session[$"{Columns} ORDER BY keyed_at, member, currency"].All(Of);

    public static IReadOnlyList<OpeningDraft> OfSheet(OfficePen pen, string sheet) => pen.Session[$"{Columns} WHERE sheet = $1 ORDER BY member, currency"].All(Of, sheet);

    /// <summary>Whether her opening balance stands in the ledger.</summary>
    public static bool IsEntered(OfficePen pen, string member, Currency currency) =>
        pen.Ledger.Account(AccountKind.MemberSavings, member, Pocket.Open, currency) is { } account && pen.Session[Entered].One(account.Number) is not null;

    /// <summary>Whether her account was closed: nothing can be entered there any more.</summary>
    public static bool IsClosed(OfficePen pen, string member, Currency currency) =>
        pen.Ledger.Account(AccountKind.MemberSavings, member, Pocket.Open, currency) is { } account && pen.Ledger.HasEnded(EndOf.Account, account.Number);

    /// <summary>Keeps what somebody read; where somebody else read the same, enters it.</summary>
    public static OfficeAnswer Key(OfficePen pen, string member, Money money, string by, string? sheet = null)
    {
        if (Posting.WrongAmount(pen.Ledger, money, inNotes: false, centsAreMeant: true) is { } wrong)
            return OfficeAnswer.Not(wrong);
        if (IsEntered(pen, member, money.Currency))
            return OfficeAnswer.Not(OfficeRefusal.OpeningIsThere);
        if (IsClosed(pen, member, money.Currency))
            return OfficeAnswer.Not(LedgerRefusal.AccountIsClosed);
        var others = OfBook(pen, member, money.Currency).Where(draft => draft.By != by).ToList();
        if (others.Find(draft => draft.Amount == money.Minor) is { } same)
            return Enter(pen, same, by);
        pen.Session[Put].Run(member, CurrencyFacts.Of(money.Currency).Code, by, money.Minor, sheet, pen.Now.ToUnixTimeMilliseconds());
        return new OfficeAnswer.Good(others.Count > 0 ? OfficeWords.Differs : OfficeWords.WaitsForSecond);
    }

    /// <summary>Makes the entry of what one person read and another one confirms.</summary>
    public static OfficeAnswer Enter(OfficePen pen, OpeningDraft draft, string confirmer)
    {
        if (pen.Open(AccountKind.Opening, "", Pocket.None, draft.Currency, confirmer) is not AccountOutcome.Stands { Account: var opening })
            return OfficeAnswer.Not(LedgerRefusal.AccountIsClosed);
        if (pen.Open(AccountKind.MemberSavings, draft.Member, Pocket.Open, draft.Currency, confirmer) is not AccountOutcome.Stands { Account: var savings })
            return OfficeAnswer.Not(LedgerRefusal.AccountIsClosed);
        var wish = new EntryWish($"opening-{OfficeText.NewId()}", EntryKind.Opening, opening.Number, savings.Number, new Money(draft.Amount, draft.Currency), draft.By) { Confirmer = confirmer, Link = draft.Sheet };
        if (Posting.Post(pen.Ledger, wish) is EntryOutcome.Refused refused)
            return OfficeAnswer.Not(refused.Why);
        Forget(pen, draft.Member, draft.Currency);
        return new OfficeAnswer.Good(OfficeWords.Entered);
    }

    /// <summary>Throws away what was read in a book, by whomever.</summary>
    public static int Forget(OfficePen pen, string member, Currency currency) =>
        pen.Session["DELETE FROM savings_openings WHERE member = $1 AND currency = $2"].Run(member, CurrencyFacts.Of(currency).Code);

    public static IReadOnlyList<OpeningDraft> OfBook(OfficePen pen, string member, Currency currency) =>
        pen.Session[$"{Columns} WHERE member = $1 AND currency = $2"].All(Of, member, CurrencyFacts.Of(currency).Code);

    private static OpeningDraft Of(DbDataReader row) => new()
    {
        Member = row.GetString(0),
        Currency = CurrencyFacts.Find(row.GetString(1))!.Value,
        By = row.GetString(2),
        Amount = row.GetInt64(3),
        Sheet = row.IsDBNull(4) ? null : row.GetString(4),
        At = LedgerRows.Moment(row.GetInt64(5)),
    };
}
