using ChatSupport.Reports.Work;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Reports.Work;

/// <summary>Tasks of a case, who it is about, what leaves the console, and that a supervisor saw it.</summary>
public sealed class WhatIsToBeDone : IAsyncDisposable
{
    private readonly CaseWorld world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TaskBook Tasks => world.Get<TaskBook>();

    private ExportBook Exports => world.Get<ExportBook>();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Tasks_are_listed_by_day_counted_in_the_list_and_recorded()
    {
        var (dara, id) = await Taken();
        var (soon, later) = (world.Time.GetUtcNow().AddDays(1), world.Time.GetUtcNow().AddDays(9));

        Assert.Null((await Tasks.Add(dara, id, "health", later, Cancel)).Why);
        Assert.Null((await Tasks.Add(dara, id, "call", soon, Cancel)).Why);
        Assert.Equal(CaseRefusal.NoTask, (await Tasks.Add(dara, id, "ring Sopheap at 012", soon, Cancel)).Why); // never words of hers
        Assert.Equal(CaseRefusal.DayIsPast, (await Tasks.Add(dara, id, "call", soon.AddDays(-9), Cancel)).Why);
        Assert.Equal(CaseRefusal.TooFar, (await Tasks.Add(dara, id, "call", soon.AddYears(2), Cancel)).Why);
        Assert.Equal((2, Whole(soon)), (world.Cases.List(dara).Single().Tasks, world.Cases.List(dara).Single().TaskDueAt));

        var first = (await Tasks.List(dara, id, Cancel))[0];
        Assert.Equal("call", first.Kind);
        Assert.Null((await Tasks.Finish(dara, id, first.Id, Cancel)).Why);
        Assert.Equal(CaseRefusal.NotNow, (await Tasks.Finish(dara, id, first.Id, Cancel)).Why);
        Assert.Equal((1, Whole(later)), (world.Cases.List(dara).Single().Tasks, world.Cases.List(dara).Single().TaskDueAt));
        Assert.Equal(world.AccountOf(dara), (await Tasks.List(dara, id, Cancel))[1].DoneBy);
        Assert.Null((await Tasks.Undo(dara, id, first.Id, Cancel)).Why);
        Assert.Equal((2, 1, 1), (Acts("report.task"), Acts("report.task-done"), Acts("report.task-undone")));
    }

    [Fact]
    public async Task A_list_that_nobody_can_look_over_is_not_made()
    {
        var (dara, id) = await Taken();
        for (var one = 0; one < TaskBook.MostOpen; one++)
            Assert.Null((await Tasks.Add(dara, id, "call", world.Time.GetUtcNow(), Cancel)).Why);

        Assert.Equal(CaseRefusal.TooManyTasks, (await Tasks.Add(dara, id, "call", world.Time.GetUtcNow(), Cancel)).Why);
    }

    [Fact]
    public async Task Who_it_is_about_is_not_among_what_is_opened_and_that_somebody_looked_is_recorded()
    {
        var (dara, id) = await Taken();
        Assert.Null((await world.Sealed.WriteWho(dara, world.FromABrowser(id, ChatSupport.Reports.Sealing.Purpose.Identity, "Sopheap, 012"), Cancel)).Why);

        Assert.DoesNotContain((await world.Sealed.Open(dara, id, Cancel)).Case!.Items, item => item.Purpose == "identity");
        Assert.Empty(world.Audit("report.identity"));
        Assert.Equal("identity", Assert.Single((await world.Sealed.Who(dara, id, Cancel))!).Purpose);
        Assert.Single(world.Audit("report.identity"));
        Assert.Null(await world.Sealed.Who(await world.SignIn("Sopheap", StaffRole.CaseWorker), id, Cancel));
        Assert.Single(world.Audit("report.identity"));
    }

