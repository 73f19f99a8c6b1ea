using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.WebPage;

/// <summary>A screen has a recording, and she would rather hear it.</summary>
[Collection(WebPageForEverybody.Name)]
public sealed class ListeningToAScreen(WebPageWorld world)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_fetched_with_her_token_and_plays()
    {
        var folder = ChatSupportProcess.NewFolder();
        Repository.CopyDialogs(Path.Combine(folder, "dialogs"));
        await using (var maker = await world.NewPhone())
            await File.WriteAllBytesAsync(Path.Combine(folder, "dialogs", "media", "home.en.ogg"), await Tone(maker), Cancel);
        await using var program = await WebPageWorld.Serve(folder);
        await using var phone = await Phone.New(world.Browser, program.Url, "en-US");
        await phone.OpenHome();

        await phone.Go("listen");

        var player = phone.Page.Locator("#log audio");
        await Expect(player).ToBeVisibleAsync();
        await player.EvaluateAsync("player => new Promise(done => player.currentTime > 0 ? done() : player.ontimeupdate = () => player.currentTime > 0 && done())");
        Assert.StartsWith("blob:", await player.GetAttributeAsync("src"), StringComparison.Ordinal);
        await phone.Photograph("listen");
        await Expect(phone.Choices).ToHaveCountAsync(6); // the menu is still there
        phone.IsAtPeace();

        using var http = new HttpClient();
        var address = phone.Requests.Last(request => request.Contains("/recordings/", StringComparison.Ordinal));
        using var without = await http.GetAsync(new Uri(new Uri(address).GetLeftPart(UriPartial.Path)), Cancel); // neither token nor ticket
        Assert.False(without.IsSuccessStatusCode, "Whoever knows the address can hear it.");
    }

    /// <summary>A second of a tone, as the browser records it.</summary>
    private static async Task<byte[]> Tone(Phone phone)
    {
        await phone.Open();
        return Convert.FromBase64String(await phone.Page.EvaluateAsync<string>("""
            (async () => {
              const sound = new AudioContext();
              const tone = sound.createOscillator(), out = sound.createMediaStreamDestination();
              tone.connect(out); tone.start();
              const recorder = new MediaRecorder(out.stream), parts = [];
              recorder.ondataavailable = event => parts.push(event.data);
              const done = new Promise(finish => recorder.onstop = finish);
              recorder.start();
              await new Promise(finish => setTimeout(finish, 1000));
              recorder.stop();
              await done;
              const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
              return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
            })()
            """));
    }
}
