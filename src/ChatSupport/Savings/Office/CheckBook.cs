using ChatSupport.Savings.Amounts;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Savings.Office;

/// <summary>Lays paper books beside the ledger, one after another, at one position of it. The list shows no balances: who keys a book reads it.</summary>
internal sealed class CheckBook(OfficePens pens, SealCodes codes, PeopleNames names, StaffGuard guard)
{
    /// <summary>A book that was right in this time needs no look.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(30);

    private const string Newest = $"SELECT {BookCheck.Columns} FROM savings_book_checks c WHERE c.number = (SELECT max(n.number) FROM savings_book_checks n WHERE n.member = c.member)";
    private const string Last = $"SELECT {BookCheck.Columns} FROM savings_book_checks ORDER BY number DESC LIMIT $1";
    private const string Insert = $"INSERT INTO savings_book_checks ({BookCheck.Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    /// <summary>What a note may say.</summary>
    public static IReadOnlyList<string> Notes { get; } = ["", "page-missing", "not-readable", "line-missing-in-book", "line-missing-in-ledger", "adding-mistake"];

    /// <summary>Position of the last entry: books that are collected now hold everything up to it.</summary>
    public long Position(string? session)
    {
        guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen => pen.Position);
    }

    /// <summary>Every book of who is a member or has money, the one that was not looked at for the longest time first.</summary>
    public IReadOnlyList<WorkLine> Work(string? session)
    {
        guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen =>
        {
            var newest = pen.Session[Newest].All(BookCheck.Of).ToDictionary(check => check.Member, StringComparer.Ordinal);
            return pen.Everybody().Where(who => who.Member.LeftAt is null || CurrencyFacts.All.Any(facts => pen.Saved(who.Member.Id, facts.Currency) != 0))
                .Select(who => newest.GetValueOrDefault(who.Member.Id) is var check && check is { Matches: true } && pen.Now - check.At < GoodFor ? new WorkLine(who, check, IsDue: false) : new WorkLine(who, check, IsDue: true))
                .OrderBy(line => !line.IsDue).ThenBy(line => line.Last?.Matches ?? true).ThenBy(line => line.Last?.At ?? DateTimeOffset.MinValue)
                .ThenBy(line => line.Who.Group.Name, StringComparer.Ordinal).ThenBy(line => line.Who.Member.Book.Length).ThenBy(line => line.Who.Member.Book, StringComparer.Ordinal).ToList();
        });
    }

    /// <summary>Keeps what a book says beside what the ledger says, and gives the code to write into it where both agree.</summary>
    /// <param name="session">Who keys it.</param>
    /// <param name="wish">What she keyed.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    public Task<CheckAnswer> Check(string? session, CheckWish wish, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        var ((riel, wrongRiel), (cents, wrongCents)) = (OfficeText.InBook(wish.Riel, Currency.Khr), OfficeText.InBook(wish.Dollars, Currency.Usd));
        return pens.Write<CheckAnswer>(pen =>
        {
            if (pen.Member(wish.Member) is not { } member)
                return new CheckAnswer.Refused(OfficeRefusal.NotThere);
            if ((wrongRiel ?? wrongCents) is { } unreadable)
                return new CheckAnswer.Refused(unreadable);
            if (wish.At < 0 || wish.At > pen.Position)
                return new CheckAnswer.Refused(OfficeRefusal.NotAPosition);
            if (!Notes.Contains(wish.Note) || !Enum.IsDefined(wish.SeenBy))
                return new CheckAnswer.Refused(OfficeRefusal.NoReason);
            var check = new BookCheck
            {
                Number = (long)pen.Session["SELECT coalesce(max(number), 0) + 1 FROM savings_book_checks"].One()!,
                Member = member.Id,
                AtSeq = wish.At,
                BookRiel = riel!.Value,
                BookCents = cents!.Value,
                LedgerRiel = pen.Saved(member.Id, Currency.Khr, wish.At),
                LedgerCents = pen.Saved(member.Id, Currency.Usd, wish.At),
                By = person.Id,
                SeenBy = wish.SeenBy,
                Note = wish.Note,
                At = pen.Now,
            };
            pen.Session[Insert].Run(check.Number, check.Member, check.AtSeq, check.BookRiel, check.BookCents, check.LedgerRiel, check.LedgerCents, check.By, check.SeenBy.ToString(), check.Note, check.At.ToUnixTimeMilliseconds());
            pen.Note(person.Id, "savings.book-check", member.Id, check.Matches ? "agrees" : "differs");
            return new CheckAnswer.Kept(check, check.Matches ? codes.Of(member.Id, check.AtSeq, check.BookRiel, check.BookCents) : null);
        }, cancel);
    }

    /// <summary>The newest checks, with the code of each that agreed.</summary>
    public IReadOnlyList<CheckLine> Recent(string? session, int count)
    {
        guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen => pen.Session[Last].All(BookCheck.Of, count).Select(check => new CheckLine(
            check, pen.Member(check.Member) is { } member && pen.Group(member.Group) is { } group ? new Enrolled(group, member) : null, names.Of(check.By),
            check.Matches ? codes.Of(check.Member, check.AtSeq, check.BookRiel, check.BookCents) : null)).ToList());
    }

    /// <summary>Looks whether a code in a paper book is ours for the balance beside it, and whether the ledger says the same there today.</summary>
    /// <param name="session">Who looks.</param>
    /// <param name="group">Opaque id.</param>
    /// <param name="book">The number of the book.</param>
    /// <param name="position">As it stands in the book.</param>
    /// <param name="riel">As it stands in the book.</param>
    /// <param name="dollars">As it stands in the book.</param>
    /// <param name="code">As it stands in the book.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    public Task<SealVerdict> Verify(string? session, string group, string book, long position, string riel, string dollars, string code, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        var (inRiel, inCents) = (OfficeText.InBook(riel, Currency.Khr).Minor, OfficeText.InBook(dollars, Currency.Usd).Minor);
        return pens.Write(pen =>
        {
            if (pen.Member(group, book) is not { } member || inRiel is not { } one || inCents is not { } other)
                return SealVerdict.Unreadable;
            var isGenuine = codes.IsGenuine(code, member.Id, position, one, other);
            pen.Note(person.Id, "savings.book-seal", member.Id, isGenuine ? "genuine" : "not genuine"); // who tries codes is seen
            if (!isGenuine)
                return SealVerdict.NotGenuine;
            return pen.Saved(member.Id, Currency.Khr, position) == one && pen.Saved(member.Id, Currency.Usd, position) == other ? SealVerdict.Genuine : SealVerdict.LedgerDiffers;
        }, cancel);
    }
}

