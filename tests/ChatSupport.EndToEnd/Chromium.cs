using Microsoft.Playwright;

namespace ChatSupport.EndToEnd;

/// <summary>The real browser of the machine, as tests start it.</summary>
internal static class Chromium
{
    public const string Path = "/usr/bin/chromium";

    /// <summary>The list below the address bar is two pages of the browser's own, made anew with each window: most of what a window costs, and nobody types an
    /// address here.</summary>
    public const string OwnPages = "WebUIOmniboxPopup,WebUIOmniboxAimPopup";

    /// <summary>What Playwright switches off, of which the browser would forget all if it were told <see cref="OwnPages"/> alone: the last list counts.</summary>
    private const string AsPlaywright =
        "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,"
        + "PaintHolding,ThirdPartyStoragePartitioning,BlockOriginHeaderModificationOnRedirect,AvoidCorsURLLoaderRestartOnRedirect,Translate,OptimizationHints,"
        + "NetworkTimeServiceQuerying,AimEnabled";

    /// <summary>Not /dev/shm: where tests run in a container it is often 64 MB, and a page that finds it full is closed.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--disable-features={AsPlaywright},{OwnPages}",
    ];

    /// <summary>Starts one.</summary>
    /// <param name="playwright">Who speaks with it.</param>
    /// <param name="environment">Further environment, such as other fonts; null for none.</param>
    /// <param name="with">A further argument; null for none.</param>
    /// <param name="without">An argument that Playwright gives and this test does not want; null for none.</param>
    public static Task<IBrowser> Launch(
        IPlaywright playwright, IEnumerable<KeyValuePair<string, string>>? environment = null, string? with = null, string? without = null) =>
        playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            Args = with is null ? Arguments : [.. Arguments, with],
            Env = environment,
            IgnoreDefaultArgs = without is null ? null : [without],
        });
}
