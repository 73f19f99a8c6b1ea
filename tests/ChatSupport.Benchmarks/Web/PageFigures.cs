using System.Globalization;
using Microsoft.Playwright;

namespace ChatSupport.Benchmarks.Web;

/// <summary>Prints how heavy our page is and how soon it stands on a slow phone, beside the size of Microsoft's Web Chat:
/// <c>dotnet run -c Release --project tests/ChatSupport.Benchmarks -- web</c>.</summary>
internal static class PageFigures
{
    private const int Rounds = 7;

    public static async Task<int> Print()
    {
        await using var program = await ServedProgram.Start();
        await PageSizes.Print(program.Url);

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        await Load(browser, program.Url); // the program compresses its files once
        var loads = new List<PageLoad>();
        for (var round = 0; round < Rounds; round++)
            loads.Add(await Load(browser, program.Url));

        Console.WriteLine();
        Console.WriteLine($"Slow 3G (400 kbit/s, 400 ms there and back on every request), a new browser profile each time, {Rounds} loads:");
        Row("first paint", loads.Select(load => load.FirstPaint));
        Row("first screen with its buttons", loads.Select(load => load.FirstScreen));
        Row("from a press to the next screen", loads.Select(load => load.NextScreen));
        Console.WriteLine($"received until the first screen, headers included: {loads.Max(load => load.Bytes).ToString("N0", CultureInfo.InvariantCulture)} bytes");
        return 0;
    }

    private static void Row(string what, IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-34} median {sorted[sorted.Length / 2],6:0} ms, worst {sorted[^1],6:0} ms"));
    }

    private static async Task<PageLoad> Load(IBrowser browser, Uri site)
    {
        await using var context = await browser.NewContextAsync(new() { Locale = "km-KH", ViewportSize = new() { Width = 360, Height = 640 }, IsMobile = true, HasTouch = true });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var protocol = await context.NewCDPSessionAsync(page);
        var bytes = 0.0;
        protocol.Event("Network.loadingFinished").OnEvent += (_, finished) => bytes += finished!.Value.GetProperty("encodedDataLength").GetDouble();
        await protocol.SendAsync("Network.enable");
        await protocol.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = 400,
            ["downloadThroughput"] = 50_000,
            ["uploadThroughput"] = 50_000,
        });

        await page.GotoAsync(site.ToString(), new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForSelectorAsync(".choices button");
        var firstScreen = await page.EvaluateAsync<double>("performance.now()");
        var firstPaint = await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
        var received = bytes;
        var nextScreen = await page.EvaluateAsync<double>("""
            new Promise(done => {
              const began = performance.now(), answer = document.querySelector(".bot");
              new MutationObserver(() => answer.isConnected || done(performance.now() - began)).observe(document.getElementById("log"), { childList: true });
              document.querySelector(".choices button").click();
            })
            """);
        return new PageLoad(firstPaint, firstScreen, nextScreen, received);
    }

    /// <summary>One load of the page; times in milliseconds.</summary>
    private sealed record PageLoad(double FirstPaint, double FirstScreen, double NextScreen, double Bytes);
}
