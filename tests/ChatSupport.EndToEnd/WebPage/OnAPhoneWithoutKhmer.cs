using System.Diagnostics;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.WebPage;

/// <summary>The phone has no Khmer letters.</summary>
[Collection(WebPageForEverybody.Name)]
public sealed class OnAPhoneWithoutKhmer(WebPageWorld world)
{
    [Fact]
    public async Task The_page_brings_its_own()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-fonts-").FullName;
        var file = Path.Combine(folder, "fonts.conf");
        var rejected = string.Concat((await FilesWithKhmer()).Select(font => $"<glob>{font}</glob>"));
        await File.WriteAllTextAsync(file, $"""
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><dir>/usr/share/fonts</dir><cachedir>{folder}/cache</cachedir><selectfont><rejectfont>{rejected}</rejectfont></selectfont></fontconfig>
            """, Cancel);
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
        environment["FONTCONFIG_FILE"] = file;
        await using var browser = await world.Launch(environment);
        await using var phone = await Phone.New(browser, world.Program.Url);

        await phone.OpenHome();

        await Expect(phone.Page.Locator("html")).ToHaveClassAsync("font");
        await phone.Page.WaitForFunctionAsync("document.fonts.check('17px Khmer', 'ខ្ម')");
        var font = Assert.Single(phone.Requests, address => address.EndsWith("/khmer.woff2", StringComparison.Ordinal));
        Assert.StartsWith(phone.Site.ToString(), font, StringComparison.Ordinal);
        // The letters are real ones now: the small letter hangs below the big one and takes no room.
        var ratio = await phone.Page.EvaluateAsync<double>("""
            (pen => { pen.font = "40px Khmer"; return pen.measureText("\u1781\u17d2\u1798").width / pen.measureText("\u1781").width; })(document.createElement("canvas").getContext("2d"))
            """);
        Assert.InRange(ratio, 0.9, 1.6);
        await phone.Photograph("own-font");
        phone.IsAtPeace();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>All font files of this machine that hold a Khmer letter.</summary>
    private static async Task<string[]> FilesWithKhmer()
    {
        using var list = Process.Start(new ProcessStartInfo("fc-list", [":charset=1781", "--format", "%{file}\\n"]) { RedirectStandardOutput = true })!;
        var files = await list.StandardOutput.ReadToEndAsync(Cancel);
        await list.WaitForExitAsync(Cancel);
        return files.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
