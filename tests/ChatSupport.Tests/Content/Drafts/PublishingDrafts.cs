using ChatSupport.Content;
using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Staff.Roles;
using static ChatSupport.Tests.Content.Drafts.DraftHost;

namespace ChatSupport.Tests.Content.Drafts;

public sealed class PublishingDrafts
{
    private const string Good = "at most 8 hours a day or 48 hours a week";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Makes_them_live_records_who_and_why_and_takes_the_drafts_away_in_one()
    {
        await using var host = await DraftHost.Start();
        var (dara, srey) = (await host.Editor("Dara"), await host.Editor("Srey"));
        await host.Rewrite(dara, $"New: {Good}");
        await host.Rewrite(dara, "Wages anew", Pay);

        var answer = await host.Publish(srey, "  Clearer words ");

        Assert.Equal((2L, null), (answer.Number, answer.Why));
        Assert.Empty(answer.LeftInFolder!);
        Assert.Empty((await host.Look()).Drafts);
        Assert.Equal($"New: {Good}", await host.Text(Hours, Says));
        Assert.Equal((2L, host.IdOf(srey), "Clearer words"), host.Publishing.History(srey)[0] is var live ? (live.Number, live.PublishedBy, live.Why) : default);
        Assert.Equal((host.IdOf(srey), "revision 2"), Assert.Single(host.Audit("content.publish")) is var note ? (note.Who, note.Subject) : default);
        Assert.Equal([(host.IdOf(dara), Hours), (host.IdOf(dara), Pay)], host.Audit("content.wrote").Select(entry => (entry.Who, entry.Subject)));
        Assert.Equal(2, host.Get<LiveRevision>().Number);
        Assert.Contains("Wages anew", host.InFolder(Pay), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t ")]
    public async Task Needs_a_why_and_drafts(string why)
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");

        Assert.StartsWith("There are no drafts", (await host.Publish(dara)).Why, StringComparison.Ordinal);
        await host.Rewrite(dara, $"New: {Good}");
        Assert.StartsWith("Say in a few words why", (await host.Publish(dara, why)).Why, StringComparison.Ordinal);

        Assert.Equal(1, host.Get<RevisionRows>().LiveNumber());
    }

    [Fact]
    public async Task A_draft_that_changed_since_it_was_seen_is_not_published()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, $"New: {Good}");
        var plan = await host.Publishing.Plan(dara);
        await host.Rewrite(dara, $"Unseen: {Good}");

