using ChatSupport.Savings.Amounts;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Savings.Office;

/// <summary>What paper books said at the beginning: keyed twice by two people who do not see each other's reading, or brought as a sheet whose totals somebody else counts.</summary>
internal sealed class OpeningBook(OfficePens pens, PeopleNames names, StaffGuard guard)
{
    private readonly Lock oneAtATime = new(); // a file may unpack to much more than it is

    /// <summary>Books that one person read, or several differently.</summary>
    public IReadOnlyList<OpeningLine> Waiting(string? session)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen =>
        {
            var everybody = pen.Everybody().ToDictionary(one => one.Member.Id, StringComparer.Ordinal);
            return Openings.All(pen).Where(draft => everybody.ContainsKey(draft.Member)).GroupBy(draft => (draft.Member, draft.Currency))
                .Select(book => LineOf(everybody[book.Key.Member], book.Key.Currency, [.. book], person.Id))
                .OrderBy(line => !line.Differs).ThenBy(line => line.Who.Group.Name, StringComparer.Ordinal).ThenBy(line => line.Who.Member.Book, StringComparer.Ordinal).ToList();
        });
    }

    /// <summary>Sheets that wait for somebody who counted the same totals. Only who brought one sees its totals.</summary>
    public IReadOnlyList<SheetWaits> Sheets(string? session)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen => Openings.All(pen).Where(draft => draft.Sheet is not null).GroupBy(draft => draft.Sheet!)
            .Select(sheet => new SheetWaits(sheet.Key, names.Of(sheet.First().By), sheet.First().By == person.Id, sheet.First().At, sheet.Select(draft => draft.Member).Distinct().Count(),
                sheet.First().By == person.Id ? Totals(sheet) : null)).ToList());
    }

    /// <summary>Keeps what a book says, or enters it where somebody else read the same.</summary>
    /// <param name="session">Who keys it.</param>
    /// <param name="group">Opaque id.</param>
    /// <param name="book">The number of the book.</param>
    /// <param name="text">An amount, or one of each currency.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    public Task<OfficeAnswer> Key(string? session, string group, string book, string text, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        var (amounts, refusal) = OfficeText.Amounts(text, CashRules.None);
        if (refusal is not null)
            return Task.FromResult(OfficeAnswer.Not(refusal));
        return pens.Write(pen =>
        {
            if (pen.Member(group, book) is not { } member)
                return OfficeAnswer.Not(OfficeRefusal.NoSuchBook);
            if (member.LeftAt is not null)
                return OfficeAnswer.Not(OfficeRefusal.HasLeft);
            if (amounts.Any(money => Openings.IsEntered(pen, member.Id, money.Currency)))
                return OfficeAnswer.Not(OfficeRefusal.OpeningIsThere);
            if (amounts.Any(money => Openings.IsClosed(pen, member.Id, money.Currency)))
                return OfficeAnswer.Not(LedgerRefusal.AccountIsClosed);
            if (amounts.Select(money => Entries.Posting.WrongAmount(pen.Ledger, money, inNotes: false, centsAreMeant: true)).FirstOrDefault(why => why is not null) is { } wrong)
                return OfficeAnswer.Not(wrong);
            var answers = amounts.Select(money => Openings.Key(pen, member.Id, money, person.Id)).ToList();
            pen.Note(person.Id, "savings.opening-key", member.Id, answers.Contains(new OfficeAnswer.Good(OfficeWords.Differs)) ? "differs" : answers.Contains(new OfficeAnswer.Good(OfficeWords.Entered)) ? "entered" : "first");
            return answers.Find(answer => answer is OfficeAnswer.Refused or OfficeAnswer.Good { Told: OfficeWords.Differs }) ?? answers[0];
        }, cancel);
    }

    /// <summary>Throws away what was read in a book, so that both begin anew.</summary>
    public Task<OfficeAnswer> Forget(string? session, string member, Currency currency, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Write(pen =>
        {
            if (Openings.Forget(pen, member, currency) == 0)
                return OfficeAnswer.Not(OfficeRefusal.NothingKeyed);
            pen.Note(person.Id, "savings.opening-forget", member);
            return OfficeAnswer.Done;
        }, cancel);
    }

    /// <summary>What a sheet would bring, or everything that stands against it. Nothing is changed.</summary>
    public Task<OpeningPlan> Plan(string? session, byte[] bytes)
    {
        guard.Require(session, StaffAct.RunSavings);
        return Task.Run(() =>
        {
            lock (oneAtATime)
            {
                return pens.Read(pen => OpeningSheet.Read(bytes, pen));
            }
        });
    }

    /// <summary>Keeps a sheet: all of it, or nothing. It becomes balances once somebody else confirms it.</summary>
    /// <param name="session">Who brings it.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="seen">What she saw that it would bring.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    public async Task<OfficeAnswer> Import(string? session, byte[] bytes, OpeningPlan seen, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        var plan = await Plan(session, bytes).ConfigureAwait(false);
        if (!plan.IsSame(seen) || plan.Rows.Count == 0)
            return OfficeAnswer.Not(OfficeRefusal.Overtaken);
        return await pens.Write(pen =>
        {
            if (plan.Rows.Any(row => Amounts(row).Any(money => Openings.IsEntered(pen, row.Member, money.Currency) || Openings.IsClosed(pen, row.Member, money.Currency)) || pen.Member(row.Member) is not { LeftAt: null }))
                return OfficeAnswer.Not(OfficeRefusal.Overtaken);
            var sheet = $"sheet-{OfficeText.NewId()}";
            foreach (var row in plan.Rows)
            {
                foreach (var money in Amounts(row))
                    Openings.Key(pen, row.Member, money, person.Id, sheet);
            }
            pen.Note(person.Id, "savings.opening-sheet", sheet, $"{plan.Rows.Count} books");
            return new OfficeAnswer.Good(OfficeWords.SheetKept);
        }, cancel).ConfigureAwait(false);
    }

    /// <summary>Enters a sheet of somebody else, where the totals that this person counted from the paper books are the same: all of it, or nothing.</summary>
    public Task<OfficeAnswer> Confirm(string? session, string sheet, string riel, string dollars, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        var counted = new[] { OfficeText.InBook(riel, Currency.Khr), OfficeText.InBook(dollars, Currency.Usd) };
        return pens.Write(pen =>
        {
            var drafts = Openings.OfSheet(pen, sheet);
            if (drafts.Count == 0)
                return OfficeAnswer.Not(OfficeRefusal.NothingKeyed);
            if (drafts.Any(draft => draft.By == person.Id))
                return OfficeAnswer.Not(OfficeRefusal.OwnSheet);
            if (counted.Select(one => one.Refusal).FirstOrDefault(why => why is not null) is { } unreadable)
                return OfficeAnswer.Not(unreadable);
            if (Totals(drafts) is var (inRiel, inDollars) && (inRiel.Minor != counted[0].Minor || inDollars.Minor != counted[1].Minor))
            {
                pen.Note(person.Id, "savings.opening-sheet-differs", sheet);
                return OfficeAnswer.Not(OfficeRefusal.OtherTotals);
            }
            if (drafts.Any(draft => Openings.IsClosed(pen, draft.Member, draft.Currency)))
                return OfficeAnswer.Not(LedgerRefusal.AccountIsClosed);
            if (drafts.Any(draft => Openings.IsEntered(pen, draft.Member, draft.Currency) || Openings.OfBook(pen, draft.Member, draft.Currency).Any(other => other.Amount != draft.Amount)))
                return OfficeAnswer.Not(OfficeRefusal.SheetDiffers);
            foreach (var draft in drafts)
            {
                if (Openings.Enter(pen, draft, person.Id) is OfficeAnswer.Refused refused)
                    throw new InvalidOperationException($"A checked opening balance was refused: {refused.Why}"); // nothing of the sheet is written then
            }
            pen.Note(person.Id, "savings.opening-sheet-confirm", sheet, $"{drafts.Count} balances");
            return new OfficeAnswer.Good(OfficeWords.SheetEntered);
        }, cancel);
    }

    /// <summary>Throws a sheet away, as when its totals are wrong.</summary>
    public Task<OfficeAnswer> ForgetSheet(string? session, string sheet, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Write(pen =>
        {
            if (pen.Session["DELETE FROM savings_openings WHERE sheet = $1"].Run(sheet) == 0)
                return OfficeAnswer.Not(OfficeRefusal.NothingKeyed);
            pen.Note(person.Id, "savings.opening-sheet-forget", sheet);
            return OfficeAnswer.Done;
        }, cancel);
    }

    private OpeningLine LineOf(Enrolled who, Currency currency, IReadOnlyList<OpeningDraft> drafts, string me) => new(
        who, currency, drafts.Select(draft => draft.Amount).Distinct().Count() > 1, [.. drafts.Select(draft => names.Of(draft.By))],
        drafts.FirstOrDefault(draft => draft.By == me) is { } mine ? new Money(mine.Amount, currency) : null, drafts.Any(draft => draft.Sheet is not null));

    private static (Money Riel, Money Dollars) Totals(IEnumerable<OpeningDraft> drafts) =>
        (Money.Riel(drafts.Where(draft => draft.Currency == Currency.Khr).Sum(draft => draft.Amount)), Money.Cents(drafts.Where(draft => draft.Currency == Currency.Usd).Sum(draft => draft.Amount)));

    private static IEnumerable<Money> Amounts(OpeningRow row) => new[] { Money.Riel(row.Riel), Money.Cents(row.Cents) }.Where(money => money.Minor > 0);
}

/// <summary>A book that was read, in one currency.</summary>
/// <param name="Who">Whose.</param>
/// <param name="Currency">Of what.</param>
/// <param name="Differs">Several people read several amounts.</param>
/// <param name="By">Names of who read it.</param>
/// <param name="Mine">What the one who looks read herself; null where she did not. Nobody sees what another one read.</param>
/// <param name="IsOfSheet">It came in a sheet.</param>
internal sealed record OpeningLine(Enrolled Who, Currency Currency, bool Differs, IReadOnlyList<string> By, Money? Mine, bool IsOfSheet);

/// <summary>A sheet that waits for a second person.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="By">Name of who brought it.</param>
/// <param name="IsMine">The one who looks did.</param>
/// <param name="At">When.</param>
/// <param name="Books">How many books it holds.</param>
/// <param name="Totals">Its totals, for who brought it; null for others, who count for themselves.</param>
internal sealed record SheetWaits(string Id, string By, bool IsMine, DateTimeOffset At, int Books, (Money Riel, Money Dollars)? Totals);
