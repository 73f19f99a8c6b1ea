namespace ChatSupport.EndToEnd.Telegram;

/// <summary>Screens that somebody recorded can be heard.</summary>
public sealed class Listening
{
    [Fact]
    public async Task A_recording_arrives_as_a_protected_voice_note_and_its_bytes_travel_once()
    {
        var folder = ChatSupportProcess.NewFolder();
        var dialogs = Path.Combine(folder, "dialogs");
        Repository.CopyDialogs(dialogs);
        byte[] recording = [.. "OggS"u8, 1, 2, 3, 4, 5];
        await File.WriteAllBytesAsync(Path.Combine(dialogs, "media", "home.en.ogg"), recording, TestContext.Current.CancellationToken);
        await using var bot = await BotHere.Start(folder: folder);
        var she = await bot.Welcome();
        var menu = she.Menu;

        for (var heard = 1; heard <= 2; heard++)
        {
            she.Worker.Presses("Listen");
            await she.Worker.WaitFor(screen => screen.Count(message => message is { Kind: "voice", IsProtected: true }) == heard, what: $"voice note {heard} is there");
        }

        var sends = she.Worker.History.Where(call => call.Method == "sendVoice").ToList();
        var files = sends.ConvertAll(call => call.Request["voice"]?.ToString() ?? "");
        Assert.Equal(2, sends.Count);
        Assert.StartsWith("attach://", files[0], StringComparison.Ordinal);
        Assert.Equal(she.Worker.Screen.First(message => message.Kind == "voice").Json["voice"]!["file_id"]!.ToString(), files[1]);
        Assert.Equal(menu.Id, she.Menu.Id); // the menu stands as it was
        await she.Types("/x", "Drop by drop");
        await she.WaitUntilOnly("Drop by drop");
    }
}
