using ChatSupport.EndToEnd.Staff;
using ChatSupport.EndToEnd.Telegram;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Desk;

/// <summary>A desk on which something stands on every page: a chat with danger in which the supervisor wrote and showed a picture, a line held, a misuse reported, a worker who waits.</summary>
public sealed class DeskWithChats : IAsyncLifetime
{
    internal Cast Cast { get; private set; } = null!;

    /// <summary>The supervisor.</summary>
    internal StaffDesk Dara => Cast.Dara;

    public async ValueTask InitializeAsync()
    {
        Cast = await Cast.Gather();
        var (bopha, sreymom) = (Cast.Bopha, Cast.Sreymom);
        await bopha.Presses("Talk to a person", "Are you in danger right now?");
        await bopha.Presses("🔴 Yes", "thinking of dying");
        await bopha.Presses("🟢 No", "under 18");
        await bopha.Presses("🟢 No", "We are calling a helper");
        var head = await Evening.Takes(sreymom);
        bopha.Worker.Sends("he has locked the door and I do not know what he will do when he comes back");
        await Evening.Sees(sreymom, "he has locked the door");
        sreymom.Sends("I am with you. Is there another way out of the room?", head.Topic);
        await Evening.Sees(bopha.Worker, "Is there another way out");
        await bopha.Types($"my sister has {Cast.Number}", "To protect you, numbers");
        sreymom.Presses("Report misuse");
        await Evening.Sees(sreymom, "What happened?");
        sreymom.Sends("Somebody else wrote on her phone for a while", head.Topic);
        await Evening.Sees(sreymom, "A supervisor will look at it");
        await Joins();
        await WritesAndShows();
        await AnotherWaits();
    }

    public ValueTask DisposeAsync() => Cast.DisposeAsync();

    private async Task Joins()
    {
        await Dara.Opens("/console/desk", "Desk");
        await Dara.Page.Locator("#open").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Dara.Page.GetByRole(AriaRole.Button, new() { Name = "Join it" }).ClickAsync();
        await Expect(Dara.Page.Locator("#open")).ToContainTextAsync("joined by");
    }

    private async Task WritesAndShows()
    {
        await Dara.Opens("/console/desk/mine", "My chats");
        var chat = Dara.Page.Locator("[data-chat]");
        await chat.Locator("textarea").FillAsync("I am here as well");
        await chat.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Evening.Sees(Cast.Bopha.Worker, "I am here as well");
        await StaffDesk.Chooses(Dara.Page, new() { Name = "way.jpg", MimeType = "image/jpeg", Buffer = await AWholeEvening.Picture(Dara.Page, "#374") });
        await Cast.Bopha.Worker.WaitFor(screen => screen.Any(message => message is { FromBot: true, Kind: "photo" }), TimeSpan.FromMinutes(1), "the picture is there");
    }

    private async Task AnotherWaits()
    {
        var other = new Talk(Cast.Api.Worker("km"));
        await other.Types("/start", "តើអ្នកយល់ព្រមទេ?");
        await other.Presses("យល់ព្រម ចាប់ផ្តើម", "តើអ្នកចង់ដឹងអំពីអ្វី?");
        await other.Presses("សិទ្ធិរបស់ខ្ញុំ", "តើ");
        await other.Presses("និយាយជាមួយមនុស្ស", "ឥឡូវនេះ អ្នកមានគ្រោះថ្នាក់ទេ?");
        foreach (var next in new[] { "តើអ្នកកំពុងគិតចង់ស្លាប់", "តើអ្នកអាយុក្រោម ១៨", "យើងកំពុងហៅអ្នកជួយ" })
            await other.Presses("🟢 ទេ", next);
    }
}
