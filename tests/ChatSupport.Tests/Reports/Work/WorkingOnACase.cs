using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Reports.Work;

public sealed class WorkingOnACase : IAsyncDisposable
{
    private const string NoSuchCase = "0123456789abcdef0123456789abcdef";

    private readonly CaseWorld world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Of_two_who_take_it_at_once_one_has_it_and_the_other_does_not_see_it_any_more()
    {
        var (dara, sopheap, chanthy) = (await world.Dara(), await world.SignIn("Sopheap", StaffRole.CaseWorker), await world.SignIn("Chanthy", StaffRole.Supervisor));
        var id = await world.Report();
        Assert.Equal((id, true, false), world.Cases.List(dara).Select(line => (line.Id, line.MayTake, line.MayOpen)).Single());

        var answers = await Task.WhenAll(world.Cases.Take(dara, id, Cancel), world.Cases.Take(sopheap, id, Cancel));

        Assert.Equal([null, CaseRefusal.AlreadyTaken], answers.Select(answer => answer.Why).Order());
        var (winner, loser) = answers[0].Why is null ? (dara, sopheap) : (sopheap, dara);
        Assert.Equal((CaseState.InAssessment, true, true), world.Cases.List(winner).Select(line => (line.State, line.IsMine, line.MayOpen)).Single());
        Assert.Empty(world.Cases.List(loser));
        Assert.True(world.Cases.List(chanthy).Single().MayOpen);
    }

    [Fact]
    public async Task Her_key_opens_what_was_said_and_that_she_asked_stands_in_the_log()
    {
        var dara = await world.Dara();
        var id = await world.Report("គេឃុំខ្ញុំ");
        await world.Cases.Take(dara, id, Cancel);

        var (why, opened) = await world.Sealed.Open(dara, id, Cancel);

        Assert.Null(why);
        Assert.Equal(["case-key", "thread-key"], opened!.Grants.Select(grant => grant.Purpose));
        var ofCase = Guid.ParseExact(id, "n");
        var grant = opened.Grants[0];
        using var key = NewKey.Open(new KeyGrant(Guid.ParseExact(grant.Row, "n"), "dara", 1, grant.File), Purpose.CaseKey, ofCase, 1, world.DaraKey);
        var item = opened.Items.Single();
        Assert.Equal("""{"question":"what","text":"គេឃុំខ្ញុំ"}"""u8, SealedFile.Open(item.File, new SealedPlace(Purpose.Answer, ofCase, Guid.ParseExact(item.Row, "n"), 1), key));
        Assert.Equal((world.AccountOf(dara), id), world.Audit("report.open").Select(entry => (entry.Who, entry.Subject)).Single());
    }

    [Fact]
    public async Task Anothers_case_and_one_that_is_not_there_are_the_same_answer_and_both_are_recorded()
    {
        var (dara, sopheap) = (await world.Dara(), await world.SignIn("Sopheap", StaffRole.CaseWorker));
        var id = await world.Report();
        await world.Cases.Take(sopheap, id, Cancel);

        foreach (var one in new[] { id, NoSuchCase, "' OR 1=1", "", null })
        {
            Assert.Equal((CaseRefusal.NotThere, null), await world.Sealed.Open(dara, one, Cancel));
            Assert.Null(await world.Sealed.File(dara, one, NoSuchCase, Cancel));
            Assert.Equal(CaseRefusal.NotThere, (await world.Cases.Close(dara, one, "helped", Cancel)).Why);
        }

        Assert.Equal(15, world.Audit(CaseGate.Denied).Count);
        Assert.Empty(world.Audit("report.open"));
    }

    [Fact]
    public async Task A_file_is_given_only_with_its_own_case()
    {
        var dara = await world.Dara();
        var (one, other) = (await world.Report(), await world.Report());
        await world.Cases.Take(dara, one, Cancel);
        await world.Cases.Take(dara, other, Cancel);
        var row = Guid.NewGuid();
        await world.Write(session =>
        {
            CaseRows.Add(session, new SealedPlace(Purpose.Attachment, Guid.ParseExact(one, "n"), row, 1), "what", [1, 2, 3], world.Time.GetUtcNow());
            return true;
        });

        Assert.Equal([1, 2, 3], await world.Sealed.File(dara, one, row.ToString("n"), Cancel));
        Assert.Null(await world.Sealed.File(dara, other, row.ToString("n"), Cancel));
        Assert.Equal([row.ToString("n")], (await world.Sealed.Open(dara, one, Cancel)).Case!.Attachments.Select(file => file.Row));
    }

    [Fact]
    public async Task Notes_and_answers_are_kept_as_they_were_sealed_and_nothing_else_is_taken()
    {
        var dara = await world.Dara();
        var id = await world.Report();
        await world.Cases.Take(dara, id, Cancel);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        var (note, answer) = (world.FromABrowser(id, Purpose.Note, "x"), world.FromABrowser(id, Purpose.Message, "សួស្តី"));

        Assert.Null((await world.Sealed.Write(dara, note, Cancel)).Why);
        Assert.Null((await world.Sealed.Reply(dara, answer, Cancel)).Why);
        Assert.Equal(CaseRefusal.TwiceSent, (await world.Sealed.Reply(dara, answer, Cancel)).Why);
        Assert.Equal(CaseRefusal.NotSealed, (await world.Sealed.Write(dara, note with { Row = Guid.NewGuid().ToString("n"), File = "in clear"u8.ToArray() }, Cancel)).Why);
        Assert.Equal(CaseRefusal.NotSealed, (await world.Sealed.Write(dara, note with { Row = Guid.NewGuid().ToString("n"), File = note.File[..^1] }, Cancel)).Why);
        Assert.Equal(CaseRefusal.NotSealed, (await world.Sealed.Write(dara, note with { Row = "../x" }, Cancel)).Why);
        Assert.Equal(CaseRefusal.NotSealed, (await world.Sealed.Write(dara, note with { Row = Guid.NewGuid().ToString("n"), Epoch = 9 }, Cancel)).Why);

        var items = (await world.Sealed.Open(dara, id, Cancel)).Case!.Items;
        Assert.Equal(["answer", "note", "message"], items.Select(item => item.Purpose));
        Assert.Equal([note.File, answer.File], items.Where(item => item.IsOurs).Select(item => item.File));
    }

