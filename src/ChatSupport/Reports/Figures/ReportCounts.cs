using System.Globalization;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Figures;

/// <summary>Counts reports as they are sent, in coarse facts that no case is linked to, and freezes a quarter when it is over: then what must not be shown
/// is not kept either.</summary>
internal static class ReportCounts
{
    /// <summary>The least figure that is shown.</summary>
    public const int Least = 10;

    /// <summary>How many levels of risk there are.</summary>
    public const int Risks = 4;

    private const string AddOne = "INSERT INTO report_counts (quarter, about, risk, count) VALUES ($1, $2, $3, 1) ON CONFLICT (quarter, about, risk) DO UPDATE SET count = count + 1";
    private const string Over = "SELECT DISTINCT quarter FROM report_counts WHERE quarter < $1 ORDER BY quarter";
    private const string Of = "SELECT about, risk, count FROM report_counts WHERE quarter = $1";
    private const string Keep = "INSERT INTO report_figures (quarter, shown, frozen_at) VALUES ($1, $2, $3) ON CONFLICT (quarter) DO NOTHING"; // shown once, it is never cut again

    private static readonly TimeSpan phnomPenh = TimeSpan.FromHours(7);

    /// <summary>Who a report can be about, in the order of the rows: as the intake calls them, the last where she did not say.</summary>
    public static IReadOnlyList<string> Abouts { get; } = ["me", "other", "child", ""];

    /// <summary>Counts a report, in the transaction in which it is sent.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="at">When.</param>
    /// <param name="about">A word of <see cref="Abouts"/>; another counts as not said.</param>
    /// <param name="risk">0 to 3.</param>
    public static void Add(StoreSession session, DateTimeOffset at, string about, int risk) =>
        session[AddOne].Run(QuarterOf(at), Abouts.Contains(about) ? about : "", Math.Clamp(risk, 0, Risks - 1));

    /// <summary>The quarter that a time lies in, by the clocks of Phnom Penh.</summary>
    public static string QuarterOf(DateTimeOffset at)
    {
        var day = at.ToOffset(phnomPenh);
        return string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-Q{((day.Month - 1) / 3) + 1}");
    }

    /// <summary>Freezes every quarter that is over.</summary>
    public static void Freeze(StoreSession session, DateTimeOffset now)
    {
        foreach (var quarter in session[Over].All(row => row.GetString(0), QuarterOf(now)))
        {
            var counts = new long[Abouts.Count, Risks];
            foreach (var (about, risk, count) in session[Of].All(row => (row.GetString(0), row.GetInt32(1), row.GetInt64(2)), quarter))
                counts[Abouts.ToList().IndexOf(about), risk] = count;
            session[Keep].Run(quarter, Write(Hiding.Show(counts, Least)), now.ToUnixTimeMilliseconds());
            session["DELETE FROM report_counts WHERE quarter = $1"].Run(quarter);
        }
    }

    /// <summary>A table as it is kept.</summary>
    public static string Write(long?[,] shown) => string.Join(';', Enumerable.Range(0, shown.GetLength(0)).Select(row =>
        string.Join(',', Enumerable.Range(0, shown.GetLength(1)).Select(column => shown[row, column]?.ToString(CultureInfo.InvariantCulture) ?? ""))));

    /// <summary>Reads what <see cref="Write"/> wrote: lines of figures, null where one is hidden.</summary>
    public static IReadOnlyList<IReadOnlyList<long?>> Read(string shown) =>
        [.. shown.Split(';').Select(line => (IReadOnlyList<long?>)[.. line.Split(',').Select(one => one.Length == 0 ? (long?)null : long.Parse(one, CultureInfo.InvariantCulture))])];
}
