using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Reports.Work;

public sealed class WhatOnePersonCannotDo : IAsyncDisposable
{
    private readonly CaseWorld world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task That_it_is_not_about_a_child_two_say_and_one_of_them_is_a_supervisor()
    {
        var (dara, chanthy, id) = await Begun(isChild: true);
        await world.Decisions.Begin(dara, id, DecisionBook.NotAChild, "", "of-age", Cancel);
        var decision = (await world.Decisions.List(dara, id, Cancel)).Single().Id;

        Assert.Equal(CaseRefusal.SamePerson, (await world.Decisions.Confirm(dara, id, decision, Cancel)).Why);
        Assert.True(world.Cases.List(dara).Single().IsChild);
        Assert.Null((await world.Decisions.Confirm(chanthy, id, decision, Cancel)).Why);
        Assert.False(world.Cases.List(dara).Single().IsChild);

        await world.Cases.FlagChild(dara, id, Cancel); // flagged anew, the old decision counts no more
        await Assert.ThrowsAnyAsync<Exception>(() => world.Write(session => session["UPDATE report_cases SET is_child = 0 WHERE id = $1"].Run(id)));
    }

    [Fact]
    public async Task The_database_itself_refuses_one_person()
    {
        var (dara, _, id) = await Begun(isChild: true);
        await world.Decisions.Begin(dara, id, DecisionBook.NotAChild, "", "mistaken", Cancel);

        await Assert.ThrowsAnyAsync<Exception>(() => world.Write(session => session["UPDATE report_cases SET is_child = 0 WHERE id = $1"].Run(id)));
        await Assert.ThrowsAnyAsync<Exception>(() => world.Write(session => session["UPDATE report_decisions SET confirmed_by = begun_by, confirmed_at = 1"].Run()));
        await Assert.ThrowsAnyAsync<Exception>(() => world.Write(session =>
            session["INSERT INTO report_referrals (id, case_id, recipient, state, consent, decision, made_by, at) VALUES ('x', $1, 'police', 'in-progress', 'none', NULL, 'x', 1)"].Run(id)));
        Assert.True(world.Cases.List(dara).Single().IsChild);
    }

    [Fact]
    public async Task Nobody_outside_is_told_without_her_yes_to_exactly_that()
    {
        var (dara, _, id) = await Begun();

        Assert.Equal(CaseRefusal.NoConsent, (await world.Referrals.Tell(dara, id, "health", Cancel)).Why);
        Assert.Null((await world.Referrals.Consent(dara, id, "health", byCaregiver: false, 30, Cancel)).Why);
        Assert.Equal(CaseRefusal.NoConsent, (await world.Referrals.Tell(dara, id, "police", Cancel)).Why);
        Assert.Null((await world.Referrals.Tell(dara, id, "health", Cancel)).Why);
        Assert.Equal(CaseState.Referred, world.Cases.List(dara).Single().State);

        var told = (await world.Referrals.List(dara, id, Cancel)).Referrals.Single();
        Assert.Equal(CaseRefusal.NotNow, (await world.Referrals.Mark(dara, id, told.Id, "in-progress", "done", Cancel)).Why);
        Assert.Null((await world.Referrals.Mark(dara, id, told.Id, "in-progress", "accepted", Cancel)).Why);
        var yes = (await world.Referrals.List(dara, id, Cancel)).Consents.Single();
        Assert.Null((await world.Referrals.Withdraw(dara, id, yes.Id, Cancel)).Why);
        Assert.Equal("revoked", (await world.Referrals.List(dara, id, Cancel)).Referrals.Single().State);
        Assert.Equal(CaseRefusal.NoConsent, (await world.Referrals.Tell(dara, id, "health", Cancel)).Why);
        Assert.Equal(CaseRefusal.NotNow, (await world.Referrals.Mark(dara, id, told.Id, "accepted", "done", Cancel)).Why);
    }

    [Fact]
    public async Task A_yes_ends_by_itself()
    {
        var (dara, _, id) = await Begun();
        await world.Referrals.Consent(dara, id, "legal", byCaregiver: false, 1, Cancel);
        Assert.Equal(CaseRefusal.NotNow, (await world.Referrals.Consent(dara, id, "legal", byCaregiver: true, 1, Cancel)).Why); // a caregiver speaks for a child alone

        await world.Write(session => session["UPDATE report_consents SET recorded_by = recorded_by"].Run());
        await world.Write(session =>
        {
            Assert.ThrowsAny<Exception>(() => session["UPDATE report_consents SET expires_at = expires_at + 1"].Run());
            return true;
        });
        world.Time.Advance(TimeSpan.FromDays(1));
        var again = await world.SignIn("Sopheap", StaffRole.Supervisor); // Dara's session ended meanwhile

        Assert.Equal(CaseRefusal.NoConsent, (await world.Referrals.Tell(again, id, "legal", Cancel)).Why);
    }

    [Fact]
    public async Task For_a_life_two_decide_and_the_second_is_another()
    {
        var (dara, chanthy, id) = await Begun();
        Assert.Equal(CaseRefusal.NotNow, (await world.Decisions.Begin(dara, id, DecisionBook.TellForChild, "police", "child-in-danger", Cancel)).Why);
        Assert.Null((await world.Decisions.Begin(dara, id, DecisionBook.TellForLife, "police", "life-in-danger", Cancel)).Why);
        var decision = (await world.Decisions.List(dara, id, Cancel)).Single().Id;
        Assert.Equal(CaseRefusal.NoConsent, (await world.Referrals.Tell(dara, id, "police", Cancel)).Why);

        Assert.Null((await world.Decisions.Confirm(chanthy, id, decision, Cancel)).Why);

        Assert.Equal(CaseRefusal.NoConsent, (await world.Referrals.Tell(dara, id, "employer", Cancel)).Why);
        Assert.Null((await world.Referrals.Tell(dara, id, "police", Cancel)).Why);
        Assert.True((await world.Referrals.List(dara, id, Cancel)).Referrals.Single().WasDecided);
        Assert.Single(world.Audit("report.override"));
    }

    [Fact]
    public async Task With_a_case_goes_everything_that_was_planned_and_decided_about_it()
    {
        var (dara, chanthy, id) = await Begun(isChild: true);
        await world.Referrals.Consent(dara, id, "health", byCaregiver: true, 30, Cancel);
        await world.Referrals.Tell(dara, id, "health", Cancel);
        await world.Decisions.Begin(dara, id, DecisionBook.NotAChild, "", "mistaken", Cancel);
        await world.Cases.FollowUp(dara, id, world.Time.GetUtcNow().AddDays(1), Cancel);
        await world.Cases.Know(chanthy, id, Cancel);

        await world.Write(session =>
        {
            CaseRows.Destroy(session, id, world.Time.GetUtcNow());
            return true;
        });

        Assert.All(new[] { "report_work", "report_conflicts", "report_consents", "report_referrals", "report_decisions", "report_cases" }, table => Assert.Equal(0, world.Count(table)));
    }

    private async Task<(string Dara, string Chanthy, string Id)> Begun(bool isChild = false)
    {
        var (dara, chanthy) = (await world.Dara(), await world.SignIn("Chanthy", StaffRole.Supervisor));
        var id = await world.Report(isChild: isChild);
        await world.Cases.Take(dara, id, Cancel);
        await world.Cases.Assess(dara, id, Cancel);
        return (dara, chanthy, id);
    }
}