    [Fact]
    public async Task A_closed_case_leads_to_no_chat_any_more_and_can_be_opened_again()
    {
        var dara = await world.Dara();
        var id = await world.Report();
        await world.Cases.Take(dara, id, Cancel);
        await world.Write(session => session["INSERT INTO report_routes (case_id, owner, route, consented_at, words, expires_at) VALUES ($1, 'x', $2, 0, 1, 9)"].Run(id, new byte[] { 1 }));

        Assert.Equal(CaseRefusal.NoReason, (await world.Cases.Close(dara, id, "because", Cancel)).Why);
        Assert.Null((await world.Cases.Close(dara, id, "helped", Cancel)).Why);

        Assert.Equal(0, world.Count("report_routes"));
        Assert.Equal((CaseState.Closed, world.Time.GetUtcNow().ToUnixTimeMilliseconds()), world.Cases.List(dara).Select(line => (line.State, line.ClosedAt!.Value.ToUnixTimeMilliseconds())).Single());
        Assert.Equal(CaseRefusal.NotNow, (await world.Sealed.Write(dara, world.FromABrowser(id, Purpose.Note, "x"), Cancel)).Why);
        Assert.Null((await world.Cases.Reopen(dara, id, Cancel)).Why);
        Assert.Equal((CaseState.Reopened, true), world.Cases.List(dara).Select(line => (line.State, line.MayTake)).Single());
    }

    [Fact]
    public async Task Who_knows_somebody_in_it_sees_it_no_more_also_as_a_supervisor()
    {
        var (dara, chanthy) = (await world.Dara(), await world.SignIn("Chanthy", StaffRole.Supervisor));
        var id = await world.Report();
        await world.Cases.Take(dara, id, Cancel);

        Assert.Null((await world.Cases.Know(dara, id, Cancel)).Why);
        Assert.Null((await world.Cases.Know(chanthy, id, Cancel)).Why);

        Assert.Empty(world.Cases.List(dara));
        Assert.Empty(world.Cases.List(chanthy));
        Assert.Equal(CaseRefusal.NotThere, (await world.Sealed.Open(dara, id, Cancel)).Why);
        var director = await world.SignIn("Bopha", StaffRole.Supervisor);
        Assert.Null(world.Cases.List(director).Single().Owner);
        Assert.Equal(CaseRefusal.NoSuchPerson, (await world.Cases.Assign(director, id, world.AccountOf(dara), Cancel)).Why);
    }

    [Fact]
    public async Task A_supervisor_gives_it_to_another_who_goes_on_where_it_stands()
    {
        var (dara, sopheap, chanthy) = (await world.Dara(), await world.SignIn("Sopheap", StaffRole.CaseWorker), await world.SignIn("Chanthy", StaffRole.Supervisor));
        var id = await world.Report();
        await world.Cases.Take(dara, id, Cancel);
        await world.Cases.Assess(dara, id, Cancel);
        await world.Cases.SetRisk(dara, id, 0, Cancel);
        await world.Cases.FollowUp(dara, id, world.Time.GetUtcNow().AddDays(2), Cancel);

        Assert.Null((await world.Cases.Assign(chanthy, id, world.AccountOf(sopheap), Cancel)).Why);

        Assert.Empty(world.Cases.List(dara));
        Assert.Equal((CaseState.InProgress, 0, true), world.Cases.List(sopheap).Select(line => (line.State, line.Risk, line.FollowUpAt is not null)).Single());
        Assert.Equal(CaseRefusal.DayIsPast, (await world.Cases.FollowUp(sopheap, id, world.Time.GetUtcNow().AddDays(-2), Cancel)).Why);
        Assert.Equal(CaseRefusal.NoSuchRisk, (await world.Cases.SetRisk(sopheap, id, 4, Cancel)).Why);
    }

    [Fact]
    public async Task List_search_and_export_show_the_same_of_a_case()
    {
        var (dara, sopheap, chanthy) = (await world.Dara(), await world.SignIn("Sopheap", StaffRole.CaseWorker), await world.SignIn("Chanthy", StaffRole.Supervisor));
        var (one, two) = (await world.Report(risk: 2), await world.Report(risk: 1, isChild: true));
        await world.Cases.Take(dara, one, Cancel);

        Assert.Equal([two, one], world.Cases.List(chanthy).Select(line => line.Id)); // the more dangerous first
        Assert.Equal(world.Cases.List(chanthy), await world.Cases.Export(chanthy, "", Cancel));
        Assert.Equal([one], world.Cases.List(chanthy, Case.CodeOf(one)).Select(line => line.Id));
        Assert.Equal([two], world.Cases.List(sopheap).Select(line => line.Id));
        Assert.Empty(world.Cases.List(sopheap, Case.CodeOf(one)));
        Assert.Equal((null, 0, null), world.Cases.List(sopheap).Select(line => (line.Owner, line.Unseen, line.LastAt)).Single());
        Assert.Single(world.Audit("report.export"));
    }
}
