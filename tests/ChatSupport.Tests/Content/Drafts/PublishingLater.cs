using ChatSupport.Content;
using ChatSupport.Content.Drafts;
using ChatSupport.Staff.Shell;
using ChatSupport.Tests.Conversations;
using Microsoft.Extensions.Logging.Abstractions;
using static ChatSupport.Tests.Content.Drafts.DraftHost;

namespace ChatSupport.Tests.Content.Drafts;

public sealed class PublishingLater
{
    private const string Good = "at most 8 hours a day or 48 hours a week";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Happens_at_its_time_in_the_name_of_who_planned_it()
    {
        await using var host = await DraftHost.Start();
        var (dara, srey) = (await host.Editor("Dara"), await host.Editor("Srey"));
        await host.Rewrite(dara, $"New: {Good}");
        var due = In(host, minutes: 20);

        Assert.Null(await Plan(host, srey, due, "  With the campaign "));
        await host.Get<Publications>().RunDue(Cancel);
        Assert.Equal(1, host.Get<LiveRevision>().Number);
        host.Store.Time.Advance(TimeSpan.FromMinutes(20));
        await host.Get<Publications>().RunDue(Cancel);

        Assert.Equal(2, host.Get<LiveRevision>().Number);
        Assert.Equal((host.IdOf(srey), "With the campaign"), host.Publishing.History(dara)[0] is var live ? (live.PublishedBy, live.Why) : default);
        Assert.Equal("Published as revision 2.", Assert.Single(host.Get<Publications>().All(dara)).Outcome);
        Assert.Single(host.Audit("content.publish-later"));
        Assert.Contains($"New: {Good}", host.InFolder(Hours), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_taken_up_by_the_running_clock()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, $"New: {Good}");
        Assert.Null(await Plan(host, dara, In(host, minutes: 20)));
        using var clock = new PublicationClock(host.Get<Publications>(), host.Store.Time, NullLogger<PublicationClock>.Instance);
        await clock.StartAsync(Cancel);

        await host.Store.Until(() => host.Get<LiveRevision>().Number == 2, "the planned drafts are live", PublicationClock.Every);
        await clock.StopAsync(Cancel);

        Assert.True(host.Store.Time.GetUtcNow() >= Some.Night.AddMinutes(20));
    }

    [Fact]
    public async Task Leaves_out_drafts_that_were_begun_since()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, $"New: {Good}");
        Assert.Null(await Plan(host, dara, In(host, minutes: 20)));
        await host.Rewrite(dara, "Not looked at yet", Pay);

        await RunAfter(host, minutes: 20);

        Assert.Equal(2, host.Get<LiveRevision>().Number);
        Assert.Equal([Pay], (await host.Look()).Drafts.Keys);
        Assert.DoesNotContain("Not looked at yet", host.InFolder(Pay), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishes_nothing_where_a_planned_draft_changed_since()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, $"New: {Good}");
        Assert.Null(await Plan(host, dara, In(host, minutes: 20)));
        await host.Rewrite(dara, $"Newer: {Good}");

        await RunAfter(host, minutes: 20);

        Assert.Equal(1, host.Get<LiveRevision>().Number);
        Assert.Contains($"changed since it was planned: {Hours}", Assert.Single(host.Get<Publications>().All(dara)).Outcome, StringComparison.Ordinal);
        Assert.Single((await host.Look()).Drafts);
    }

    [Fact]
    public async Task Publishes_nothing_where_somebody_published_other_content_of_it()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, $"New: {Good}");
        Assert.Null(await Plan(host, dara, In(host, minutes: 20)));
        host.Write(Hours, host.InFolder(Hours).Replace("Working hours", "Hours of work", StringComparison.Ordinal));
        await host.PublishOutside();

        await RunAfter(host, minutes: 20);

        Assert.Equal(2, host.Get<LiveRevision>().Number);
        Assert.Contains("published other content", Assert.Single(host.Get<Publications>().All(dara)).Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishes_nothing_for_who_was_stopped_meanwhile()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, $"New: {Good}");
        Assert.Null(await Plan(host, dara, In(host, minutes: 20)));
        var id = host.IdOf(dara);
        await host.Store.Writer.Write(session => session["UPDATE staff SET is_stopped = 1 WHERE id = $1"].Run(id), Cancel);

        await RunAfter(host, minutes: 20);

        Assert.Equal(1, host.Get<LiveRevision>().Number);
        Assert.Contains("may not publish any more", Assert.Single(host.Get<PublicationRows>().Ended(5)).Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_be_called_off_once()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, $"New: {Good}");
        Assert.Null(await Plan(host, dara, In(host, minutes: 20)));
        var number = Assert.Single(host.Get<Publications>().All(dara)).Number;

        Assert.True(await host.Get<Publications>().CallOff(dara, number, Cancel));
        Assert.False(await host.Get<Publications>().CallOff(dara, number, Cancel));
        await RunAfter(host, minutes: 20);

        Assert.Equal(1, host.Get<LiveRevision>().Number);
    }

    [Fact]
    public async Task One_that_cannot_be_published_does_not_keep_the_next_waiting()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, $"New: {Good}");
        Assert.Null(await Plan(host, dara, In(host, minutes: 10)));
        await host.Store.Writer.Write(session => session["UPDATE publications SET drafts = 'no list of drafts'"].Run(), Cancel);
        Assert.Null(await Plan(host, dara, In(host, minutes: 11)));

        await RunAfter(host, minutes: 20);

        Assert.Equal(2, host.Get<LiveRevision>().Number);
        Assert.Contains(host.Get<Publications>().All(dara), row => row.Outcome!.Contains("the program failed with FormatException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_refused_for_the_past_for_next_year_without_a_why_and_with_errors()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, $"New: {Good}");

        Assert.StartsWith("The time must lie ahead", await Plan(host, dara, In(host, minutes: 0)), StringComparison.Ordinal);
        Assert.StartsWith("The time must lie ahead", await Plan(host, dara, In(host, minutes: 100 * 24 * 60)), StringComparison.Ordinal);
        Assert.StartsWith("Say in a few words why", await Plan(host, dara, In(host, minutes: 20), " "), StringComparison.Ordinal);
        await host.Rewrite(dara, "Nothing of what its talk expects");
        Assert.StartsWith("There are errors or failing", await Plan(host, dara, In(host, minutes: 20)), StringComparison.Ordinal);
        Assert.Empty(host.Get<Publications>().All(dara));
    }

    private static DateTime In(DraftHost host, double minutes) => host.Store.Time.GetUtcNow().AddMinutes(minutes).ToOffset(Tongue.Ahead).DateTime;

    private static async Task<string?> Plan(DraftHost host, string session, DateTime at, string why = "Because") =>
        await host.Get<Publications>().Plan(session, await host.Publishing.Plan(session), at, why, Cancel);

    private static async Task RunAfter(DraftHost host, double minutes)
    {
        host.Store.Time.Advance(TimeSpan.FromMinutes(minutes));
        await host.Get<Publications>().RunDue(Cancel);
    }
}
