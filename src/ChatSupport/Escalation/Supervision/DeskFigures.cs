using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Escalation.Supervision;

/// <summary>How the desk does, in figures that tell of nobody. Managers see weeks that are over: who looks twice at a week that goes on learns of a single chat.
/// Supervisors, who see each chat anyway, see that week as well, and how much each educator carries.</summary>
internal sealed class DeskFigures(DeskPens pens, StaffGuard guard)
{
    private const string Happened = "SELECT chat, kind, level, who, millis, at FROM desk_events WHERE at >= $1 AND chat <> ''";

    /// <summary>How many weeks can be looked at.</summary>
    public static IReadOnlyList<int> Periods { get; } = [4, 13, 52];

    /// <summary>The figures by week and level, the newest week first.</summary>
    public IReadOnlyList<WeekFigures> Weeks(string? session, int weeks)
    {
        var person = guard.Require(session, StaffAct.SeeDeskFigures);
        return pens.Read(pen =>
        {
            var (from, until) = Period(pen, person, weeks);
            var turns = DutyHours.After(pen, from);
            var events = EventsAfter(pen, from);
            var asked = events.Where(one => one.Kind == "asked" && one.At < until).DistinctBy(one => one.Chat).ToDictionary(one => one.Chat, one => (Week: DeskWeek.Of(one.At), one.Level), StringComparer.Ordinal);
            return events.Where(one => asked.ContainsKey(one.Chat)).GroupBy(one => asked[one.Chat])
                .Select(group => WeekFigures.Of(group.Key.Week, group.Key.Level, [.. group], turns))
                .OrderByDescending(one => one.Week).ThenBy(one => one.Level).ToList();
        });
    }

    /// <summary>What each educator carried, by week; empty for who only sees the programme.</summary>
    public IReadOnlyList<PersonWeek> People(string? session, int weeks)
    {
        var person = guard.Require(session, StaffAct.SeeDeskFigures);
        if (!person.May(StaffAct.RunDesk))
            return [];
        return pens.Read(pen =>
        {
            var (from, until) = Period(pen, person, weeks);
            var turns = DutyHours.After(pen, from).ToLookup(turn => turn.Who, StringComparer.Ordinal);
            var events = EventsAfter(pen, from).Where(one => one.Who is not null).ToLookup(one => one.Who!, StringComparer.Ordinal);
            return pen.Educators().SelectMany(one => WeeksBetween(from, until).Select(week => PersonWeek.Of(one.Name, week, turns[one.Id], events[one.Id])))
                .Where(week => week.Hours > TimeSpan.Zero || week.Claimed.IsHidden || week.Claimed.Value > 0)
                .OrderByDescending(week => week.Week).ThenBy(week => week.Name, StringComparer.Ordinal).ToList();
        });
    }

    private static (DateTimeOffset From, DateTimeOffset Until) Period(DeskPen pen, StaffPerson person, int weeks)
    {
        if (!Periods.Contains(weeks))
            throw new ArgumentOutOfRangeException(nameof(weeks), weeks, "Not one of the periods.");
        var now = DeskWeek.Of(pen.Now);
        return (now.AddDays(-weeks * DeskWeek.Days), person.May(StaffAct.RunDesk) ? now.AddDays(DeskWeek.Days) : now);
    }

    private static IEnumerable<DateTimeOffset> WeeksBetween(DateTimeOffset from, DateTimeOffset until)
    {
        for (var week = from; week < until; week = week.AddDays(DeskWeek.Days))
            yield return week;
    }

    private static List<DeskHappening> EventsAfter(DeskPen pen, DateTimeOffset from) => pen.Session[Happened].All(row => new DeskHappening(
        row.GetString(0), row.GetString(1), row.GetInt32(2), row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : row.GetInt64(4),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5))), from.ToUnixTimeMilliseconds());
}

/// <summary>What one educator carried in one week.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Name">Her name.</param>
/// <param name="Hours">How long she was on.</param>
/// <param name="Claimed">Chats she took.</param>
/// <param name="Danger">Of these with danger.</param>
/// <param name="Fine">How often she said afterwards that she is fine.</param>
/// <param name="Hard">That it was hard, or that she wants to talk to somebody.</param>
internal sealed record PersonWeek(DateTimeOffset Week, string Name, TimeSpan Hours, Cell Claimed, Cell Danger, Cell Fine, Cell Hard)
{
    public static PersonWeek Of(string name, DateTimeOffset week, IEnumerable<DutyTurn> turns, IEnumerable<DeskHappening> events)
    {
        var until = week.AddDays(DeskWeek.Days);
        var own = events.Where(one => one.At >= week && one.At < until).ToList();
        return new PersonWeek(week, name, DutyHours.Sum(turns, week, until), Count(own, one => one.Kind == "claimed"), Count(own, one => one is { Kind: "claimed", Level: 0 }),
            Count(own, one => one.Kind == "debrief-1"), Count(own, one => one.Kind is "debrief-2" or "debrief-3"));
    }

    private static Cell Count(List<DeskHappening> events, Func<DeskHappening, bool> which) => Cell.Count(events.Where(which).DistinctBy(one => one.Chat).Count());
}