    [Fact]
    public async Task An_export_is_recorded_with_what_it_is_for_and_one_for_a_helper_rests_on_what_she_said_yes_to()
    {
        var (dara, id) = await Taken();
        await world.Sealed.WriteWho(dara, world.FromABrowser(id, ChatSupport.Reports.Sealing.Purpose.Identity, "Sopheap"), Cancel);
        await world.Sealed.Write(dara, world.FromABrowser(id, ChatSupport.Reports.Sealing.Purpose.Note, "of the staff"), Cancel);

        Assert.Equal(CaseRefusal.NoPurpose, (await Exports.Export(dara, id, new ExportAsked("fun", "key", false), Cancel)).Why);
        Assert.Equal(CaseRefusal.NoPurpose, (await Exports.Export(dara, id, new ExportAsked("her-copy", "plain", false), Cancel)).Why);
        Assert.Equal(CaseRefusal.NoReferral, (await Exports.Export(dara, id, new ExportAsked(ExportBook.ForHelper, "key", false), Cancel)).Why);
        Assert.Empty(world.Audit("report.export-case"));
        await world.Referrals.Consent(dara, id, "health", byCaregiver: false, 30, Cancel);
        await world.Cases.Assess(dara, id, Cancel);
        await world.Referrals.Tell(dara, id, "health", Cancel);

        Assert.DoesNotContain((await Exports.Export(dara, id, new ExportAsked(ExportBook.ForHelper, "key", false), Cancel)).Export!.Items, item => item.Purpose == "identity");
        Assert.Contains((await Exports.Export(dara, id, new ExportAsked("her-copy", "words", true), Cancel)).Export!.Items, item => item.Purpose == "identity");
        Assert.DoesNotContain((await Exports.Export(dara, id, new ExportAsked("her-copy", "words", false), Cancel)).Export!.Items, item => item.Purpose == "note"); // she never sees them
        Assert.Contains((await Exports.Export(dara, id, new ExportAsked(ExportBook.ForColleague, "key", false), Cancel)).Export!.Items, item => item.Purpose == "note");
        Assert.Equal(["helper to key", "her-copy to words with identity", "her-copy to words", "colleague to key"], world.Audit("report.export-case").Select(entry => entry.Detail));
        Assert.Equal("export", Assert.Single(world.Audit("report.identity")).Detail);
    }

    [Fact]
    public async Task Printing_is_recorded_before_anything_is_on_paper()
    {
        var (dara, id) = await Taken();

        Assert.Equal("Dara", (await Exports.Print(dara, id, Cancel))!.By);
        Assert.Equal(id, Assert.Single(world.Audit("report.print")).Subject);
        Assert.Null(await Exports.Print(await world.SignIn("Sopheap", StaffRole.CaseWorker), id, Cancel));
    }

    [Fact]
    public async Task A_case_about_a_child_waits_until_a_supervisor_saw_it_and_a_case_worker_alone_is_not_enough()
    {
        var (dara, chanthy) = (await world.Dara(), await world.SignIn("Chanthy", StaffRole.Supervisor));
        var id = await world.Report(isChild: true);
        await world.Cases.Take(dara, id, Cancel);
        Assert.True(world.Cases.List(dara).Single().WaitsForSupervisor);
        await world.Sealed.Open(dara, id, Cancel);
        Assert.True(world.Cases.List(chanthy).Single().WaitsForSupervisor);

        Assert.Null((await world.Cases.See(chanthy, id, Cancel)).Why);

        Assert.False(world.Cases.List(dara).Single().WaitsForSupervisor);
        Assert.Equal(CaseRefusal.NotNow, (await world.Cases.See(chanthy, id, Cancel)).Why);
        Assert.Equal((world.AccountOf(chanthy), id), world.Audit("report.seen").Select(entry => (entry.Who, entry.Subject)).Single());
    }

    [Fact]
    public async Task Supervisors_are_called_anew_where_it_turns_out_to_be_about_a_child_or_a_life_but_not_by_one_who_says_it_herself()
    {
        var (dara, chanthy) = (await world.Dara(), await world.SignIn("Chanthy", StaffRole.Supervisor));
        var id = await world.Report();
        await world.Cases.Take(dara, id, Cancel);
        Assert.False(world.Cases.List(dara).Single().WaitsForSupervisor);

        await world.Cases.FlagChild(dara, id, Cancel);
        Assert.True(world.Cases.List(dara).Single().WaitsForSupervisor);
        await world.Cases.Know(chanthy, id, Cancel); // who knows somebody in it did not see it
        Assert.True(world.Cases.List(dara).Single().WaitsForSupervisor);
        var other = await world.SignIn("Bopha", StaffRole.Supervisor);
        await world.Cases.SetRisk(other, id, 0, Cancel);
        Assert.False(world.Cases.List(dara).Single().WaitsForSupervisor);
    }

    private int Acts(string act) => world.Audit(act).Count(entry => entry.Act == act);

    private static DateTimeOffset Whole(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());

    private async Task<(string Dara, string Case)> Taken()
    {
        var dara = await world.Dara();
        var id = await world.Report();
        await world.Cases.Take(dara, id, Cancel);
        return (dara, id);
    }
}
