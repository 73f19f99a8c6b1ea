using System.Globalization;
using ChatSupport.BotApi.People;

namespace ChatSupport.EndToEnd.Desk.Storm;

/// <summary>A worker who asked for a person and says one thing after another, each with a mark of its own.</summary>
internal sealed class StormWorker(Worker she, int number)
{
    private readonly List<(string Mark, ScreenMessage Message)> said = [];
    private int changes;
    private bool blocks;

    public Worker She => she;

    /// <summary>The marks of what she said, in order.</summary>
    public IEnumerable<string> Said => said.Select(one => one.Mark);

    /// <summary>The newest words of each message that she changed, by its mark.</summary>
    public Dictionary<string, string> Changed { get; } = new(StringComparer.Ordinal);

    /// <summary>She asks for a person, and says no to the three questions.</summary>
    public async Task Asks(TimeSpan patience)
    {
        she.Sends("/start");
        await she.WaitForText("Do you agree?", patience);
        foreach (var (label, sees) in new[]
        {
            ("I agree. Begin", "What would you like to know?"), ("Talk to a person", "Are you in danger right now?"), ("🟢 No", "thinking of dying"), ("🟢 No", "under 18"), ("🟢 No", "We are calling a helper"),
        })
        {
            she.Presses(label);
            await she.WaitForText(sees, patience);
        }
        Says();
    }

    /// <summary>She does something.</summary>
    public void Does(Random random)
    {
        var what = blocks ? 0 : random.Next(20);
        if (what == 0)
            Blocks(!blocks);
        else if (what < 4)
            Changes();
        else if (what == 4)
            Presses("Another helper");
        else
            Says();
    }

    public void Says()
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"w{number:00}n{said.Count:00}z");
        said.Add((mark, she.Sends(mark)));
    }

    /// <summary>She can be reached again.</summary>
    public void Unblocks()
    {
        if (blocks)
            Blocks(false);
    }

    private void Blocks(bool now)
    {
        blocks = now;
        if (now)
            she.BlocksBot();
        else
            she.UnblocksBot();
    }

    private void Changes()
    {
        var (mark, message) = said[^1];
        if (she.Screen.All(shown => shown.Id != message.Id))
            return;
        Changed[mark] = string.Create(CultureInfo.InvariantCulture, $"{mark} v{++changes:00}q");
        she.Edits(message, Changed[mark]);
    }

    private void Presses(string label)
    {
        if (she.Screen.LastOrDefault(shown => shown.Buttons.Any(button => button.Label == label)) is { } message)
            she.Presses(label, message);
    }
}
