using ChatSupport.Savings.Amounts;

namespace ChatSupport.Savings.Figures;

/// <summary>How savings did in one month, in a group or in all.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Group">What the group is called; null for all together.</param>
internal sealed record MonthFigures(DateOnly Month, string? Group)
{
    /// <summary>Every figure with its name in English. Money is riel or dollars, shares are percent.</summary>
    public static IReadOnlyList<(string Name, Func<MonthFigures, Figure> Of)> Saving { get; } =
    [
        ("Members", one => one.Members), ("Saved this month", one => one.Savers), ("Saved (%)", one => one.SaversShare), ("Still there after a year (%)", one => one.Stayed),
        ("Riel per member", one => one.RielPerMember), ("Dollars per member", one => one.DollarsPerMember), ("Taken out, riel (%)", one => one.RielOut), ("Taken out, dollars (%)", one => one.DollarsOut),
    ];

    /// <inheritdoc cref="Saving"/>
    public static IReadOnlyList<(string Name, Func<MonthFigures, Figure> Of)> Books { get; } =
    [
        ("Half have up to (riel)", one => one.MedianRiel), ("Half have up to (dollars)", one => one.MedianDollars), ("Books looked at in 30 days", one => one.Checked), ("Books that differed", one => one.Differed),
        ("Corrections in 100 entries", one => one.Corrections),
    ];

    /// <inheritdoc cref="Saving"/>
    public static IReadOnlyList<(string Name, Func<MonthFigures, Figure> Of)> People { get; } =
    [
        ("Meetings held", one => one.Meetings), ("Attendance (%)", one => one.Attendance), ("Save for a goal", one => one.Goals), ("Of these reached (%)", one => one.Reached),
        ("Lines called wrong", one => one.Wrong), ("Of these answered (%)", one => one.Answered), ("Oldest open (days)", one => one.Waiting),
    ];

    /// <summary>All of them, in the order in which they are taken along.</summary>
    public static IReadOnlyList<(string Name, Func<MonthFigures, Figure> Of)> Every { get; } = [.. Saving, .. Books, .. People];

    public Figure Members { get; private init; }

    public Figure Savers { get; private init; }

    public Figure SaversShare { get; private init; }

    public Figure Stayed { get; private init; }

    public Figure RielPerMember { get; private init; }

    public Figure DollarsPerMember { get; private init; }

    public Figure RielOut { get; private init; }

    public Figure DollarsOut { get; private init; }

    public Figure MedianRiel { get; private init; }

    public Figure MedianDollars { get; private init; }

    public Figure Checked { get; private init; }

    public Figure Differed { get; private init; }

    public Figure Corrections { get; private init; }

    /// <summary>Meetings are no people, so they are never hidden.</summary>
    public Figure Meetings { get; private init; }

    public Figure Attendance { get; private init; }

    public Figure Goals { get; private init; }

    public Figure Reached { get; private init; }

    /// <summary>Those that were called wrong in the month; that it is answered may be later. So no month can be reckoned from the one before it.</summary>
    public Figure Wrong { get; private init; }

    public Figure Answered { get; private init; }

    public Figure Waiting { get; private init; }

    /// <summary>The figures of all groups and of all together, with everything hidden that tells of few.</summary>
    public static IReadOnlyList<MonthFigures> Of(DateOnly month, IReadOnlyList<GroupFacts> groups)
    {
        var masks = new Masks(groups);
        var lines = groups.Select((facts, at) => Line(month, facts.Group, facts, at, masks)).ToList();
        if (groups.Count > 0)
            lines.Insert(0, Line(month, null, All(groups), Masks.Total, masks));
        return lines;
    }

    private static MonthFigures Line(DateOnly month, string? group, GroupFacts facts, int at, Masks masks) => new(month, group)
    {
        Members = Figure.Of(facts.Members, masks.Members[at]),
        Savers = Figure.Of(facts.Savers, masks.Savers[at]),
        SaversShare = Figure.Of(Share(facts.Savers, facts.Members), masks.Savers[at] || masks.Members[at]),
        Stayed = Figure.Of(Share(facts.Year.Stayed, facts.Year.Were), masks.Stayed[at]),
        RielPerMember = Figure.Of(PerMember(facts.Riel.In, facts.Members, Currency.Khr), masks.Riel[at] || masks.Members[at]),
        DollarsPerMember = Figure.Of(PerMember(facts.Dollars.In, facts.Members, Currency.Usd), masks.Dollars[at] || masks.Members[at]),
        RielOut = Figure.Of(Share(facts.Riel.Out, facts.Riel.In), masks.RielOut[at] || masks.Riel[at]),
        DollarsOut = Figure.Of(Share(facts.Dollars.Out, facts.Dollars.In), masks.DollarsOut[at] || masks.Dollars[at]),
        MedianRiel = Figure.Of(Median(facts.InRiel, Currency.Khr), facts.InRiel.Count is > 0 and < Suppression.FewerThan),
        MedianDollars = Figure.Of(Median(facts.InCents, Currency.Usd), facts.InCents.Count is > 0 and < Suppression.FewerThan),
        Checked = Figure.Of(facts.Checked, masks.Checked[at]),
        Differed = Figure.Of(facts.Differed, masks.Differed[at]),
        Corrections = Figure.Of(facts.Entries == 0 ? null : 100.0 * facts.Corrections / facts.Entries, masks.Members[at]),
        Meetings = Figure.Of(facts.Meetings, isHidden: false),
        Attendance = Figure.Of(Share(facts.Roll.There, facts.Roll.There + facts.Roll.Away), masks.Roll[at]),
        Goals = Figure.Of(facts.Goals?.Have, masks.Goals[at]),
        Reached = Figure.Of(facts.Goals is var (have, reached) ? Share(reached, have) : null, masks.Goals[at] || masks.Reached[at]),
        Wrong = Figure.Of(facts.Wrong.Lines, masks.Wrong[at]),
        Answered = Figure.Of(Share(facts.Wrong.Answered, facts.Wrong.Lines), masks.Wrong[at] || masks.Answered[at]),
        Waiting = Figure.Of(facts.Wrong.Oldest, masks.Wrong[at] || masks.Answered[at]),
    };

