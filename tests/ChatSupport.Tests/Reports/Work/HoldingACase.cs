using ChatSupport.Reports.Work;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Reports.Work;

/// <summary>Two people keep a case from being destroyed; one cannot, and the database itself takes no hold of one, or of longer than 180 days.</summary>
public sealed class HoldingACase : IAsyncDisposable
{
    private readonly CaseWorld world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private HoldBook Holds => world.Get<HoldBook>();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Takes_two_of_whom_one_is_a_supervisor_and_lasts_as_long_as_they_said()
    {
        var (dara, chanthy, id) = await Closed();
        Assert.Equal(CaseRefusal.NoSuchDays, (await Holds.Begin(dara, id, "life-in-danger", 181, Cancel)).Why);
        Assert.Equal(CaseRefusal.NoReason, (await Holds.Begin(dara, id, "curious", 1, Cancel)).Why);
        Assert.Equal(CaseRefusal.NotNow, (await Holds.Begin(dara, id, "child-in-danger", 1, Cancel)).Why); // it is not about one
        Assert.Null((await Holds.Begin(dara, id, "life-in-danger", 180, Cancel)).Why);
        Assert.Equal(CaseRefusal.NotNow, (await Holds.Begin(chanthy, id, "life-in-danger", 180, Cancel)).Why); // one waits already
        var hold = (await Holds.List(dara, id, Cancel)).Single().Id;

        Assert.Equal((0, 1), (Holds.Waiting(dara), Holds.Waiting(chanthy)));
        Assert.Equal(CaseRefusal.SamePerson, (await Holds.Confirm(dara, id, hold, Cancel)).Why);
        Assert.Null(world.Cases.List(chanthy).Single().HeldUntil);
        Assert.Null((await Holds.Confirm(chanthy, id, hold, Cancel)).Why);

        Assert.Equal(Whole(world.Time.GetUtcNow().AddDays(180)), world.Cases.List(chanthy).Single().HeldUntil);
        Assert.Equal(0, Holds.Waiting(chanthy));
        Assert.Equal((1, 1), (world.Audit("report.hold-begin").Count, world.Audit("report.hold").Count(entry => entry.Act == "report.hold")));
    }

    [Fact]
    public async Task Is_renewed_by_two_again_before_it_ends()
    {
        var (dara, chanthy, id) = await Closed();
        await Held(dara, chanthy, id, 30);
        var first = world.Cases.List(chanthy).Single().HeldUntil;
        world.Time.Advance(TimeSpan.FromMinutes(10));

        await Held(chanthy, dara, id, 60);

        Assert.True(world.Cases.List(chanthy).Single().HeldUntil > first);
        Assert.Equal(2, (await Holds.List(dara, id, Cancel)).Count(hold => hold.Keeps(world.Time.GetUtcNow())));
    }

    [Fact]
    public async Task One_supervisor_ends_it_early_but_destroys_nothing_alone()
    {
        var (dara, chanthy, id) = await Closed();
        await Held(dara, chanthy, id, 90);
        await Assert.ThrowsAsync<StaffDeniedException>(() => Holds.End(dara, id, Cancel));

        Assert.Null((await Holds.End(chanthy, id, Cancel)).Why);

        Assert.Equal(Whole(world.Time.GetUtcNow() + HoldBook.StaysAfterEnd), world.Cases.List(chanthy).Single().HeldUntil);
        Assert.Equal(CaseRefusal.NotNow, (await Holds.End(chanthy, id, Cancel)).Why);
        await Held(dara, chanthy, id, 90); // within that week two hold it again
        Assert.Equal(Whole(world.Time.GetUtcNow().AddDays(90)), world.Cases.List(chanthy).Single().HeldUntil);
    }

    [Fact]
    public async Task That_nobody_agreed_to_within_a_week_is_begun_anew()
    {
        var (dara, chanthy, id) = await Closed();
        await Holds.Begin(dara, id, "life-in-danger", 90, Cancel);
        var hold = (await Holds.List(dara, id, Cancel)).Single().Id;
        await world.Write(session => session["UPDATE report_holds SET begun_at = begun_at"].Run());
        world.Time.Advance(HoldBook.WaitsFor);

        var again = await world.SignIn("Bopha", StaffRole.Supervisor);

        Assert.Equal(CaseRefusal.NotNow, (await Holds.Confirm(again, id, hold, Cancel)).Why);
        Assert.Null((await Holds.Begin(again, id, "life-in-danger", 90, Cancel)).Why);
        Assert.NotEqual(chanthy, again);
    }

    [Fact]
    public async Task The_database_itself_refuses_one_person_and_more_than_180_days()
    {
        var (dara, chanthy, id) = await Closed();
        var now = world.Time.GetUtcNow().ToUnixTimeMilliseconds();
        const string hold = "INSERT INTO report_holds (id, case_id, reason, days, begun_by, begun_at, confirmed_by, confirmed_at) VALUES ('h', $1, 'life-in-danger', $2, 'a', $3, $4, $5)";

        await Refuses("UPDATE report_cases SET held_until = 9999999999999 WHERE id = $1", id);
        await Refuses(hold, id, 181, now, "b", now);
        await Refuses(hold, id, 90, now, "a", now);
        await Refuses(hold, id, 90, now, "b", now + (8L * 86_400_000)); // agreed to in a year that is not yet here
        await Held(dara, chanthy, id, 90);
        await Refuses("UPDATE report_cases SET held_until = held_until + 1 WHERE id = $1", id);
        await Refuses("UPDATE report_cases SET held_until = NULL WHERE id = $1", id);
        await Refuses("UPDATE report_cases SET held_until = 1 WHERE id = $1", id);
        await Refuses("UPDATE report_holds SET days = 180 WHERE case_id = $1", id);
        await Refuses("UPDATE report_holds SET confirmed_at = confirmed_at + 1 WHERE case_id = $1", id);
        await Holds.End(chanthy, id, Cancel);
        await Refuses("UPDATE report_cases SET held_until = held_until - 1 WHERE id = $1", id);
        await Refuses("UPDATE report_holds SET ended_by = NULL, ended_at = NULL WHERE case_id = $1", id);
    }

    private async Task Refuses(string sql, params object[] values) => await Assert.ThrowsAnyAsync<Exception>(() => world.Write(session => session[sql].Run(values)));

    private async Task Held(string first, string second, string id, int days)
    {
        Assert.Null((await Holds.Begin(first, id, "life-in-danger", days, Cancel)).Why);
        var hold = (await Holds.List(first, id, Cancel)).First(one => one.Waits(world.Time.GetUtcNow())).Id;
        Assert.Null((await Holds.Confirm(second, id, hold, Cancel)).Why);
    }

    private static DateTimeOffset Whole(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());

    private async Task<(string Dara, string Chanthy, string Case)> Closed()
    {
        var (dara, chanthy) = (await world.Dara(), await world.SignIn("Chanthy", StaffRole.Supervisor));
        var id = await world.Report();
        await world.Cases.Take(dara, id, Cancel);
        Assert.Null((await world.Cases.Close(dara, id, "helped", Cancel)).Why);
        return (dara, chanthy, id);
    }
}
