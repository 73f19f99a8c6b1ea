using System.Text;
using System.Text.RegularExpressions;
using ChatSupport.EndToEnd.Staff;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Savings;

/// <summary>Two savings officers, each in her own browser: from the paper books of a new group to the figures, and nothing that one of them could do alone.</summary>
public sealed partial class TheOfficersMonth
{
    private const int Members = 6;

    private static readonly (string Path, string English, string Khmer)[] pages =
    [
        ("savings", "Savings", "ប្រាក់សន្សំ"), ("savings/openings", "Opening balances", "សមតុល្យដើម"), ("savings/withdrawals", "Withdrawals", "ការដកប្រាក់"), ("savings/cash", "Cash", "សាច់ប្រាក់"),
        ("savings/meetings", "Meetings", "ការប្រជុំ"), ("savings/phones", "Members' phones", "ទូរសព្ទសមាជិក"), ("savings/disputes", "Lines called wrong", "បន្ទាត់ដែលថាខុស"),
        ("savings/corrections", "Second look", "មើលជាលើកទីពីរ"), ("savings/books", "Paper books", "សៀវភៅក្រដាស"), ("savings/figures", "Figures of the savings", "តួលេខប្រាក់សន្សំ"),
    ];

    [Fact]
    public async Task From_paper_books_to_figures_by_two_people_and_usable_for_everybody()
    {
        await using var world = await ConsoleWorld.Start();
        await using var sokha = await world.Administrator();
        var links = (await sokha.Invites("Dara", "Savings officer"), await sokha.Invites("Chanthy", "Savings officer"));
        await using var dara = await world.NewDesk();
        await using var chanthy = await world.NewDesk();
        await Task.WhenAll(dara.JoinsByPassword(links.Item1), chanthy.JoinsByPassword(links.Item2));

        await FoundsAGroup(dara);
        await ReadsTheBooks(dara, chanthy);
        await FillsTheSafe(dara, chanthy);
        await PaysOut(dara, chanthy);
        await Corrects(dara, chanthy);
        await ChecksBooks(dara);
        await TakesAlong(dara);

        await IsUsable(dara, "en", ColorScheme.Light, 1200);
        await IsUsable(dara, "km", ColorScheme.Dark, 360);
        Assert.Empty(dara.Complaints);
        Assert.Empty(chanthy.Complaints);
        dara.AskedNobodyElse();
    }

    private static async Task FoundsAGroup(StaffDesk dara)
    {
        var page = dara.Page;
        await dara.Opens("/console/savings", "Savings");
        await page.Locator("#new-group").FillAsync("Lotus");
        await Presses(page, "Add the group");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show Lotus" }).ClickAsync();
        for (var book = 1; book <= Members; book++)
        {
            await page.Locator("#new-book").FillAsync($"{book}");
            await page.Locator("#new-nickname").FillAsync($"ផ្កា {book}");
            await Presses(page, "Add the member");
            await Expect(page.Locator("#members")).ToContainTextAsync($"ផ្កា {book}");
            await Expect(page.Locator("#new-book")).ToHaveValueAsync("");
        }
        await page.Locator("#new-book").FillAsync("០០៦");
        await page.Locator("#new-nickname").FillAsync("Other");
        await Presses(page, "Add the member");
        await Expect(page.GetByText("Somebody of the group has a book with this number.")).ToBeVisibleAsync();
    }

    private static async Task ReadsTheBooks(StaffDesk dara, StaffDesk chanthy)
    {
        await Keys(dara, "12350", "Kept. It becomes a balance");
        await Keys(chanthy, "12850", "It differs from what somebody else keyed");
        await Expect(chanthy.Page.Locator("#openings tbody tr")).Not.ToContainTextAsync("12,350"); // what the other one read is hers alone
        await Keys(chanthy, "១២៣៥០", "Both of you read the same");
        await Expect(chanthy.Page.Locator("#openings tbody tr")).ToContainTextAsync("No book waits");

        var page = dara.Page;
        await Chooses(dara, "group,book,riel,dollars\nLotus,2,12.350,\nRose,3,5000,\n");
        await Expect(page.Locator("#problems tbody tr")).ToHaveCountAsync(2);
        await dara.Shows("openings-refused");
        await Chooses(dara, "group,book,riel,dollars\n" + string.Concat(Enumerable.Range(2, Members - 1).Select(book => $"Lotus,{book},{book}0000,\n")));
        await Presses(page, "Keep the sheet");
        await Expect(page.GetByText("The sheet is kept.")).ToBeVisibleAsync();
        await chanthy.Opens("/console/savings/openings", "Opening balances");
        var sheet = chanthy.Page.Locator(".sheet");
        await sheet.Locator("input").Nth(0).FillAsync("200000");
        await sheet.Locator("input").Nth(1).FillAsync("0");
        await Presses(chanthy.Page, "Enter the sheet");
        await Expect(chanthy.Page.GetByText("all balances of the sheet are entered")).ToBeVisibleAsync();
    }

