using System.Globalization;
using ChatSupport.Benchmarks.Growth;
using ChatSupport.EndToEnd;
using Microsoft.Playwright;

namespace ChatSupport.Benchmarks.Web;

/// <summary>Prints how soon the console shows the content of 5,000 screens, and how it feels to type in it:
/// <c>dotnet run -c Release --project tests/ChatSupport.Benchmarks -- console</c>.</summary>
internal static class ConsoleFigures
{
    private const int Screens = 5_000;
    private const int Rounds = 7;
    private const int Letters = 120;
    private const float Between = 80; // milliseconds between two keys: somebody who types fast

    public static async Task<int> Print()
    {
        var content = Directory.CreateTempSubdirectory("chatsupport-screens-").FullName;
        Repository.CopyDialogs(content);
        FillerScreens.Write(content, Screens);
        await using var program = await ServedProgram.Start(content);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await SignedIn(browser, await program.FirstLink);
        var site = new Uri(page.Url).GetLeftPart(UriPartial.Authority);

        var first = await Open(page, site);
        var opened = new List<double>();
        for (var round = 0; round < Rounds; round++)
            opened.Add(await Open(page, site));
        Console.WriteLine($"{Screens} screens and ours; the page of all dialogs, from its address to its first line:");
        Row("the first time", [first]);
        Row("again", opened);

        var (paints, answers) = await Type(page, site);
        Console.WriteLine($"typing {Letters} letters, one each {Between} ms, into a dialog of fifty screens, while drafts are kept and checked:");
        Row("from a key to its letter on the screen", paints);
        Row("from a key to the count of clusters (answered by the server)", answers);

        Row("the page of all dialogs, right after an edit", [await Open(page, site)]);
        Directory.Delete(content, recursive: true);
        return 0;
    }

    private static async Task<IPage> SignedIn(IBrowser browser, Uri link)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1200, Height = 900 } });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var devices = await context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync(link.ToString());
        await page.Locator("input[name=name]").FillAsync("Measured");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await page.WaitForURLAsync("**/console");
        return page;
    }

    private static async Task<double> Open(IPage page, string site)
    {
        await page.GotoAsync($"{site}/console/content", new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForSelectorAsync(".tree-line");
        return await page.EvaluateAsync<double>("performance.now()");
    }

    private static async Task<(double[] Paints, double[] Answers)> Type(IPage page, string site)
    {
        await page.GotoAsync($"{site}/console/content/filler/d10");
        var box = page.Locator("[data-place='start text en']");
        await box.ClickAsync();
        await page.EvaluateAsync("""
            () => {
              const box = document.activeElement, counted = box.closest(".text-box");
              window.paints = []; window.answers = []; let pressed = 0;
              box.addEventListener("input", event => {
                pressed = event.timeStamp;
                const began = event.timeStamp;
                requestAnimationFrame(() => { const after = new MessageChannel(); after.port1.onmessage = () => paints.push(performance.now() - began); after.port2.postMessage(0); });
              });
              new MutationObserver(() => pressed && (answers.push(performance.now() - pressed), pressed = 0)).observe(counted.querySelector(".count"), { characterData: true, subtree: true, childList: true });
            }
            """);
        await page.Keyboard.TypeAsync(string.Concat(Enumerable.Repeat("words of a text ", Letters / 16 + 1))[..Letters], new() { Delay = Between });
        await page.WaitForTimeoutAsync(2_000);
        return (await page.EvaluateAsync<double[]>("paints"), await page.EvaluateAsync<double[]>("answers"));
    }

    private static void Row(string what, IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        Console.WriteLine(sorted.Length == 0 ? $"  {what}: nothing was measured" : string.Create(CultureInfo.InvariantCulture,
            $"  {what,-62} median {sorted[sorted.Length / 2],6:0} ms, 95 of 100 {sorted[(int)(sorted.Length * 0.95)],6:0} ms, worst {sorted[^1],6:0} ms, {sorted.Length} measured"));
    }
}