        Assert.StartsWith("The drafts changed since you looked", (await host.Publishing.Publish(dara, plan, "Because", Cancel)).Why, StringComparison.Ordinal);
        Assert.Equal(1, host.Get<RevisionRows>().LiveNumber());
        Assert.Equal($"Unseen: {Good}", await host.Text(Hours, Says));
    }

    [Fact]
    public async Task A_draft_that_changes_at_the_very_moment_is_neither_lost_nor_published_unseen()
    {
        await using var host = await DraftHost.Start();
        var (dara, srey) = (await host.Editor("Dara"), await host.Editor("Srey"));
        await host.Rewrite(dara, $"New 0: {Good}");
        for (var round = 1; round <= 4; round++)
        {
            var plan = await host.Publishing.Plan(srey);
            var publishing = host.Publishing.Publish(srey, plan, "Because", Cancel);
            var edit = await host.Rewrite(dara, $"New {round}: {Good}");
            var answer = await publishing;

            Assert.IsType<EditOutcome.Kept>(edit);
            Assert.Equal($"New {round}: {Good}", await host.Text(Hours, Says));
            Assert.Empty((await host.Look()).Outdated);
            if (answer.Number is { } number) // then exactly what was seen
                Assert.Equal(plan.Workspace.Reading.Fingerprint, host.Publishing.History(srey).Single(one => one.Number == number).Fingerprint);
        }
    }

    [Fact]
    public async Task What_was_published_outside_is_never_taken_back_by_a_draft_that_began_before()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, $"New: {Good}");
        var stale = await host.Publishing.Plan(dara);
        host.Write(Hours, host.InFolder(Hours).Replace("The labour law says:", "The law of labour says:", StringComparison.Ordinal));
        await host.PublishOutside();

        Assert.NotNull((await host.Publishing.Publish(dara, stale, "Because", Cancel)).Why);
        var plan = await host.Publishing.Plan(dara);
        Assert.Equal([Hours], plan.Outdated);
        Assert.Contains(Hours, (await host.Publishing.Publish(dara, plan, "Because", Cancel)).Why, StringComparison.Ordinal);
        Assert.Equal(2, host.Get<RevisionRows>().LiveNumber());

        Assert.IsType<EditOutcome.Kept>(await host.Book.KeepOver(dara, Hours, (await host.Look()).VersionOf(Hours), Cancel)); // she saw it and decides
        Assert.Equal(3, (await host.Publish(dara)).Number);
    }

    [Fact]
    public async Task The_same_change_made_outside_bars_nobody()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, $"New: {Good}");
        await host.Rewrite(dara, "Wages anew", Pay);
        host.Write(Hours, await host.TextOf(Hours));
        await host.PublishOutside();

        Assert.Equal(3, (await host.Publish(dara)).Number);
    }

    [Fact]
    public async Task Where_two_are_needed_nobody_who_changed_anything_publishes_whoever_touched_it_last()
    {
        await using var host = await DraftHost.Start(("ChatSupport:Content:TwoToPublish", "true"));
        var (dara, srey, vanna) = (await host.Editor("Dara"), await host.Editor("Srey"), await host.SignIn("Vanna", StaffRole.Reviewer));
        await host.Rewrite(dara, $"New: {Good}");
        await host.SetText(srey, SaysToday, await host.Text(Hours, SaysToday), (await host.Text(Hours, SaysToday))!.Replace("alone", "alone.", StringComparison.Ordinal));

        Assert.Contains("two people are needed", (await host.Publish(dara)).Why, StringComparison.Ordinal);
        Assert.Contains("two people are needed", (await host.Publish(srey)).Why, StringComparison.Ordinal);
        await host.Book.Review(vanna, Hours, "en", (await host.Look()).VersionOf(Hours), Cancel); // signing off is not changing
        Assert.Equal((2L, null), await host.Publish(vanna) is var answer ? (answer.Number, answer.Why) : default);
    }

    [Fact]
    public async Task Where_two_are_needed_nobody_alone_brings_to_workers_again_what_was_taken_back()
    {
        await using var host = await DraftHost.Start(("ChatSupport:Content:TwoToPublish", "true"));
        var (dara, vanna) = (await host.Editor("Dara"), await host.SignIn("Vanna", StaffRole.Reviewer));
        await host.Rewrite(dara, $"New: {Good}");
        await host.Publish(vanna);
        Assert.Equal(3L, (await host.Publishing.RollBack(vanna, 1, "", Cancel)).Number); // back is always open

        Assert.Contains("two people are needed", (await host.Publishing.RollBack(dara, 2, "", Cancel)).Why, StringComparison.Ordinal);

        Assert.Equal(3, host.Get<RevisionRows>().LiveNumber());
    }

    [Fact]
    public async Task Errors_and_failing_talks_stop_it_and_the_drafts_stay()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, "The eight is gone");

        var plan = await host.Publishing.Plan(dara);
        Assert.Contains(plan.Failures, failure => failure.Mark.File == "rights/hours.talk");
        Assert.StartsWith("Conversation tests fail", (await host.Publish(dara)).Why, StringComparison.Ordinal);

        await host.Rewrite(dara, $"New: {Good}");
        await host.Book.Build(dara, Hours, (await host.Look()).VersionOf(Hours), [new DialogEdit.SetTarget("start", 0, "nowhere")], Cancel);
        Assert.StartsWith("There are errors", (await host.Publish(dara)).Why, StringComparison.Ordinal);
        Assert.Single((await host.Look()).Drafts);
        Assert.Equal(1, host.Get<RevisionRows>().LiveNumber());
        Assert.Empty(host.Audit("content.publish"));
    }

    [Fact]
    public async Task Bringing_back_keeps_drafts_is_recorded_and_follows_into_the_folder()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var first = host.InFolder(Hours);
        await host.Rewrite(dara, $"New: {Good}");
        await host.Publish(dara);
        await host.Rewrite(dara, "Wages anew", Pay);

        var answer = await host.Publishing.RollBack(dara, 1, "It was better", Cancel);

        Assert.Equal(3, answer.Number);
        Assert.Equal(first, host.InFolder(Hours));
        Assert.Equal([Pay], (await host.Look()).Drafts.Keys);
        Assert.Equal((3L, 1L, "It was better"), host.Publishing.History(dara)[0] is var live ? (live.Number, live.Restores!.Value, live.Why) : default);
        Assert.Equal("revision 1", Assert.Single(host.Audit("content.roll-back")).Subject);
        Assert.NotNull((await host.Publishing.RollBack(dara, 99, "", Cancel)).Why);
        Assert.NotNull((await host.Publishing.RollBack(dara, 1, "", Cancel)).Why); // it is live already
        Assert.Equal(4, (await host.Publish(dara)).Number);
    }

    [Fact]
    public async Task Nothing_half_is_left_where_the_audit_log_cannot_take_the_entry()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, $"New: {Good}");
        await host.Store.Writer.Write(session => session["CREATE TRIGGER no_more BEFORE INSERT ON audit_entries WHEN NEW.act = 'content.publish' BEGIN SELECT RAISE(ABORT, 'no'); END"].Run(), Cancel);

        await Assert.ThrowsAnyAsync<Exception>(() => host.Publish(dara));

        Assert.Equal(1, host.Get<RevisionRows>().LiveNumber());
        Assert.Single((await host.Look()).Drafts);
        Assert.Empty(host.Audit("content.wrote"));
        Assert.Equal(1, host.Get<LiveRevision>().Number);
    }

    [Fact]
    public async Task Many_who_publish_and_bring_back_at_once_leave_the_folder_as_what_is_live()
    {
        await using var host = await DraftHost.Start();
        var sessions = await Task.WhenAll(Enumerable.Range(0, 3).Select(n => host.Editor($"Editor {n}")));

        await Task.WhenAll(sessions.Select((session, n) => Task.Run(async () =>
        {
            for (var round = 0; round < 3; round++)
            {
                await host.Rewrite(session, $"By {n} in {round}: {Good}");
                await host.Publish(session);
                await host.Publishing.RollBack(session, 1, "", Cancel);
            }
        }, Cancel)));

        var workspace = await host.Look();
        Assert.Empty(host.Get<FolderCopy>().Own(workspace.Published));
        Assert.Equal(workspace.Live, host.Get<LiveRevision>().Number);
    }

    [Fact]
    public async Task The_difference_says_everything_that_a_worker_meets_in_another_way()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, $"New: {Good}");
        await host.Book.SetText(dara, Pay, new TextPlace(TextKind.Title), "en", await host.Text(Pay, new TextPlace(TextKind.Title)), "Another title", Cancel);
        await host.Book.Build(dara, Hours, (await host.Look()).VersionOf(Hours), [
            new DialogEdit.AddScreen("more", new Dictionary<string, string> { ["km"] = "ទៀត", ["en"] = "More" }), new DialogEdit.SetTarget("start", 0, "more"), new DialogEdit.RemoveScreen("today")], Cancel);

        var changes = (await host.Publishing.Plan(dara)).Difference.Screens.ToDictionary(change => change.Screen.ToString());

        Assert.Equal(ChangeKind.New, changes["rights/hours#more"].Kind);
        Assert.Equal(ChangeKind.Gone, changes["rights/hours#today"].Kind);
        Assert.Contains(new LineChange(null, $"en: New: {Good}"), changes["rights/hours"].Lines);
        Assert.Contains(changes["rights/hours"].Lines, line => line.After?.EndsWith("What I can do today → rights/hours#more", StringComparison.Ordinal) == true);
        Assert.Equal([new LineChange("title, en: Unpaid wages", null), new LineChange(null, "title, en: Another title")],
            changes["rights/wages"].Lines.Select(line => line.Before is null ? line : line with { Before = "title, en: Unpaid wages" }));
        Assert.Equal(4, changes.Count);
    }
}
