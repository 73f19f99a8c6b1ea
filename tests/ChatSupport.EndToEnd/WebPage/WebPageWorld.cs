using Microsoft.Playwright;

namespace ChatSupport.EndToEnd.WebPage;

/// <summary>One program with the shipped content (and a dialog more) and one real browser, shared by the tests of the page: a test has a phone of its own.</summary>
public sealed class WebPageWorld : IAsyncLifetime
{
    /// <summary>The harmless site; its name ends in <c>.example</c>, so that it exists nowhere. The browser answers for it itself.</summary>
    public const string LeaveTo = "https://harmless.example/";

    /// <summary>Where a partner's pages come from.</summary>
    internal const string Partner = "https://partner.example";

    /// <summary>Screens that ask for a photo and her voice; the shipped content has none yet.</summary>
    private const string Asking = """
        format: 1
        dialog: showing
        title: { km: បង្ហាញ, en: Showing }
        keywords: { km: [បង្ហាញរូបថត], en: [show something] }
        status: { km: draft, en: draft }
        variables: { what: media }
        screens:
          start:
            text: { km: តើអ្នកចង់ផ្ញើអ្វី?, en: What do you want to send? }
            choices:
              - { label: { km: រូបថតមួយ, en: A photo }, go: photo }
              - { label: { km: សំឡេងមួយ, en: A voice }, go: voice }
          photo:
            text: { km: សូមផ្ញើរូបថត។, en: Please send the photo. }
            ask: { kind: photo, into: what, retry: { km: សូមផ្ញើរូបថត។, en: Please send a photo. }, go: thanks }
          voice:
            text: { km: សូមថតសំឡេង។, en: Please record your voice. }
            ask: { kind: voice, into: what, retry: { km: សូមថតសំឡេង។, en: Please record. }, go: thanks }
          thanks:
            text: { km: អរគុណ បានទទួលហើយ។, en: "Thank you, it arrived." }
        """;

    private IPlaywright playwright = null!;

    internal ChatSupportProcess Program { get; private set; } = null!;

    internal IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var folder = ChatSupportProcess.NewFolder();
        Repository.CopyDialogs(Path.Combine(folder, "dialogs"));
        await File.WriteAllTextAsync(Path.Combine(folder, "dialogs", "showing.yaml"), Asking);
        Program = await Serve(folder, null,
            ("ChatSupport:DirectLine:Sites:0:Name", "partner"),
            ("ChatSupport:DirectLine:Sites:0:Secret", "0123456789abcdef0123456789abcdef"), // made up for the tests
            ("ChatSupport:DirectLine:Sites:0:Origins:0", Partner));
        playwright = await Playwright.CreateAsync();
        Browser = await Launch();
    }

    /// <summary>A program of a test's own.</summary>
    internal static Task<ChatSupportProcess> Serve(string folder, int? port = null, params (string Name, string Value)[] settings) =>
        ChatSupportProcess.Serve(folder, port, [("ChatSupport:WebChat:LeaveTo", LeaveTo), .. settings]);

    /// <summary>A browser of a test's own.</summary>
    /// <param name="environment">Further environment, such as other fonts; null for none.</param>
    /// <param name="with">A further argument; null for none.</param>
    /// <param name="without">An argument that Playwright gives and this test does not want; null for none.</param>
    internal Task<IBrowser> Launch(IEnumerable<KeyValuePair<string, string>>? environment = null, string? with = null, string? without = null) =>
        Chromium.Launch(playwright, environment, with, without);

    /// <summary>A browser that keeps its profile in a folder, as on a phone.</summary>
    internal Task<IBrowserContext> LaunchWith(string profile, params string[] with) => playwright.Chromium.LaunchPersistentContextAsync(profile, new()
    {
        ExecutablePath = Chromium.Path,
        Args = [.. Chromium.Arguments, "--accept-lang=km-KH", .. with], // the locale alone may come too late for the first page of a profile
        Locale = "km-KH",
    });

    internal Task<Phone> NewPhone(string locale = "km-KH", ColorScheme scheme = ColorScheme.Light, int width = 360, int height = 640) =>
        Phone.New(Browser, Program.Url, locale, scheme, width, height);

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await Program.DisposeAsync();
    }
}

/// <summary>The tests of the page in two rows, each one after the other: browsers fill a small machine.</summary>
[CollectionDefinition(Name)]
public sealed class OneWebPage : ICollectionFixture<WebPageWorld>
{
    public const string Name = "web page";
}

/// <summary>The other row: the page for whoever reads little, sees little or has an old phone.</summary>
[CollectionDefinition(Name)]
public sealed class WebPageForEverybody : ICollectionFixture<WebPageWorld>
{
    public const string Name = "web page for everybody";
}
