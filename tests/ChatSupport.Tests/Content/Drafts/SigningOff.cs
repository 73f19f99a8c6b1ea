using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Staff.Roles;
using static ChatSupport.Tests.Content.Drafts.DraftHost;

namespace ChatSupport.Tests.Content.Drafts;

public sealed class SigningOff
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_wrote_a_language_cannot_sign_it_even_after_somebody_else_touched_the_file()
    {
        await using var host = await DraftHost.Start();
        var (both, editor) = (await host.SignIn("Both", StaffRole.Editor, StaffRole.Reviewer), await host.Editor("Dara"));
        await host.Rewrite(both, "My own words");
        Assert.IsType<EditOutcome.Refused>(await Review(host, both, "en"));
        await host.Book.Build(editor, Hours, (await host.Look()).VersionOf(Hours), [new DialogEdit.MoveChoice("start", 0, 1)], Cancel);

        Assert.IsType<EditOutcome.Refused>(await Review(host, both, "en"));
        Assert.IsType<EditOutcome.Kept>(await Review(host, both, "km")); // of which she wrote nothing
    }

    [Fact]
    public async Task Who_wrote_a_language_cannot_sign_it_after_it_was_published_either_until_another_did()
    {
        await using var host = await DraftHost.Start();
        var (both, reviewer) = (await host.SignIn("Both", StaffRole.Editor, StaffRole.Reviewer), await host.SignIn("Vanna", StaffRole.Reviewer));
        await host.Rewrite(both, "My own words: at most 8 hours a day or 48 hours a week.");
        Assert.NotNull((await host.Publish(both)).Number);

        Assert.IsType<EditOutcome.Refused>(await Review(host, both, "en"));
        Assert.IsType<EditOutcome.Kept>(await Review(host, reviewer, "en"));
    }

    [Fact]
    public async Task A_reviewer_signs_one_language_after_the_other_and_name_and_day_stand_there()
    {
        await using var host = await DraftHost.Start();
        var (dara, vanna) = (await host.Editor("Dara"), await host.SignIn("Vanna", StaffRole.Reviewer));
        await host.Rewrite(dara, "New words");

        Assert.IsType<EditOutcome.Kept>(await Review(host, vanna, "en"));
        Assert.IsType<EditOutcome.Kept>(await Review(host, vanna, "km"));

        var workspace = await host.Look();
        Assert.Equal(ReviewStatus.Reviewed, workspace.Reading.Found!.Dialogs["rights/hours"].Status["en"]);
        var signed = host.Book.Signatures(dara, workspace.Find(Hours)!);
        Assert.Equal([new Review(host.IdOf(vanna), host.Store.Time.GetUtcNow())], signed.Values.Distinct());
        Assert.Equal(["en", "km"], signed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([host.IdOf(vanna), host.IdOf(vanna)], host.Audit("content.review").Select(entry => entry.Who));
    }

    [Fact]
    public async Task A_text_that_changes_is_not_reviewed_any_more_in_its_language_alone()
    {
        await using var host = await DraftHost.Start();
        var (dara, vanna) = (await host.Editor("Dara"), await host.SignIn("Vanna", StaffRole.Reviewer));
        await Review(host, vanna, "en");
        await Review(host, vanna, "km");

        await host.Rewrite(dara, "Other words");

        var workspace = await host.Look();
        var status = workspace.Reading.Found!.Dialogs["rights/hours"].Status;
        Assert.Equal((ReviewStatus.Draft, ReviewStatus.Reviewed), (status["en"], status["km"]));
        Assert.Equal("km", Assert.Single(host.Book.Signatures(dara, workspace.Find(Hours)!)).Key);
    }

    [Fact]
    public async Task A_choice_that_comes_goes_or_leads_elsewhere_takes_the_signatures_as_well()
    {
        await using var host = await DraftHost.Start();
        var (dara, vanna) = (await host.Editor("Dara"), await host.SignIn("Vanna", StaffRole.Reviewer));
        DialogEdit[] edits =
        [
            new DialogEdit.AddChoice("start", 0, new Dictionary<string, string> { ["km"] = "ថ្មី", ["en"] = "New" }, "home"),
            new DialogEdit.SetTarget("start", 0, "help"),
            new DialogEdit.RemoveChoice("start", 0),
        ];
        foreach (var edit in edits)
        {
            await Review(host, vanna, "km");
            Assert.IsType<EditOutcome.Kept>(await host.Book.Build(dara, Hours, (await host.Look()).VersionOf(Hours), [edit], Cancel));
            Assert.Equal(ReviewStatus.Draft, (await host.Look()).Reading.Found!.Dialogs["rights/hours"].Status["km"]);
        }
    }

    [Fact]
    public async Task What_changed_since_she_read_it_cannot_be_signed()
    {
        await using var host = await DraftHost.Start();
        var (dara, vanna) = (await host.Editor("Dara"), await host.SignIn("Vanna", StaffRole.Reviewer));
        var seen = (await host.Look()).VersionOf(Hours);
        await host.Rewrite(dara, "Other words");

        Assert.Equal(host.IdOf(dara), Assert.IsType<EditOutcome.Overtaken>(await host.Book.Review(vanna, Hours, "en", seen, Cancel)).By);
        Assert.Empty(host.Audit("content.review"));
    }

    private static async Task<EditOutcome> Review(DraftHost host, string session, string language) =>
        await host.Book.Review(session, Hours, language, (await host.Look()).VersionOf(Hours), Cancel);
}