    private static async Task FillsTheSafe(StaffDesk dara, StaffDesk chanthy)
    {
        await dara.Opens("/console/savings/cash", "Cash");
        await dara.Selects("What happened", "Cash counted at the opening");
        await dara.Selects("It lies where", "The safe");
        await dara.Page.Locator("#cash-text").FillAsync("212300");
        await Presses(dara.Page, "Give it to a second person");
        await Expect(dara.Page.GetByText("Somebody else looks at it and confirms.")).ToBeVisibleAsync();
        await chanthy.Goes("/console");
        await chanthy.Page.GetByRole(AriaRole.Link, new() { Name = "One entry waits for a second person" }).ClickAsync();
        await Presses(chanthy.Page, "Confirm it");
        await Expect(chanthy.Page.GetByText("Confirmed and entered.")).ToBeVisibleAsync();
    }

    private static async Task PaysOut(StaffDesk dara, StaffDesk chanthy)
    {
        await dara.Opens("/console/savings/withdrawals", "Withdrawals");
        await dara.Selects("Group", "Lotus");
        await dara.Page.Locator("#withdrawal-book").FillAsync("2");
        await dara.Page.Locator("#withdrawal-text").FillAsync("5000");
        await Presses(dara.Page, "Ask for it");
        await Expect(dara.Page.Locator("#withdrawals")).ToContainTextAsync("Somebody else approves it"); // she has no button for it
        await Expect(dara.Page.GetByRole(AriaRole.Button, new() { Name = "Approve 2" })).ToHaveCountAsync(0);

        await chanthy.Opens("/console/savings/withdrawals", "Withdrawals");
        await TabsTo(chanthy.Page, "#withdrawals button:has-text('Approve')"); // as one does who has no mouse
        await chanthy.Page.Keyboard.PressAsync("Enter");
        await Expect(chanthy.Page.Locator("#withdrawals")).ToContainTextAsync("Somebody else pays it");
        await chanthy.Shows("withdrawals");

        await dara.Opens("/console/savings/withdrawals", "Withdrawals");
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Pay from the safe 2" }).ClickAsync();
        await Expect(dara.Page.GetByText("Paid and entered.")).ToBeVisibleAsync();
    }

    private static async Task Corrects(StaffDesk dara, StaffDesk chanthy)
    {
        await dara.Opens("/console/savings/corrections", "Second look");
        await dara.Selects("Group", "Lotus");
        await dara.Page.Locator("#correct-book").FillAsync("3");
        await Presses(dara.Page, "Show her entries");
        await dara.Page.Locator("#entries").GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(dara.Page.GetByText("Choose a reason.")).ToBeVisibleAsync();
        await dara.Selects("Why", "Wrong amount");
        await dara.Page.Locator("#entries").GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(dara.Page.Locator("#waiting")).ToContainTextAsync("Somebody else confirms it");
        await chanthy.Opens("/console/savings/corrections", "Second look");
        await Presses(chanthy.Page, "Confirm it");
        await Expect(chanthy.Page.GetByText("Confirmed and entered.")).ToBeVisibleAsync();
    }

    private static async Task ChecksBooks(StaffDesk dara)
    {
        var page = dara.Page;
        await dara.Opens("/console/savings/books", "Paper books");
        await Compares(page, "2", "20000"); // the book lacks the withdrawal
        await Expect(page.Locator("#verdict")).ToContainTextAsync("They differ. The book says 20,000៛, $0; the ledger says 15,000៛, $0");
        await Compares(page, "1", "12350");
        var code = SealIn().Match(await page.Locator("#code").InnerTextAsync());
        Assert.True(code.Success);
        await dara.Shows("book-agrees");

        await page.Locator("#verify .mud-select").First.ClickAsync();
        await page.Locator(".mud-popover-open .mud-list-item", new() { HasText = "Lotus" }).ClickAsync();
        await page.Locator("#verify-book").FillAsync("1");
        await page.Locator("#verify-position").FillAsync(code.Groups[1].Value);
        await page.Locator("#verify-riel").FillAsync("12350");
        await page.Locator("#verify-dollars").FillAsync("0");
        await page.Locator("#verify-code").FillAsync(code.Groups[2].Value);
        await Presses(page, "Look at the code");
        await Expect(page.GetByText("The code is ours for exactly this balance")).ToBeVisibleAsync();
        await page.Locator("#verify-riel").FillAsync("12850"); // as somebody changes a book
        await Presses(page, "Look at the code");
        await Expect(page.GetByText("This code is not ours for this balance")).ToBeVisibleAsync();
    }

