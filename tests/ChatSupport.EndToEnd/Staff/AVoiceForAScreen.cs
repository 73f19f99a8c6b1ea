using System.Text.RegularExpressions;
using ChatSupport.BotApi;
using ChatSupport.EndToEnd.Telegram;
using ChatSupport.Staff.Voices;
using ChatSupport.Tests.Content.Recordings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

/// <summary>An editor gives a screen her voice, from her microphone and from files, until a worker hears it.</summary>
public sealed partial class AVoiceForAScreen
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task She_records_it_hears_it_sees_it_grow_old_and_a_worker_gets_it_as_a_voice_note()
    {
        await using var api = await BotApiServer.Start();
        await using var world = await ConsoleWorld.Start(Bot.Settings(api, Way.Polling, 0));
        var worker = new Talk(api.Worker("en"));
        await worker.Types("/start", "Do you agree?");
        await worker.Presses("I agree. Begin", "What would you like to know?");
        await using var desk = await world.Administrator(width: 1300, height: 900);
        var page = desk.Page;
        var row = page.Locator("[data-voice='start en']");
        var recorder = page.Locator("dialog.recorder");

        await desk.Opens("/console/content/rights/hours", "Working hours");
        await Expect(row).ToContainTextAsync("not recorded yet");
        await Expect(page.Locator("dialog.recorder[data-attended]")).ToBeAttachedAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Record: start (en)" }).ClickAsync();
        await Expect(recorder.GetByRole(AriaRole.Timer)).ToHaveTextAsync(TwoSecondsOrMore()); // each number stands for a second only: a busy machine may not see one of them
        await Expect(recorder).ToContainTextAsync("The labour law says: normal work is at most 8 hours"); // what she reads
        await desk.Shows("voice-recording");
        await LooksUsable(desk, "while recording");
        await recorder.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Expect(recorder.GetByLabel("What was recorded")).ToBeVisibleAsync();
        Assert.InRange(await Seconds(recorder.Locator("audio")), 1.5, 30);
        await desk.Shows("voice-listen");
        await recorder.GetByRole(AriaRole.Button, new() { Name = "Keep the recording" }).ClickAsync();
        await Expect(recorder).ToBeHiddenAsync();
        await Expect(row).ToContainTextAsync("seconds, Sokha, ");
        Assert.InRange(await Seconds(row.Locator("audio")), 1.5, 30);
        await desk.Shows("voice");
        await LooksUsable(desk, "with a recording");

        await page.GetByRole(AriaRole.Button, new() { Name = "Try from here: start" }).ClickAsync();
        await page.Locator(".phone .buttons").GetByRole(AriaRole.Button, new() { Name = "Listen" }).ClickAsync();
        Assert.InRange(await Seconds(page.GetByRole(AriaRole.Log).Locator("audio")), 1.5, 30);

        await page.Locator("[data-place='start text en']").FillAsync("New words about hours: at most 8 hours a day or 48 hours a week.");
        await Expect(row).ToContainTextAsync("older than its text");
        await Expect(page.Locator(".finding", new() { HasText = "The recording 'rights/hours' in en is older than the text." })).ToBeVisibleAsync();
        await desk.Shows("voice-stale");
        await LooksUsable(desk, "with a recording that is older than its text");

        await desk.Goes("/console/publish");
        await Expect(page.Locator("ins", new() { HasText = "recording, en:" })).ToBeVisibleAsync();
        await page.Locator("#why").FillAsync("A voice");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish to workers" }).ClickAsync();
        await Expect(page.GetByText("It is live as revision 2.")).ToBeVisibleAsync();

        await worker.Types("how many hours", "New words about hours");
        worker.Worker.Presses("Listen");
        var note = (await worker.Worker.WaitFor(screen => screen.Any(message => message.Kind == "voice"), TimeSpan.FromSeconds(60))).Last(message => message.Kind == "voice");
        var heard = OpusVoice.Read(await File.ReadAllBytesAsync(Path.Combine(world.Program.Folder, "dialogs", "media", "rights", "hours.en.ogg"), Cancel))!;
        Assert.InRange(heard.Seconds, 2, 30);
        lock (api.World.Gate)
        {
            Assert.True(api.World.Files.TryFind(note.Json["voice"]!["file_id"]!.ToString(), out var file));
            Assert.Equal(heard.Samples, OpusVoice.Read(file.Bytes)!.Samples);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Bring back 1" }).ClickAsync();
        await Expect(page.GetByText("It is live as revision 3.")).ToBeVisibleAsync();
        await worker.Types("how many hours", "at most 8 hours a day");
        Assert.DoesNotContain(worker.Menu.Buttons, button => button.Label.Contains("Listen", StringComparison.Ordinal));
        Assert.Empty(desk.Complaints);
        desk.AskedNobodyElse();
    }

    [Fact]
    public async Task She_uploads_a_file_removes_it_and_puts_it_back_and_is_told_what_cannot_be()
    {
        await using var world = await ConsoleWorld.Start();
        await using var desk = await world.Administrator(width: 1300, height: 900);
        var page = desk.Page;
        var row = page.Locator("[data-voice='start km']");
        var recorder = page.Locator("dialog.recorder");
        await desk.Opens("/console/content/rights/hours", "Working hours");

        await Upload(page, "../../etc/voice.wav", Sounds.Wave(3));
        await recorder.GetByRole(AriaRole.Button, new() { Name = "Keep the recording" }).ClickAsync();
        await Expect(row).ToContainTextAsync("3 seconds, Sokha, ");

        foreach (var (name, bytes, says) in new[] { ("page.mp3", "<html>"u8.ToArray(), "cannot read this file as sound"), ("long.wav", Sounds.Wave(75), "longer than one minute"), ("large.wav", new byte[21 * 1024 * 1024], "larger than 20 MB") })
        {
            await Upload(page, name, bytes);
            await Expect(recorder.GetByRole(AriaRole.Alert)).ToContainTextAsync(says);
            await recorder.GetByRole(AriaRole.Button, new() { Name = "Close without keeping" }).ClickAsync();
        }
        await Upload(page, "silent.wav", Sounds.Wave(new Sound(new short[Sound.Rate * 2])));
        await recorder.GetByRole(AriaRole.Button, new() { Name = "Keep the recording" }).ClickAsync();
        await Expect(recorder.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing can be heard in it.");
        await Expect(recorder.GetByRole(AriaRole.Button, new() { Name = "Keep the recording" })).ToBeEnabledAsync(); // what she has is still there
        await desk.Shows("voice-refused");
        await page.Keyboard.PressAsync("Escape");
        await Expect(row).ToContainTextAsync("3 seconds");

        await row.GetByRole(AriaRole.Button, new() { Name = "Remove the recording: start (km)" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove it" }).ClickAsync();
        await Expect(row).ToContainTextAsync("not recorded yet");
        await row.GetByRole(AriaRole.Button, new() { Name = "Put the recording back: start (km)" }).ClickAsync();
        await Expect(row).ToContainTextAsync("3 seconds, Sokha, ");

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.SetViewportSizeAsync(360, 800);
        await Upload(page, "voice.wav", Sounds.Wave(2));
        await Expect(recorder.GetByLabel("What was recorded")).ToBeVisibleAsync();
        await desk.Shows("voice-narrow");
        await LooksUsable(desk, "on a phone in the dark");
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.scrollingElement.scrollWidth - innerWidth)"));
        Assert.DoesNotContain(desk.Complaints, line => !line.Contains("422", StringComparison.Ordinal));
        desk.AskedNobodyElse();
    }

    [GeneratedRegex("^0:(0[2-9]|[1-5][0-9])$")]
    private static partial Regex TwoSecondsOrMore();

    private static async Task Upload(IPage page, string name, byte[] bytes)
    {
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Upload a file: start (km)" }).ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = name, MimeType = "audio/wav", Buffer = bytes });
    }

    /// <summary>Plays it until the end is known.</summary>
    private static Task<double> Seconds(ILocator audio) => audio.EvaluateAsync<double>("""
        async audio => {
          await audio.play();
          while (!Number.isFinite(audio.duration)) await new Promise(next => audio.addEventListener("durationchange", next, { once: true }));
          audio.pause();
          return audio.duration;
        }
        """);

    private static async Task LooksUsable(StaffDesk desk, string when)
    {
        var found = await AccessibilityScan.Of(desk.Page);
        Assert.True(found.Count == 0, $"{when}: {string.Join("; ", found)}");
    }
}
