using System.Text.Json.Nodes;
using ChatSupport.BotApi.People;

namespace ChatSupport.EndToEnd.Telegram;

/// <summary>A worker talks to the bot in Telegram. Each line waits until her app shows the answer; what both say is written to the test's output.</summary>
internal sealed class Talk(Worker she)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    public Worker Worker => she;

    /// <summary>The menu she sees now: the newest message of the bot with buttons.</summary>
    public ScreenMessage Menu => she.Screen.Last(message => message is { FromBot: true, Rows.Count: > 0 });

    /// <summary>She types, and sees a text that holds <paramref name="sees"/>.</summary>
    public Task<ScreenMessage> Types(string text, string sees) => Does($"she: {text}", () => she.Sends(text), sees);

    /// <summary>She presses a button; her app gets its answer, and she sees a text that holds <paramref name="sees"/>.</summary>
    public async Task<ScreenMessage> Presses(string label, string sees, ScreenMessage? on = null)
    {
        Press? press = null;
        var shown = await Does($"she presses: [{label}]", () => press = she.Presses(OnScreen(label, on), on), sees);
        await press!.Answered.WaitAsync(patience);
        return shown;
    }

    /// <summary>She shares where she is.</summary>
    public Task<ScreenMessage> Shares(double latitude, double longitude, string sees) =>
        Does("she shares her location", () => she.SharesLocation(latitude, longitude), sees);

    /// <summary>She sends something else.</summary>
    public Task<ScreenMessage> Sends(string what, Action send, string sees) => Does($"she sends: {what}", send, sees);

    /// <summary>Waits until nothing of the bot and nothing of hers but these is in the chat.</summary>
    public Task<IReadOnlyList<ScreenMessage>> WaitUntilOnly(string part) => she.WaitFor(
        screen => screen.Count == 1 && screen[0].Text.Contains(part, StringComparison.Ordinal), patience, $"nothing but \"{part}\" is in the chat");

    /// <summary>A button's text as her app shows it: long labels are cut there and stand whole in the text.</summary>
    private string OnScreen(string label, ScreenMessage? on)
    {
        var shown = (on is null ? she.Screen.Reverse() : [on]).SelectMany(message => message.Buttons).Select(button => button.Label).ToList();
        return shown.Find(text => text == label || WithoutNumber(text) == label)
            ?? shown.Find(text => text.EndsWith('…') && label.StartsWith(WithoutNumber(text)[..^1], StringComparison.Ordinal))
            ?? label;
    }

    private static string WithoutNumber(string text) => text.IndexOf(". ", StringComparison.Ordinal) is > 0 and < 4 and var dot ? text[(dot + 2)..] : text;

    private async Task<ScreenMessage> Does(string line, Action act, string sees)
    {
        Write(line);
        var before = she.History.Count;
        act();
        await she.WaitForCalls(calls => calls.Skip(before).Any(call => call.Succeeded && TextOf(call.Request).Contains(sees, StringComparison.Ordinal)),
            patience, $"after '{line}' the bot says \"{sees}\"");
        var shown = she.Screen.LastOrDefault(message => message.FromBot && message.Text.Contains(sees, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"What the bot said after '{line}' is gone from the chat again.");
        Write($"bot: {shown.Text.ReplaceLineEndings("\n     ")}");
        foreach (var row in shown.Rows)
            Write($"     {string.Join(' ', row.Select(button => $"[{button.Label}]"))}");
        return shown;
    }

    private static string TextOf(JsonObject request) => request["text"]?.ToString() ?? request["title"]?.ToString() ?? "";

    private static void Write(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
