using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

[Collection(SharedConsole.Name)]
public sealed class ComingAndGoing(OneConsole console)
{
    private const string Neutral = "That does not match, or there were too many tries.";

    [Fact]
    public async Task A_person_joins_by_password_signs_out_and_comes_back_by_it_and_by_a_passkey()
    {
        var (dara, app) = await console.Member("Dara", "Editor");
        await using var desk = dara;
        await desk.SignsOut();
        await desk.SignsIn("dara", app.WrongCode());
        await Expect(desk.Page.GetByText(Neutral)).ToBeVisibleAsync();
        await desk.Shows("sign-in-refused");
        await desk.SignsIn("Nobody at all", app.Code());
        await Expect(desk.Page.GetByText(Neutral)).ToBeVisibleAsync();
        await desk.SignsIn("dara", app.Code());
        await desk.IsHome();

        await desk.Opens("/console/account", "Dara");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey of this device" }).ClickAsync();
        await Expect(desk.Page.Locator(".lines li")).ToHaveCountAsync(1);
        await desk.Shows("account");
        await desk.SignsOut();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await desk.IsHome();

        await desk.Opens("/console/account", "Dara"); // she keeps the password, so the passkey may go
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Remove Passkey of " }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(desk.Page.GetByText("You have none yet.")).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
        desk.AskedNobodyElse();
    }

    [Fact]
    public async Task A_second_passkey_is_added_on_another_device_and_opens_the_console_by_itself()
    {
        var link = await console.Sokha.Invites("Kunthea", "Editor");
        await using var desk = await console.World.NewDesk();
        await desk.JoinsByPasskey(link);
        await desk.TakesADevice();
        await desk.Opens("/console/account", "Kunthea");
        await Expect(desk.Page.Locator(".lines li")).ToHaveCountAsync(1);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey of this device" }).ClickAsync();
        await Expect(desk.Page.Locator(".lines li")).ToHaveCountAsync(2);

        await desk.SignsOut();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await desk.IsHome();
        await desk.TakesADevice();
        await desk.SignsOut();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(desk.Page.GetByText("The passkey was not used.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_session_is_ended_from_another_device_and_its_page_goes_away_by_itself()
    {
        var (phone, app) = await console.Member("Bopha", "Reviewer");
        await using var first = phone;
        await using var second = await console.World.NewDesk();
        await second.SignsIn("Bopha", app.Code());
        await second.IsHome();
        await second.Opens("/console/account", "Bopha");
        await Expect(second.Page.GetByText("(this one)")).ToHaveCountAsync(1);

        await second.Page.Locator("tr", new() { HasText = "Chrome" }).Filter(new() { HasNotText = "(this one)" }).GetByRole(AriaRole.Button, new() { Name = "Sign out there" }).ClickAsync();

        await first.IsAtSignIn();
        await Expect(second.Page.Locator("tr", new() { HasText = "Chrome" })).ToHaveCountAsync(1);
        await first.Goes("/console/account");
        await first.IsAtSignIn();
    }

    [Fact]
    public async Task A_link_opened_again_or_in_Khmer_still_works_until_it_is_used()
    {
        var link = await console.Sokha.Invites("Chan", "Manager");
        await using var desk = await console.World.NewDesk();
        await desk.Page.GotoAsync(link);
        await Expect(desk.Page.Locator("[data-offer]")).ToBeVisibleAsync();
        Assert.DoesNotContain('#', desk.Page.Url);

        await desk.Page.GetByText("ខ្មែរ").ClickAsync();
        await Expect(desk.Title).ToHaveTextAsync("សូមស្វាគមន៍");
        await Expect(desk.Page.Locator("[data-known] strong")).ToHaveTextAsync("Chan");
        await desk.Shows("join-khmer");
        await desk.Page.ReloadAsync();
        await desk.Page.Locator("[data-with=passkey]").ClickAsync();
        await desk.Page.WaitForURLAsync("**/console");
        await Expect(desk.Title).ToHaveTextAsync("អ្វីដែលត្រូវការអ្នកឥឡូវនេះ");
        await desk.Shows("home-khmer");
        Assert.Equal("km", await desk.Page.Locator("html").GetAttributeAsync("lang"));

        await desk.Goes("/console/account");
        await Expect(desk.Page.GetByText("អ្នកគ្រប់គ្រង").First).ToBeVisibleAsync();
        await desk.Page.GetByText("English").ClickAsync();
        await Expect(desk.Page.GetByText("Where you are signed in")).ToBeVisibleAsync(); // on the page where she was
    }
}