    private static async Task TakesAlong(StaffDesk dara)
    {
        var page = dara.Page;
        await dara.Opens("/console/savings/figures", "Figures of the savings");
        await Expect(page.Locator(".bars").First).ToBeVisibleAsync();
        await dara.Shows("savings-figures");
        var csv = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Balances as CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await csv.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(["Lotus,1,12350,0.00", "Lotus,2,15000,0.00", "Lotus,3,0,0.00"], lines.Skip(1).Take(3).Select(line => line[..line.LastIndexOf(',')]));
        var journal = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Journal for hledger" }).ClickAsync());
        Assert.Contains("assets:safe  0 KHR = 207300 KHR", await File.ReadAllTextAsync(await journal.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task IsUsable(StaffDesk dara, string language, ColorScheme scheme, int width)
    {
        await dara.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await dara.Page.SetViewportSizeAsync(width, 900);
        await dara.Goes($"/console/language/{language}?to=/console/savings");
        foreach (var (path, english, khmer) in pages)
        {
            await dara.Opens($"/console/{path}", language == "km" ? khmer : english);
            if (path is "savings" or "savings/books")
            {
                await dara.Page.Locator(path == "savings" ? "#groups td button" : "#books td button").First.ClickAsync();
                await Expect(dara.Page.Locator(path == "savings" ? "#group" : "#check")).ToBeVisibleAsync();
            }
            await dara.IsFine($"{path.Replace('/', '-')}-{language}", scheme, width);
            if (language == "km")
                await IsAllKhmer(dara.Page);
        }
    }

    private static async Task Keys(StaffDesk desk, string text, string told)
    {
        await desk.Opens("/console/savings/openings", "Opening balances");
        await desk.Selects("Group", "Lotus");
        await desk.Page.Locator("#opening-book").FillAsync("1");
        await desk.Page.Locator("#opening-text").FillAsync(text);
        await Presses(desk.Page, "Keep it");
        await Expect(desk.Page.GetByText(told)).ToBeVisibleAsync();
    }

    private static async Task Compares(IPage page, string book, string riel)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Compare Lotus {book}", Exact = true }).ClickAsync();
        await page.Locator("#book-riel").FillAsync(riel);
        await page.Locator("#book-dollars").FillAsync("0");
        await page.Locator("#check").GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Expect(page.Locator("#verdict")).ToContainTextAsync($"Book {book} ·");
    }

    private static Task Chooses(StaffDesk desk, string csv) => StaffDesk.Chooses(desk.Page, new FilePayload { Name = "books.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });

    private static Task Presses(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    /// <summary>Presses Tab until she is there.</summary>
    private static async Task TabsTo(IPage page, string what)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator(what).EvaluateAllAsync<bool>("all => all.includes(document.activeElement)"))
                return;
        }

        Assert.Fail($"Sixty presses of Tab did not come to {what}.");
    }

    /// <summary>Headings, buttons and labels are in her language; names stay as they are.</summary>
    private static async Task IsAllKhmer(IPage page)
    {
        var english = await page.EvaluateAsync<string[]>("""
            () => Array.from(document.querySelectorAll("main :is(h1, h2, h3, th, label, legend, summary, .mud-button-label, .mud-chip-content, .mud-alert-message, nav a)"))
              .filter(e => e.getClientRects().length && /[A-Za-z]{3,}/.test(e.textContent) && !/[\u1780-\u17ff]/.test(e.textContent) && e.textContent != 'Lotus').map(e => e.outerHTML.slice(0, 120))
            """);
        Assert.Empty(english);
    }

    [GeneratedRegex("([0-9]+) · ([0-9]{4}-[0-9]{4})")]
    private static partial Regex SealIn();
}
