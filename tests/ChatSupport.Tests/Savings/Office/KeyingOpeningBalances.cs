using System.Text;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Office;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Sheets;

namespace ChatSupport.Tests.Savings.Office;

public sealed class KeyingOpeningBalances : IAsyncLifetime
{
    private readonly OfficeHost office = new();
    private string dara = "";
    private string srey = "";
    private IReadOnlyList<SavingsMember> members = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private OpeningBook Book => office.Get<OpeningBook>();

    public async ValueTask InitializeAsync()
    {
        (dara, srey) = (await office.SignIn("dara", Enum.GetValues<StaffRole>()), await office.SignIn("srey", Enum.GetValues<StaffRole>()));
        members = await office.Savings.Group(4, "Lotus");
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task What_two_people_read_alike_is_entered_once_by_both()
    {
        OfficeHost.Is(OfficeWords.WaitsForSecond, await Key(dara, "1", "12350"));
        OfficeHost.Is(OfficeWords.WaitsForSecond, await Key(dara, "1", "12350")); // herself again is nobody else
        Assert.Equal(0, Balance(1));
        OfficeHost.Is(OfficeWords.Entered, await Key(srey, "១", "១២៣៥០៛"));

        Assert.Equal(12_350, Balance(1));
        var entry = office.Savings.Ledger.Read(pen => pen.Entry(1))!;
        Assert.Equal((EntryKind.Opening, "dara", "srey"), (entry.Kind, entry.Maker, entry.Confirmer));
        Assert.Empty(Book.Waiting(dara));
        OfficeHost.Refused(OfficeRefusal.OpeningIsThere, await Key(dara, "1", "12350"));
        Assert.Empty(office.Savings.Verify());
    }

    [Fact]
    public async Task Where_they_differ_both_see_that_and_neither_sees_what_the_other_keyed()
    {
        await Key(dara, "2", "5000 2.50$");
        OfficeHost.Is(OfficeWords.Differs, await Key(srey, "2", "5500 2.50$"));

        var (hers, other) = (Assert.Single(Book.Waiting(dara)), Assert.Single(Book.Waiting(srey))); // the dollars were the same, so these are entered
        Assert.True(hers.Differs && other.Differs);
        Assert.Equal((Money.Riel(5_000), Money.Riel(5_500)), (hers.Mine, other.Mine));
        Assert.Null(Book.Waiting(await office.SignIn("third"))[0].Mine);
        Assert.Equal(["Person dara", "Person srey"], hers.By);
        Assert.Equal(250, office.Savings.Balance(await office.Savings.Savings(members[1], Currency.Usd)));

        OfficeHost.Is(OfficeWords.Entered, await Key(srey, "2", "5000"));
        Assert.Equal(5_000, Balance(2));
        Assert.Equal("differs", office.Audit("savings.opening-key")[1].Detail);
        Assert.DoesNotContain(office.Audit("savings.opening-key"), entry => entry.Detail.Any(char.IsAsciiDigit));
    }

    [Fact]
    public async Task What_was_keyed_can_be_thrown_away_and_what_is_no_amount_or_book_is_refused()
    {
        await Key(dara, "1", "5000");

        Assert.Equal(OfficeAnswer.Done, await Book.Forget(srey, members[0].Id, Currency.Khr, Cancel));
        OfficeHost.Refused(OfficeRefusal.NothingKeyed, await Book.Forget(srey, members[0].Id, Currency.Khr, Cancel));
        OfficeHost.Refused(OfficeRefusal.NoSuchBook, await Key(dara, "77", "5000"));
        OfficeHost.Refused(OfficeRefusal.Doubtful, await Key(dara, "1", "12.350"));
        OfficeHost.Refused(OfficeRefusal.NoMoneyText, await Key(dara, "1", "-5"));
        OfficeHost.Refused(OfficeRefusal.Of(ChatSupport.Savings.LedgerRefusal.TooLarge), await Key(dara, "1", "99000000"));
        await office.Get<RollBook>().SetLeft(dara, members[0].Id, true, Cancel);
        OfficeHost.Refused(OfficeRefusal.HasLeft, await Key(dara, "1", "5000"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sheet_is_entered_whole_once_somebody_else_counted_the_same_totals(bool isCsv)
    {
        var bytes = Sheet(isCsv, ["Lotus", "1", "12350", ""], ["lotus", "2", "0", "2.50"], ["Lotus", "០០៣", "700", "10"]);
        var plan = await Book.Plan(dara, bytes);
        Assert.Empty(plan.Problems);
        Assert.Equal((Money.Riel(13_050), Money.Cents(1_250)), (plan.Riel, plan.Dollars));

        OfficeHost.Is(OfficeWords.SheetKept, await Book.Import(dara, bytes, plan, Cancel));
        var sheet = Assert.Single(Book.Sheets(srey));
        Assert.Null(sheet.Totals); // who confirms counts for herself
        Assert.Equal(0, office.Savings.Ledger.Read(pen => pen.Entry(1) is null ? 0 : 1));
        OfficeHost.Refused(OfficeRefusal.OwnSheet, await Book.Confirm(dara, sheet.Id, "13050", "12.50", Cancel));
        OfficeHost.Refused(OfficeRefusal.OtherTotals, await Book.Confirm(srey, sheet.Id, "13150", "12.50", Cancel));
        OfficeHost.Refused(OfficeRefusal.BothNeeded, await Book.Confirm(srey, sheet.Id, "13050", "", Cancel));
        OfficeHost.Is(OfficeWords.SheetEntered, await Book.Confirm(srey, sheet.Id, "១៣,០៥០", "12.50$", Cancel));

        Assert.Equal((12_350, 700), (Balance(1), Balance(3)));
        Assert.All(Enumerable.Range(1, 4), seq => Assert.Equal(("dara", "srey"), (office.Savings.Ledger.Read(pen => pen.Entry(seq))!.Maker, office.Savings.Ledger.Read(pen => pen.Entry(seq))!.Confirmer!)));
        Assert.Empty(Book.Sheets(srey));
        OfficeHost.Refused(OfficeRefusal.NothingKeyed, await Book.Confirm(srey, sheet.Id, "13050", "12.50", Cancel));
        Assert.Empty(office.Savings.Verify());
    }

    [Fact]
    public async Task Every_problem_of_a_sheet_is_found_at_once_and_nothing_of_it_is_kept()
    {
        await Key(dara, "4", "100");
        await Key(srey, "4", "100");
        var bytes = Sheet(isCsv: false, ["Lotus", "1", "5000", ""], ["Rose", "1", "5000", ""], ["Lotus", "88", "5000", ""], ["Lotus", "2", "12.350", "x"], ["Lotus", "1", "5000", ""], ["Lotus", "3", "", ""], ["Lotus", "4", "900", ""],
            ["Lotus", "2", "-5", "99000000"]);

        var plan = await Book.Plan(dara, bytes);

        Assert.Equal(
        [
            (3, "group", OpeningProblem.NoGroup), (4, "book", OpeningProblem.NoBook), (5, "riel", OfficeRefusal.Doubtful), (5, "dollars", OfficeRefusal.NoMoneyText), (6, "book", OpeningProblem.BookTwice),
            (7, "", OpeningProblem.Nothing), (8, "riel", OfficeRefusal.OpeningIsThere), (9, "book", OpeningProblem.BookTwice), (9, "riel", OfficeRefusal.NoMoneyText),
            (9, "dollars", OfficeRefusal.Of(ChatSupport.Savings.LedgerRefusal.TooLarge)),
        ], plan.Problems.Select(problem => (problem.Row, problem.Column, problem.Found)));
        OfficeHost.Refused(OfficeRefusal.Overtaken, await Book.Import(dara, bytes, plan, Cancel));
        Assert.Empty(Book.Waiting(dara));
    }

    [Theory]
    [InlineData("", OpeningProblem.Empty)]
    [InlineData("group,book,riel,dollars\r\n", OpeningProblem.Empty)]
    [InlineData("group,book,riel\r\nLotus,1,5000\r\n", OpeningProblem.NoColumn)]
    [InlineData("group,book,riel,dollars,book\r\nLotus,1,5000,,\r\n", OpeningProblem.ColumnTwice)]
    [InlineData("PK\u0003\u0004 not really", OpeningProblem.Unreadable)]
    [InlineData("a\0b", OpeningProblem.Unreadable)]
    public async Task A_file_that_is_no_such_sheet_says_so(string text, string found) =>
        Assert.Equal([found], (await Book.Plan(dara, Encoding.UTF8.GetBytes(text))).Problems.Select(problem => problem.Found));

    [Fact]
    public async Task Quotes_semicolons_and_a_mark_at_the_beginning_are_read_and_two_sheets_meet()
    {
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes("book;group;dollars;riel\n\"1\";\"Lotus\";;\"12,350\"\n2;Lotus;3;\n")).ToArray();
        await Book.Import(dara, bytes, await Book.Plan(dara, bytes), Cancel);
        await Book.Import(srey, bytes, await Book.Plan(srey, bytes), Cancel);

        Assert.Equal(12_350, Balance(1)); // both brought the same, so nothing waits
        Assert.Empty(Book.Waiting(dara));
    }

    [Fact]
    public async Task A_sheet_in_which_somebody_else_read_another_amount_waits_until_that_is_settled()
    {
        await Key(srey, "1", "5100");
        var bytes = Sheet(isCsv: true, ["Lotus", "1", "5000", ""], ["Lotus", "2", "700", ""]);
        await Book.Import(dara, bytes, await Book.Plan(dara, bytes), Cancel);
        var sheet = Book.Sheets(srey)[0].Id;

        OfficeHost.Refused(OfficeRefusal.SheetDiffers, await Book.Confirm(srey, sheet, "5700", "0", Cancel));
        Assert.Equal((0, 0), (Balance(1), Balance(2)));
        Assert.Equal(OfficeAnswer.Done, await Book.ForgetSheet(srey, sheet, Cancel));
        Assert.Empty(Book.Sheets(srey));
    }

    private Task<OfficeAnswer> Key(string session, string book, string text) => Book.Key(session, members[0].Group, book, text, Cancel);

    private long Balance(int book) => office.Savings.Ledger.Read(pen => pen.Account(AccountKind.MemberSavings, members[book - 1].Id, Pocket.Open, Currency.Khr)) is { } account ? office.Savings.Balance(account.Number) : 0;

    private static byte[] Sheet(bool isCsv, params string[][] rows) => isCsv
        ? CsvTable.Write(OpeningSheet.Columns, rows)
        : XlsxTable.Write("books", [.. OpeningSheet.Columns.Select(column => new XlsxColumn(column, 12, IsNumber: column is "riel" or "dollars"))], rows);
}