/// <summary>A book on the list.</summary>
/// <param name="Who">Whose.</param>
/// <param name="Last">Its newest check; null for none.</param>
/// <param name="IsDue">It needs a look: never, too long ago, or it differed.</param>
internal sealed record WorkLine(Enrolled Who, BookCheck? Last, bool IsDue);

/// <summary>What somebody keyed from a book.</summary>
/// <param name="Member">Opaque id.</param>
/// <param name="At">The last entry that the book should hold.</param>
/// <param name="Riel">What it says, as typed.</param>
/// <param name="Dollars">The same in dollars.</param>
/// <param name="SeenBy">Who looked at it with her.</param>
/// <param name="Note">One of <see cref="CheckBook.Notes"/>.</param>
internal sealed record CheckWish(string Member, long At, string Riel, string Dollars, SeenBy SeenBy, string Note);

/// <summary>What became of a check.</summary>
internal abstract record CheckAnswer
{
    private CheckAnswer()
    {
    }

    /// <summary>It is kept, whichever way it went.</summary>
    /// <param name="Check">It.</param>
    /// <param name="Code">What is written into the book; null where book and ledger differ.</param>
    internal sealed record Kept(BookCheck Check, string? Code) : CheckAnswer;

    /// <param name="Why">One of <see cref="OfficeRefusal"/>.</param>
    internal sealed record Refused(string Why) : CheckAnswer;
}

/// <summary>A check as the list of the newest shows it.</summary>
/// <param name="Check">It.</param>
/// <param name="Who">Whose book.</param>
/// <param name="By">Name of who keyed it.</param>
/// <param name="Code">See <see cref="CheckAnswer.Kept"/>.</param>
internal sealed record CheckLine(BookCheck Check, Enrolled? Who, string By, string? Code);

/// <summary>What a code in a paper book is worth.</summary>
internal enum SealVerdict
{
    /// <summary>It is ours for this balance, and the ledger says the same at that position.</summary>
    Genuine,

    /// <summary>It is ours for this balance, but the ledger says something else there today.</summary>
    LedgerDiffers,

    /// <summary>It is not ours for this balance: code, balance, position or book were changed.</summary>
    NotGenuine,

    /// <summary>No book of this number, or something that is no amount.</summary>
    Unreadable,
}
