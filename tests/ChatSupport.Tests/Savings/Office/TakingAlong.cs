using System.Text;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Figures;
using ChatSupport.Savings.Office;
using ChatSupport.Staff.Sheets;

namespace ChatSupport.Tests.Savings.Office;

public sealed class TakingAlong
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Balances_stand_by_book_and_no_cell_becomes_a_formula()
    {
        await using var office = new OfficeHost();
        var (dara, book) = (await office.SignIn("dara"), office.Get<TakeOutBook>());
        var members = await office.Savings.Group(2, "=cmd|' /C calc'!A1");
        await office.Saves(members[0], 12_300);
        await office.Saves(members[0], 250, currency: Currency.Usd);

        var csv = Encoding.UTF8.GetString(await book.Balances(dara, isCsv: true, Cancel));
        var xlsx = XlsxBook.Read(await book.Balances(dara, isCsv: false, Cancel), "balances", 10, out _)!;

        Assert.Contains("\r\n'=cmd|' /C calc'!A1,1,12300,2.50,2\r\n", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Flower", csv, StringComparison.Ordinal); // nobody's name
        Assert.Equal(("=cmd|' /C calc'!A1", "12300", "2.50"), (xlsx[1].Cells[0].Text, xlsx[1].Cells[2].Number, xlsx[1].Cells[3].Number));
        Assert.Equal(["csv", "xlsx"], office.Audit("savings.export").Select(entry => entry.Detail));
    }

    [Fact]
    public async Task Entries_and_the_journal_are_the_ledger()
    {
        await using var office = new OfficeHost();
        var (dara, book) = (await office.SignIn("dara"), office.Get<TakeOutBook>());
        await office.Saves((await office.Savings.Group(1))[0], 12_300);

        var entries = CsvRows.Read(await book.Entries(dara, isCsv: true, Cancel), 10)!;
        var journal = Encoding.UTF8.GetString(await book.Journal(dara, Cancel));

        Assert.Equal(["1", "Deposit", "assets:float:leader", "12300", "KHR"], new[] { 0, 2, 3, 5, 6 }.Select(at => entries[1].Cells[at]));
        Assert.NotEmpty(await book.Entries(dara, isCsv: false, Cancel));
        Assert.Contains("assets:float:leader  12300 KHR", journal, StringComparison.Ordinal);
        Assert.Equal(["entries", "journal", "entries"], office.Audit("savings.export").Select(entry => entry.Subject));
    }

    [Fact]
    public async Task Figures_are_taken_along_with_the_same_cells_hidden()
    {
        await using var office = new OfficeHost();
        var dara = await office.SignIn("dara");
        await office.Saves((await office.Savings.Group(3))[0], 12_300);

        var rows = CsvRows.Read(await office.Get<FigureBook>().Export(dara, 3, isCsv: true, Cancel), 10)!;

        Assert.Equal(2 + MonthFigures.Every.Count, rows[0].Cells.Count);
        Assert.All(rows.Skip(1), row => Assert.Equal("hidden", row.Cells[2]));
        Assert.Equal("figures", Assert.Single(office.Audit("savings.export")).Subject);
    }
}
