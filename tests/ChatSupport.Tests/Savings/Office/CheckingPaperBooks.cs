using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Office;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Tests.Savings.Office;

public sealed class CheckingPaperBooks : IAsyncLifetime
{
    private readonly OfficeHost office = new();
    private string dara = "";
    private IReadOnlyList<SavingsMember> members = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CheckBook Book => office.Get<CheckBook>();

    public async ValueTask InitializeAsync()
    {
        dara = await office.SignIn("dara");
        members = await office.Savings.Group(3);
        await office.Saves(members[0], 5_000); // 1
        await office.Saves(members[0], 250, currency: Currency.Usd); // 2
        await office.Saves(members[0], 2_000); // 3
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task A_book_is_laid_beside_the_ledger_at_its_position()
    {
        var (early, late, wrong) = (await Check(0, 2, "5000", "2.50"), await Check(0, 3, "៧,០០០៛", "$2.50"), await Check(0, 3, "5000", "2.50"));

        Assert.True(early.Check.Matches && late.Check.Matches);
        Assert.Matches("^[0-9]{4}-[0-9]{4}$", early.Code!);
        Assert.NotEqual(early.Code, late.Code);
        Assert.Null(wrong.Code);
        Assert.Equal((7_000, 250, 5_000, 3), (wrong.Check.LedgerRiel, wrong.Check.LedgerCents, wrong.Check.BookRiel, wrong.Check.Number));
        Assert.Equal(["agrees", "agrees", "differs"], office.Audit("savings.book-check").Select(entry => entry.Detail));
        Assert.Equal(late.Code, (await Check(0, 3, "7000", "2.5")).Code); // the same balance has the same code for ever
    }

    [Fact]
    public async Task Both_pockets_together_are_what_a_paper_book_has()
    {
        var (open, hidden) = (await office.Savings.Savings(members[0]), await office.Savings.Savings(members[0], pocket: Pocket.Private));
        await office.Savings.Must(new EntryWish(office.Savings.Id(), EntryKind.Pocket, open, hidden, Money.Riel(1_500), "x"));

        Assert.True((await Check(0, 4, "7000", "2.50")).Check.Matches);
        Assert.True((await Check(0, 1, "5000", "0")).Check.Matches);
    }

    [Fact]
    public async Task What_was_not_keyed_is_not_nothing_and_no_book_is_ahead_of_the_ledger()
    {
        Assert.Equal(OfficeRefusal.BothNeeded, await Refused(0, 3, "7000", ""));
        Assert.Equal(OfficeRefusal.NoMoneyText, await Refused(0, 3, "2$", "2"));
        Assert.Equal(OfficeRefusal.Doubtful, await Refused(0, 3, "7.000", "2"));
        Assert.Equal(OfficeRefusal.NotAPosition, await Refused(0, 4, "7000", "2.50"));
        Assert.Equal(OfficeRefusal.NotAPosition, await Refused(0, -1, "7000", "2.50"));
        Assert.True((await Check(1, 3, "0", "0")).Check.Matches); // a book with nothing in it
    }

    [Fact]
    public async Task The_list_begins_with_what_was_never_seen_or_differed_and_shows_no_balance()
    {
        await Check(0, 3, "7000", "2.50");
        office.Savings.Time.Advance(TimeSpan.FromMinutes(1));
        await Check(1, 3, "100", "0");
        var today = Book.Work(dara);
        Assert.Equal([(members[1].Id, true), (members[2].Id, true), (members[0].Id, false)], today.Select(line => (line.Who.Member.Id, line.IsDue)));

        office.Savings.Time.Advance(TimeSpan.FromDays(31));
        Assert.All(Book.Work(await office.SignIn("dara")), line => Assert.True(line.IsDue));
    }

    [Fact]
    public async Task Who_left_with_money_stays_on_the_list_and_who_left_without_does_not()
    {
        var roll = office.Get<RollBook>();
        await roll.SetLeft(dara, members[0].Id, true, Cancel);
        await roll.SetLeft(dara, members[1].Id, true, Cancel);

        Assert.Equal([members[0].Id, members[2].Id], Book.Work(dara).Select(line => line.Who.Member.Id).Order(StringComparer.Ordinal).OrderBy(id => id == members[2].Id));
    }

    [Fact]
    public async Task A_code_with_any_digit_changed_anywhere_is_not_ours()
    {
        var code = (await Check(0, 3, "7000", "2.50")).Code!;
        var khmer = string.Concat(code.Select(c => char.IsAsciiDigit(c) ? (char)('០' + (c - '0')) : c));

        Assert.Equal(SealVerdict.Genuine, await Verify(3, "7000", "2.50", code));
        Assert.Equal(SealVerdict.Genuine, await Verify(3, "៧០០០", "2.50$", khmer.Replace('-', ' ')));
        foreach (var wrong in Flips(code))
            Assert.Equal(SealVerdict.NotGenuine, await Verify(3, "7000", "2.50", wrong));
        foreach (var wrong in Flips("7000"))
            Assert.Equal(SealVerdict.NotGenuine, await Verify(3, wrong == "0000" ? "0" : wrong, "2.50", code));
        foreach (var wrong in Flips("2.50"))
            Assert.Equal(SealVerdict.NotGenuine, await Verify(3, "7000", wrong, code));
        foreach (var position in new[] { 0, 1, 2, 4, 13, 30 })
            Assert.Equal(SealVerdict.NotGenuine, await Verify(position, "7000", "2.50", code));
        Assert.Equal(SealVerdict.NotGenuine, await Book.Verify(dara, members[0].Group, "2", 3, "7000", "2.50", code, Cancel));
        foreach (var wrong in new[] { "", code[..^1], code + "0", "abcd-efgh" })
            Assert.Equal(SealVerdict.NotGenuine, await Verify(3, "7000", "2.50", wrong));
        Assert.Equal(SealVerdict.Unreadable, await Verify(3, "7.000", "2.50", code));
        Assert.Contains(office.Audit("savings.book-seal"), entry => entry.Detail == "not genuine"); // who tries codes is seen
    }

    [Fact]
    public async Task A_code_for_a_balance_that_the_ledger_no_longer_says_shows_that()
    {
        var codes = office.Get<SealCodes>();

        Assert.Equal(SealVerdict.LedgerDiffers, await Verify(3, "9000", "2.50", codes.Of(members[0].Id, 3, 9_000, 250))); // as if somebody had rewritten the ledger since
    }

    [Theory]
    [InlineData("UPDATE savings_book_checks SET book_riel = 1")]
    [InlineData("DELETE FROM savings_book_checks")]
    [InlineData("INSERT OR REPLACE INTO savings_book_checks SELECT * FROM savings_book_checks WHERE number = 1")]
    [InlineData("INSERT INTO savings_book_checks SELECT 5, member, at_seq, book_riel, book_cents, ledger_riel, ledger_cents, checked_by, seen_by, note, checked_at FROM savings_book_checks WHERE number = 1")]
    public async Task No_check_is_changed_removed_or_put_between(string sql)
    {
        await Check(0, 3, "7000", "2.50");

        Assert.Equal(19, Assert.Throws<SqliteException>(() => office.Savings.Raw($"PRAGMA recursive_triggers=OFF; {sql}")).SqliteErrorCode);
        Assert.Empty(office.Savings.Verify());
    }

    /// <summary>Each digit as each other digit.</summary>
    private static IEnumerable<string> Flips(string text) => Enumerable.Range(0, text.Length).Where(at => char.IsAsciiDigit(text[at]))
        .SelectMany(at => "0123456789".Where(digit => digit != text[at]).Select(digit => text[..at] + digit + text[(at + 1)..]));

    private Task<SealVerdict> Verify(long position, string riel, string dollars, string code) => Book.Verify(dara, members[0].Group, "1", position, riel, dollars, code, Cancel);

    private async Task<CheckAnswer.Kept> Check(int member, long at, string riel, string dollars) =>
        Assert.IsType<CheckAnswer.Kept>(await Book.Check(dara, new CheckWish(members[member].Id, at, riel, dollars, SeenBy.Member, ""), Cancel));

    private async Task<string> Refused(int member, long at, string riel, string dollars) =>
        Assert.IsType<CheckAnswer.Refused>(await Book.Check(dara, new CheckWish(members[member].Id, at, riel, dollars, SeenBy.Member, ""), Cancel)).Why;
}
