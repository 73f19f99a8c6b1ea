using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;
using static ChatSupport.Tests.Content.Drafts.DraftHost;

namespace ChatSupport.Tests.Content.Drafts;

public sealed class TakingADialogAway
{
    private const string New = "rights/night-work";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_nothing_leads_to_goes_with_its_talks_and_comes_back_by_a_roll_back()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await Published(host, dara);
        host.Write($"{New}.talk", "talk: it opens\nstarts: rights/night-work\n");

        Assert.IsType<EditOutcome.Kept>(await Remove(host, dara, New));
        Assert.Null((await host.Look()).Find($"{New}.yaml"));
        Assert.Contains((await host.Look()).Difference.Screens, change => change.Screen.Dialog == New && change.Kind == ChangeKind.Gone);
        var answer = await host.Publish(dara);

        Assert.NotNull(answer.Number);
        Assert.False(File.Exists(Path.Combine(host.Dialogs, $"{New}.yaml")));
        Assert.Single(host.Audit("content.remove"));
        var back = await host.Publishing.RollBack(dara, 2, "", Cancel);
        Assert.NotNull(back.Number);
        Assert.True(File.Exists(Path.Combine(host.Dialogs, $"{New}.yaml")));
    }

    [Fact]
    public async Task One_that_others_lead_to_is_an_error_until_they_lead_elsewhere()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");

        Assert.IsType<EditOutcome.Kept>(await Remove(host, dara, "rights/hours"));

        Assert.Contains((await host.Look()).Reading.Issues, issue => issue.Severity == Severity.Error && issue.Message.Contains("rights/hours", StringComparison.Ordinal));
        Assert.StartsWith("There are errors", (await host.Publish(dara)).Why, StringComparison.Ordinal);
        Assert.Equal(["rights/hours.talk", Hours], (await host.Look()).Drafts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Throwing_the_draft_away_keeps_it()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await Remove(host, dara, "rights/hours");

        foreach (var draft in (await host.Look()).Drafts.Values)
            Assert.IsType<EditOutcome.Kept>(await host.Book.Drop(dara, draft.Path, draft.Version, Cancel));

        Assert.NotNull((await host.Look()).Find(Hours));
        Assert.True((await host.Look()).Reading.IsGood);
    }

    [Fact]
    public async Task A_new_one_that_was_never_published_leaves_nothing()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Book.NewDialog(dara, New, "យប់", "Night work", Cancel);

        Assert.IsType<EditOutcome.Kept>(await Remove(host, dara, New));

        Assert.Empty((await host.Look()).Drafts);
    }

    [Fact]
    public async Task Nobody_takes_away_what_she_has_not_seen()
    {
        await using var host = await DraftHost.Start();
        var (dara, srey) = (await host.Editor("Dara"), await host.Editor("Srey"));
        var seen = (await host.Look()).VersionOf(Hours);
        await host.Rewrite(srey, "Something else");

        Assert.IsType<EditOutcome.Overtaken>(await host.Get<Removals>().Remove(dara, "rights/hours", seen, Cancel));
        Assert.IsType<EditOutcome.Refused>(await host.Get<Removals>().Remove(dara, "../../etc/passwd", 0, Cancel));

        Assert.NotNull((await host.Look()).Find(Hours));
    }

    private static async Task<EditOutcome> Remove(DraftHost host, string session, string dialog) =>
        await host.Get<Removals>().Remove(session, dialog, (await host.Look()).VersionOf($"{dialog}.yaml"), Cancel);

    /// <summary>A dialog that only words lead to.</summary>
    private static async Task Published(DraftHost host, string session)
    {
        await host.Book.NewDialog(session, New, "ធ្វើការពេលយប់", "Night work", Cancel);
        await host.Book.Build(session, $"{New}.yaml", (await host.Look()).VersionOf($"{New}.yaml"),
            [new DialogEdit.SetKeywords("en", ["night work"]), new DialogEdit.SetKeywords("km", ["ធ្វើការពេលយប់"]), new DialogEdit.SetSource("Labour Law 1997", null, new DateOnly(2026, 11, 24))], Cancel);
        Assert.NotNull((await host.Publish(session)).Number);
    }
}
