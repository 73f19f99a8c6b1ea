using System.Net;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Staff.Shell;

/// <summary>What a cookie is worth.</summary>
public sealed class SignedIn(ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_cookie_is_new_at_each_sign_in_and_a_former_one_is_worth_nothing_then()
    {
        using var dara = await console.Member("Dara", StaffRole.Editor);
        var first = dara.Cookie("console")!;
        using (await dara.SignsIn("Dara", dara.App.Code()))
        { }
        var second = dara.Cookie("console")!;

        Assert.NotEqual(first, second);
        Assert.True(await dara.IsIn());
        Assert.False(await With(first).IsIn()); // what she had before was ended by it
        Assert.Single(console.Get<Sessions>().Of(console.Get<AccountRows>().FindByName("Dara")!.Id));
    }

    [Fact]
    public async Task A_cookie_that_somebody_planted_does_not_become_hers()
    {
        using var attacker = await console.Member("Planter", StaffRole.Editor);
        var planted = attacker.Cookie("console")!;
        using var victim = await console.Member("Victim", StaffRole.Manager);
        var code = victim.App.Code();
        using var herBrowser = With(planted);

        using var answer = await herBrowser.SignsIn("Victim", code);

        Assert.Equal("/console", answer.Headers.Location?.AbsolutePath());
        Assert.NotEqual(planted, herBrowser.Cookie("console"));
        Assert.False(await With(planted).IsIn());
        Assert.Equal(HttpStatusCode.OK, (await herBrowser.Get("/console/audit/export")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_of_the_cookie_also_where_it_was_copied()
    {
        using var dara = await console.Member("Copied", StaffRole.Editor);
        using var copy = With(dara.Cookie("console")!);
        Assert.True(await copy.IsIn());

        using (await dara.Submit("/console/sign-out"))
        { }

        Assert.Null(dara.Cookie("console"));
        Assert.False(await copy.IsIn());
        using var circuit = await copy.Post("/_blazor/negotiate?negotiateVersion=1");
        Assert.Equal("/console/sign-in", circuit.Headers.Location?.AbsolutePath());
    }

    [Fact]
    public async Task The_export_is_for_those_who_may_read_the_log()
    {
        using var editor = await console.Member("An editor", StaffRole.Editor, StaffRole.Reviewer, StaffRole.CaseWorker, StaffRole.Supervisor, StaffRole.SavingsOfficer);
        using var refused = await editor.Get("/console/audit/export");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("no role for this", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        using var manager = await console.Member("A manager", StaffRole.Manager);
        using var table = await manager.Get("/console/audit/export?act=staff.");
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (table.StatusCode, table.Content.Headers.ContentType?.MediaType));
        Assert.Contains("staff.join", await table.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_made_up_or_changed_cookie_is_nobodys()
    {
        using var dara = await console.Member("Changed", StaffRole.Editor);
        var cookie = dara.Cookie("console")!;

        foreach (var wrong in new[] { "x", cookie[..^3], cookie[..40] + (cookie[40] == 'A' ? 'B' : 'A') + cookie[41..], new string('A', 3000) })
            Assert.False(await With(wrong).IsIn());
        Assert.True(await With(cookie).IsIn());
    }

    [Fact]
    public async Task A_path_that_is_none_leads_to_the_page_that_says_so()
    {
        using var dara = await console.Member("Lost", StaffRole.Editor);

        using var answer = await dara.Get("/console/no/such/page");

        Assert.Equal("/console/nothing-here", answer.Headers.Location?.AbsolutePath());
        Assert.Contains("_framework/blazor.web", await dara.Text("/console/nothing-here"), StringComparison.Ordinal);
    }

    private ConsoleCaller With(string cookie)
    {
        var caller = console.Caller();
        caller.Cookies.Add(new Cookie("console", cookie, "/", console.Site.Host));
        return caller;
    }
}