    private static GroupFacts All(IReadOnlyList<GroupFacts> groups) => new("")
    {
        Members = groups.Sum(one => one.Members),
        Year = (groups.Sum(one => one.Year.Stayed), groups.Sum(one => one.Year.Were)),
        Savers = groups.Sum(one => one.Savers),
        Riel = groups.Aggregate(new Flow(), (sum, one) => sum + one.Riel),
        Dollars = groups.Aggregate(new Flow(), (sum, one) => sum + one.Dollars),
        Entries = groups.Sum(one => one.Entries),
        Corrections = groups.Sum(one => one.Corrections),
        Checked = groups.Sum(one => one.Checked),
        Differed = groups.Sum(one => one.Differed),
        InRiel = [.. groups.SelectMany(one => one.InRiel)],
        InCents = [.. groups.SelectMany(one => one.InCents)],
        Meetings = groups.Sum(one => one.Meetings),
        Roll = groups.Aggregate(new RollCalls(), (sum, one) => sum + one.Roll),
        Goals = groups.All(one => one.Goals is null) ? null : (groups.Sum(one => one.Goals?.Have ?? 0), groups.Sum(one => one.Goals?.Reached ?? 0)),
        Wrong = groups.Aggregate(new CalledWrong(), (sum, one) => sum + one.Wrong),
    };

    private static double? Share(long part, long of) => of == 0 ? null : 100.0 * part / of;

    private static double? PerMember(long minor, int members, Currency currency) => members == 0 ? null : (double)minor / CurrencyFacts.Of(currency).Unit / members;

    /// <summary>The balance that half of those who have one do not exceed; of somebody in the middle, rounded to two digits, because the very sum would be hers.</summary>
    private static double? Median(IReadOnlyList<long> balances, Currency currency)
    {
        if (balances.Count == 0)
            return null;
        var middle = balances.Order().ElementAt((balances.Count - 1) / 2) / (double)CurrencyFacts.Of(currency).Unit;
        var step = middle < 1 ? 0.1 : Math.Pow(10, Math.Floor(Math.Log10(middle)) - 1);
        return Math.Round(middle / step) * step;
    }

    /// <summary>What is hidden in each column.</summary>
    private sealed class Masks(IReadOnlyList<GroupFacts> groups)
    {
        /// <summary>The place of all together.</summary>
        public const int Total = -1;

        public Mask Members { get; } = new(groups, one => [one.Members]);

        public Mask Savers { get; } = new(groups, one => [one.Savers, Math.Max(0, one.Members - one.Savers)]);

        public Mask Stayed { get; } = new(groups, one => [one.Year.Stayed, one.Year.Were - one.Year.Stayed]);

        public Mask Riel { get; } = new(groups, one => [one.Riel.Gave]);

        public Mask Dollars { get; } = new(groups, one => [one.Dollars.Gave]);

        public Mask RielOut { get; } = new(groups, one => [one.Riel.Took]);

        public Mask DollarsOut { get; } = new(groups, one => [one.Dollars.Took]);

        public Mask Checked { get; } = new(groups, one => [one.Checked]);

        public Mask Differed { get; } = new(groups, one => [one.Differed, one.Checked - one.Differed]);

        public Mask Roll { get; } = new(groups, one => [one.Roll.Came, one.Roll.Missed]);

        public Mask Goals { get; } = new(groups, one => [one.Goals?.Have ?? 0, one.Goals is var (have, _) ? Math.Max(0, one.Members - have) : 0]);

        public Mask Reached { get; } = new(groups, one => [one.Goals?.Reached ?? 0, one.Goals is var (have, reached) ? have - reached : 0]);

        public Mask Wrong { get; } = new(groups, one => [one.Wrong.People]);

        public Mask Answered { get; } = new(groups, one => [one.Wrong.PeopleAnswered, one.Wrong.PeopleWaiting]);
    }

    /// <summary>What is hidden in one column.</summary>
    private sealed class Mask(IReadOnlyList<GroupFacts> groups, Func<GroupFacts, IReadOnlyList<int>> counts)
    {
        private readonly (IReadOnlyList<bool> Hidden, bool Total) mask = Suppression.Of([.. groups.Select(counts)], [.. groups.Select(one => one.Members)]);

        public bool this[int at] => at == Masks.Total ? mask.Total : mask.Hidden[at];
    }
}
