using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ChatSupport.EndToEnd;

/// <summary>What a scan by axe finds wrong in a page.</summary>
internal static class AccessibilityScan
{
    private const int MostHtml = 200; // of an element, as it is named

    // To name all that is right as well takes most of the time of a scan.
    private static readonly AxeRunOptions onlyWrong = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>Looks at the page as it stands, once what moves on it has come to rest.</summary>
    /// <param name="page">The page.</param>
    /// <returns>What is wrong, a line each, with where; empty where all is well.</returns>
    public static async Task<IReadOnlyList<string>> Of(IPage page)
    {
        await Rests(page);
        var found = await page.RunAxe(onlyWrong);
        return [.. found.Violations.Select(violation => $"{violation.Id} ({violation.Help}) at {string.Join(", ", violation.Nodes.Select(node => node.Html[..Math.Min(MostHtml, node.Html.Length)]))}")];
    }

    /// <summary>Waits until everything that moves and ends has ended; what a busy machine never ends is not waited for longer than ten seconds.</summary>
    public static Task Rests(IPage page) => page.EvaluateAsync("""
        Promise.race([
          Promise.all(document.getAnimations().filter(one => one.effect?.getComputedTiming().iterations !== Infinity).map(one => one.finished.catch(() => {}))),
          new Promise(rested => setTimeout(rested, 10000)),
        ])
        """);
}
