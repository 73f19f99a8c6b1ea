using System.Diagnostics;

namespace ChatSupport.EndToEnd.Telegram;

/// <summary>The program or its content changes under a worker who is in the middle of something.</summary>
public sealed class BrokenOff
{
    [Fact]
    public async Task After_a_power_cut_she_goes_on_where_she_was_in_her_language_with_what_she_said()
    {
        await using var bot = await Bot.Start();
        var she = await bot.Welcome();
        await she.Types("៦", "Please choose a language");
        await she.Presses("English", "What would you like to know?");
        await she.Presses("Services near me", "What are you looking for?");
        await she.Presses("Doctor and health", "Where are you, roughly?");
        await she.Shares(10.631, 103.501, "Near you:");

        await bot.Restart();

        await she.Presses("Something else near here", "What are you looking for near there?");   // a button of the menu from before
        await she.Presses("Someone who listens", "Near you:");                               // her place is known
        await she.Presses("Back", "Where are you, roughly?");                                // and the way back
    }

    [Fact]
    public async Task What_she_wrote_while_it_was_down_is_answered_after_the_start()
    {
        await using var bot = await Bot.Start();
        var she = await bot.Welcome();
        await bot.Program.Stop();

        var before = she.Worker.History.Count;
        she.Worker.Sends("metheavy");
        await bot.Restart();

        await she.Worker.WaitForCalls(calls => calls.Skip(before).Any(call => call.Succeeded && call.Request["text"]?.ToString().Contains("1281", StringComparison.Ordinal) == true), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task When_her_screen_is_gone_from_the_content_she_lands_on_the_nearest_with_a_kind_word()
    {
        var folder = ChatSupportProcess.NewFolder();
        Repository.CopyDialogs(Path.Combine(folder, "dialogs"));
        await using var bot = await Bot.Start(folder: folder);
        var she = await bot.Welcome();
        await she.Types("ខ្ញុំត្រូវការមេធាវីម្នាក់", "1281");
        await she.Presses("ត្រូវត្រៀមអ្វីខ្លះ", "មុនហៅ បើមាន៖");
        var old = she.Menu;

        await TakeOut(folder, "legal", "prepare");
        var published = await ChatSupportProcess.Run(folder, ["dialogs", "publish"]);
        Assert.True(published.ExitCode == 0, published.Output);
        await TakenUp(bot);

        var landed = await she.Presses("ពេលហៅ នឹងមានអ្វីកើតឡើង", "ត្រូវបានប្តូរហើយ", on: old);
        Assert.Contains("1281", landed.Text, StringComparison.Ordinal);
        await she.Presses("ទំព័រដើម", "តើអ្នកចង់ដឹងអំពីអ្វី?");
    }

    /// <summary>Removes a screen, every choice that leads to it, and the talks that visit it.</summary>
    private static async Task TakeOut(string folder, string dialog, string screen)
    {
        var file = Path.Combine(folder, "dialogs", dialog + ".yaml");
        var kept = new List<string>();
        var inside = false;
        foreach (var line in await File.ReadAllLinesAsync(file))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal) && line[2] is not ' ' and not '#')
                inside = line == $"  {screen}:";
            if (!inside && !line.Contains($"go: {screen} ", StringComparison.Ordinal))
                kept.Add(line);
        }

        await File.WriteAllLinesAsync(file, kept);
        File.Delete(Path.Combine(folder, "dialogs", dialog + ".talk"));
    }

    /// <summary>A running process takes a new revision up within a second, and then words the command menu anew.</summary>
    private static async Task TakenUp(Bot bot)
    {
        var stranger = bot.Meet();
        var sets = bot.Api.Calls.Of("setMyCommands");
        for (var began = Stopwatch.GetTimestamp(); bot.Api.Calls.Of("setMyCommands") == sets; await Task.Delay(200))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20), "The new revision was not taken up.");
            stranger.Worker.Reacts(stranger.Worker.Sends("?"), "👍");
        }
    }
}
