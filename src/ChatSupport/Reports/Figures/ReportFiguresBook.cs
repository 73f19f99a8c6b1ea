using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Figures;

/// <summary>How many reports came, by quarters that are over. Nothing leads from a figure to a case.</summary>
internal sealed class ReportFiguresBook(StoreWriter writer, StaffGuard guard, TimeProvider time)
{
    private const string All = "SELECT quarter, shown FROM report_figures ORDER BY quarter DESC LIMIT 40";

    /// <summary>The quarters, the newest first.</summary>
    public Task<IReadOnlyList<QuarterTable>> Quarters(string? session, CancellationToken cancel)
    {
        guard.Require(session, StaffAct.SeeCaseFigures);
        return writer.Write<IReadOnlyList<QuarterTable>>(store =>
        {
            ReportCounts.Freeze(store, time.GetUtcNow());
            return store[All].All(row => new QuarterTable(row.GetString(0), ReportCounts.Read(row.GetString(1))));
        }, cancel);
    }
}

/// <summary>The figures of a quarter.</summary>
/// <param name="Quarter">Such as <c>2026-Q4</c>.</param>
/// <param name="Lines">A line for each of <see cref="ReportCounts.Abouts"/> and one for all, each by risk and for all; null where a figure is hidden.</param>
internal sealed record QuarterTable(string Quarter, IReadOnlyList<IReadOnlyList<long?>> Lines);
