using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Staff.Roles;
using static ChatSupport.Tests.Content.Drafts.DraftHost;

namespace ChatSupport.Tests.Content.Drafts;

public sealed class WhatWaitsToBeRead
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_each_language_until_somebody_else_signs_it_and_again_once_it_changes()
    {
        await using var host = await DraftHost.Start();
        var (dara, srey) = (await host.Editor("Dara"), await host.SignIn("Srey", StaffRole.Reviewer));
        Assert.Contains("km", await Waiting(host, srey));

        await host.Book.Review(srey, Hours, "km", await Version(host), Cancel);
        Assert.DoesNotContain("km", await Waiting(host, srey));

        await host.Rewrite(dara, "ផ្លាស់ប្តូរ", language: "km");
        Assert.Contains("km", await Waiting(host, srey));
    }

    [Fact]
    public async Task Is_a_claim_until_a_second_person_compared_it_with_its_source_and_again_after_half_a_year()
    {
        await using var host = await DraftHost.Start();
        var (dara, srey) = (await host.Editor("Dara"), await host.SignIn("Srey", StaffRole.Editor, StaffRole.Reviewer));
        Assert.Contains(Reviews.Claim, await Waiting(host, srey));

        Assert.IsType<EditOutcome.Kept>(await host.Book.ReviewClaim(srey, Hours, await Version(host), Cancel));

        Assert.DoesNotContain(Reviews.Claim, await Waiting(host, srey));
        var signed = host.Book.Signatures(srey, (await host.Look()).Find(Hours)!)[Reviews.Claim];
        Assert.Equal((host.IdOf(srey), host.Store.Time.GetUtcNow()), (signed.Who, signed.At));
        await host.Rewrite(dara, "at most 9 hours");
        Assert.Contains(Reviews.Claim, await Waiting(host, srey));
        Assert.IsType<EditOutcome.Refused>(await host.Book.ReviewClaim(await host.SignIn("Nobody's", StaffRole.Reviewer), "home.yaml", 0, Cancel));
        Assert.IsType<EditOutcome.Kept>(await host.Book.ReviewClaim(srey, Hours, await Version(host), Cancel));

        host.Store.Time.Advance(TimeSpan.FromDays(ReviewBook.MostDays + 1));
        Assert.Contains(Reviews.Claim, await Waiting(host, await host.Editor("Later")));
    }

    [Fact]
    public async Task Whoever_wrote_a_claim_does_not_confirm_it_also_after_it_was_published()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.SignIn("Dara", StaffRole.Editor, StaffRole.Reviewer);
        await host.Rewrite(dara, "New: at most 8 hours a day or 48 hours a week");

        Assert.IsType<EditOutcome.Refused>(await host.Book.ReviewClaim(dara, Hours, await Version(host), Cancel));
        Assert.NotNull((await host.Publish(dara)).Number);
        Assert.IsType<EditOutcome.Refused>(await host.Book.ReviewClaim(dara, Hours, await Version(host), Cancel));
    }

    [Fact]
    public async Task Another_source_undoes_the_confirmation()
    {
        await using var host = await DraftHost.Start();
        var (dara, srey) = (await host.Editor("Dara"), await host.SignIn("Srey", StaffRole.Reviewer));
        await host.Book.ReviewClaim(srey, Hours, await Version(host), Cancel);

        await host.Book.Build(dara, Hours, await Version(host), [new DialogEdit.SetSource("Another page", null, new DateOnly(2026, 11, 24))], Cancel);

        Assert.Contains(Reviews.Claim, await Waiting(host, srey));
    }

    private static async Task<int> Version(DraftHost host) => (await host.Look()).VersionOf(Hours);

    private static async Task<IReadOnlyList<string>> Waiting(DraftHost host, string session) =>
        [.. (await host.Get<ReviewBook>().Waiting(session, "en")).Where(line => line.Dialog == "rights/hours").Select(line => line.What)];
}
