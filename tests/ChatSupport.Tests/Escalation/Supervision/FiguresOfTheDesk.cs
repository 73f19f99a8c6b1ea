using ChatSupport.Escalation.Supervision;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Escalation.Supervision;

public sealed class FiguresOfTheDesk
{
    private static readonly DateTimeOffset monday = DeskWeek.Of(Conversations.Some.Night).AddDays(-7);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_chats_are_shown_and_four_are_hidden()
    {
        await using var desk = await DeskStaff.Start();
        await Happened(desk, Enumerable.Range(1, 6).Select(at => ("two", at, 2)).Concat(Enumerable.Range(1, 4).Select(at => ("zero", at, 0))));

        var weeks = desk.Get<DeskFigures>().Weeks(desk.Chanthy, 4);

        Assert.Equal([(monday, 0), (monday, 2)], weeks.Select(week => (week.Week, week.Level)));
        Assert.All(WeekFigures.Speed, figure => Assert.True(figure.Of(weeks[0]).IsHidden || figure.Of(weeks[0]).Value is null, figure.Name));
        Assert.Equal((6.0, 6.0, 3.0, 6.0), (weeks[1].Asked.Value, weeks[1].Answered.Value, weeks[1].Half.Value, weeks[1].Most.Value));
        Assert.True(weeks[1].Soon.IsHidden); // four within five minutes and two not: either could be counted back
        Assert.Equal("< 5", weeks[0].Asked.ToString());
    }

    [Fact]
    public async Task A_week_that_goes_on_is_for_supervisors_alone()
    {
        await using var desk = await DeskStaff.Start();
        var manager = await desk.SignIn("Vanna", StaffRole.Manager);
        await Happened(desk, Enumerable.Range(1, 6).Select(at => ("now", at, 2)), DeskWeek.Of(desk.World.Time.GetUtcNow()));

        Assert.Single(desk.Get<DeskFigures>().Weeks(desk.Chanthy, 4));
        Assert.Empty(desk.Get<DeskFigures>().Weeks(manager, 4));
        Assert.Empty(desk.Get<DeskFigures>().People(manager, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => desk.Get<DeskFigures>().Weeks(manager, 5));
    }

    [Fact]
    public async Task Who_was_on_when_she_asked_is_told_apart_and_hours_stand_by_name()
    {
        await using var desk = await DeskStaff.Start();
        var mealea = await desk.EducatorAtTheConsole();
        await desk.World.Pass(TimeSpan.FromMinutes(20));
        await desk.Did(() => desk.Mine.GoOff(mealea, Cancel));
        var on = desk.World.Time.GetUtcNow().AddMinutes(-10);
        await Happened(desk, Enumerable.Range(1, 5).Select(at => ("on", at, 2)), on.AddMinutes(-6), spread: TimeSpan.FromMinutes(1));
        await Happened(desk, Enumerable.Range(1, 5).Select(at => ("off", at, 2)), on.AddHours(-3), spread: TimeSpan.FromMinutes(1));

        var week = Assert.Single(desk.Get<DeskFigures>().Weeks(desk.Chanthy, 4));

        Assert.Equal((3.0, 3.0, 10.0), (week.HalfStaffed.Value, week.HalfUnstaffed.Value, week.Asked.Value));
        Assert.Equal(("Mealea", TimeSpan.FromMinutes(20)), (Assert.Single(desk.Get<DeskFigures>().People(desk.Chanthy, 4)).Name, desk.Get<DeskFigures>().People(desk.Chanthy, 4)[0].Hours));
    }

    [Theory]
    [InlineData(0, 0, "–")]
    [InlineData(0, 4, "< 5")]
    [InlineData(0, 5, "0")]
    [InlineData(5, 9, "< 5")]
    [InlineData(5, 10, "50")]
    [InlineData(10, 10, "100")]
    public void A_share_hides_small_parts_on_either_side(int part, int of, string says) => Assert.Equal(says, Cell.Share(part, of).ToString());

    /// <summary>Chats that were asked for a while apart, each answered after as many minutes as its number.</summary>
    private static Task<bool> Happened(DeskStaff desk, IEnumerable<(string Name, int Number, int Level)> chats, DateTimeOffset? from = null, TimeSpan? spread = null) => desk.World.Desk.Write(pen =>
    {
        const string add = "INSERT INTO desk_events (chat, kind, level, who, millis, at) VALUES ($1, $2, $3, NULL, $4, $5)";
        foreach (var (name, number, level) in chats)
        {
            var (chat, at, took) = ($"{name}-{number}", (from ?? monday) + (number * (spread ?? TimeSpan.FromSeconds(1))), TimeSpan.FromMinutes(number));
            pen.Session[add].Run(chat, "asked", level, null, at.ToUnixTimeMilliseconds());
            pen.Session[add].Run(chat, "first-reply", level, (long)took.TotalMilliseconds, (at + took).ToUnixTimeMilliseconds());
        }
        return true;
    }, Cancel);
}
