using System.Globalization;
using ChatSupport.Savings.Office;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Sheets;

namespace ChatSupport.Savings.Figures;

/// <summary>How savings do, in figures that tell of nobody. Managers see months that are over: who looks twice at one that goes on learns of a single deposit.</summary>
internal sealed class FigureBook(OfficePens pens, StaffGuard guard, AuditTrail trail)
{
    /// <summary>How many months can be looked at.</summary>
    public static IReadOnlyList<int> Periods { get; } = [3, 6, 12];

    /// <summary>The figures by month and group, the newest month first, all groups together before each.</summary>
    public IReadOnlyList<MonthFigures> Months(string? session, int months) => Look(guard.Require(session, StaffAct.SeeSavingsFigures), months);

    /// <summary>The same as a table to take along; that somebody did is recorded.</summary>
    public async Task<byte[]> Export(string? session, int months, bool isCsv, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.SeeSavingsFigures);
        var lines = Look(person, months);
        await trail.Write(new AuditNote(person.Id, "savings.export", "figures", isCsv ? "csv" : "xlsx"), cancel).ConfigureAwait(false);
        string[] heads = ["month", "group", .. MonthFigures.Every.Select(figure => figure.Name)];
        var rows = lines.Select(line => (IReadOnlyList<string>)[line.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), line.Group ?? "all", .. MonthFigures.Every.Select(figure => figure.Of(line).Plain())]).ToList();
        return isCsv ? CsvTable.Write(heads, rows) : XlsxTable.Write("figures", [.. heads.Select((head, at) => new XlsxColumn(head, at < 2 ? 16 : 20, IsNumber: at > 1))], rows);
    }

    private List<MonthFigures> Look(StaffPerson person, int months)
    {
        if (!Periods.Contains(months))
            throw new ArgumentOutOfRangeException(nameof(months), months, "Not one of the periods.");
        return pens.Read(pen =>
        {
            var today = PhnomPenh.DayOf(pen.Now);
            var last = new DateOnly(today.Year, today.Month, 1).AddMonths(person.May(StaffAct.RunSavings) ? 0 : -1);
            var reader = new FactsReader(pen);
            return Enumerable.Range(0, months).Select(back => last.AddMonths(-back)).SelectMany(month => MonthFigures.Of(month, reader.Of(month, isNewest: month == last))).ToList();
        });
    }
}
