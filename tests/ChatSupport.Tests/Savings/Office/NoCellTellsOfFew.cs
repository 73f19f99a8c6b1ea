using System.Globalization;
using ChatSupport.Savings.Figures;
using CsCheck;

namespace ChatSupport.Tests.Savings.Office;

/// <summary>Random groups: whatever stands in the table, no number of one to four people can be read there, nor reckoned from other rows, the total and other columns.</summary>
public sealed class NoCellTellsOfFew
{
    private static readonly long iterations = long.TryParse(Environment.GetEnvironmentVariable("SAVINGS_CELLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? more : 2_000;

    /// <summary>For each figure the numbers of people that it tells. One that is reckoned from two others is hidden with each of them.</summary>
    private static readonly Dictionary<string, Func<GroupFacts, int[]>[]> tells = new(StringComparer.Ordinal)
    {
        ["Members"] = [one => [one.Members]],
        ["Saved this month"] = [one => [one.Savers, one.Members - one.Savers]],
        ["Saved (%)"] = [one => [one.Savers, one.Members - one.Savers], one => [one.Members]],
        ["Still there after a year (%)"] = [one => [one.Year.Stayed, one.Year.Were - one.Year.Stayed]],
        ["Riel per member"] = [one => [one.Riel.Gave], one => [one.Members]],
        ["Dollars per member"] = [one => [one.Dollars.Gave], one => [one.Members]],
        ["Taken out, riel (%)"] = [one => [one.Riel.Took], one => [one.Riel.Gave]],
        ["Taken out, dollars (%)"] = [one => [one.Dollars.Took], one => [one.Dollars.Gave]],
        ["Half have up to (riel)"] = [],
        ["Half have up to (dollars)"] = [],
        ["Books looked at in 30 days"] = [one => [one.Checked]],
        ["Books that differed"] = [one => [one.Differed, one.Checked - one.Differed]],
        ["Corrections in 100 entries"] = [one => [one.Members]],
        ["Meetings held"] = [],
        ["Attendance (%)"] = [one => [one.Roll.Came, one.Roll.Missed]],
        ["Save for a goal"] = [one => [one.Goals?.Have ?? 0, one.Goals is var (have, _) ? one.Members - have : 0]],
        ["Of these reached (%)"] = [one => [one.Goals?.Reached ?? 0, one.Goals is var (have, reached) ? have - reached : 0], one => [one.Goals?.Have ?? 0, one.Goals is var (have, _) ? one.Members - have : 0]],
        ["Lines called wrong"] = [one => [one.Wrong.People]],
        ["Of these answered (%)"] = [one => [one.Wrong.PeopleAnswered, one.Wrong.PeopleWaiting], one => [one.Wrong.People]],
        ["Oldest open (days)"] = [one => [one.Wrong.PeopleAnswered, one.Wrong.PeopleWaiting], one => [one.Wrong.People]],
    };

    private static readonly Gen<GroupFacts> group =
        from members in Gen.Int[1, 25]
        from part in Gen.Int[0, 25].Array[12].Select(parts => parts.Select(one => Math.Min(one, members)).ToArray())
        from hasGoals in Gen.Bool
        from balances in Gen.Long[1, 90_000].Array[0, members]
        select new GroupFacts("g")
        {
            Members = members,
            Savers = part[0],
            Year = (Math.Min(part[1], part[2]), part[2]),
            Riel = new Flow { Gave = part[3], In = part[3] * 1_000L, Took = part[4], Out = part[4] * 100L },
            Dollars = new Flow { Gave = part[5], In = part[5] * 100L, Took = Math.Min(part[4], 2), Out = 50 },
            Entries = part[3],
            Checked = part[6],
            Differed = Math.Min(part[6], part[7]),
            InRiel = balances,
            Meetings = 2,
            Roll = new RollCalls { Came = part[8], There = 2 * part[8], Missed = Math.Min(part[9], 6), Away = Math.Min(part[9], 6) },
            Goals = hasGoals ? (part[10], Math.Min(part[10], part[11])) : null,
            Wrong = new CalledWrong
            {
                People = Math.Max(part[0] / 3, part[1] / 3),
                Lines = part[0] / 3 + part[1] / 3,
                PeopleAnswered = part[0] / 3,
                Answered = part[0] / 3,
                PeopleWaiting = part[1] / 3,
                Oldest = part[1] / 3 == 0 ? null : 9,
            },
        };

    /// <summary>Goals are known of all groups or, in months before the newest, of none.</summary>
    private static readonly Gen<List<GroupFacts>> table = Gen.Select(group.List[1, 7], Gen.Bool, (groups, hasGoals) =>
        groups.Select(one => one with { Goals = hasGoals ? one.Goals ?? (0, 0) : null }).ToList());

    [Fact]
    public void Every_figure_is_looked_at() => Assert.Equal(MonthFigures.Every.Select(figure => figure.Name).Order(StringComparer.Ordinal), tells.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_of_few_is_shown_or_counted_back() => table.Sample(groups =>
    {
        var lines = MonthFigures.Of(new DateOnly(2026, 11, 1), groups);
        var (total, rows) = (lines[0], lines.Skip(1).ToList());
        foreach (var (name, of) in MonthFigures.Every)
        {
            foreach (var told in tells[name])
            {
                var hidden = Enumerable.Range(0, groups.Count).Where(at => of(rows[at]).IsHidden).ToList();
                for (var at = 0; at < groups.Count; at++)
                    Assert.True(of(rows[at]).IsHidden || !told(groups[at]).Any(Suppression.IsSmall), $"{name}: {string.Join(' ', told(groups[at]))} is shown");
                if (of(total).IsHidden)
                    continue;
                var columns = Enumerable.Range(0, told(groups[0]).Length).ToList();
                Assert.DoesNotContain(columns, column => Suppression.IsSmall(groups.Sum(one => told(one)[column])));
                foreach (var column in hidden.Count == 0 ? [] : columns)
                {
                    var sum = hidden.Sum(at => told(groups[at])[column]);
                    Assert.True(sum == 0 || (hidden.Count > 1 && sum >= Suppression.FewerThan), $"{name}: {hidden.Count} hidden rows are {sum} together");
                    if (tells[name].Length == 1) // where only one thing hides, it could be five in each of them
                        Assert.True(sum == 0 || sum - (hidden.Count - 1) >= Suppression.FewerThan, $"{name}: each of {hidden.Count} hidden rows is known to be small, {sum} together");
                }
            }
        }
    }, iter: iterations);

    /// <summary>Where both are shown, one column less another is people as well.</summary>
    [Fact]
    public void Nothing_of_few_is_the_difference_of_two_columns() => table.Sample(groups =>
    {
        var lines = MonthFigures.Of(new DateOnly(2026, 11, 1), groups);
        (string Of, string Part)[] pairs = [("Members", "Saved this month"), ("Books looked at in 30 days", "Books that differed"), ("Members", "Save for a goal")];
        foreach (var (of, part) in pairs)
        {
            foreach (var line in lines.Where(line => Named(line, of).Value is not null && Named(line, part).Value is not null))
                Assert.False(Suppression.IsSmall((int)(Named(line, of).Value!.Value - Named(line, part).Value!.Value)), $"{of} less {part}");
        }
    }, iter: iterations);

    private static Figure Named(MonthFigures line, string name) => MonthFigures.Every.First(figure => figure.Name == name).Of(line);
}
