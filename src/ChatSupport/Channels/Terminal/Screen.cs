using ChatSupport.Dialogs.Running;
using Spectre.Console;

namespace ChatSupport.Channels.Terminal;

/// <summary>The talk for people: each message in a frame, redrawn without what was taken out of the chat.</summary>
internal sealed class Screen(IAnsiConsole console) : ITerminalView
{
    private const string ClearAll = "\e[2J\e[3J\e[H"; // the scrollback too: who takes the keyboard next must not find it

    private readonly Lock gate = new();
    private readonly List<(string Id, string Who, string Text)> messages = [];

    public void She(string id, string line)
    {
        lock (gate)
            messages.Add((id, "she", line)); // the terminal shows what she typed already
    }

    public void Show(string id, Reply reply)
    {
        var text = reply is Reply.Menu menu ? WithLetters(menu) : Transcript.TextOf(reply);
        Replace(id, text);
    }

    public void Say(string id, string text) => Replace(id, text);

    public void Erase(IReadOnlyCollection<string> ids, bool everything)
    {
        lock (gate)
        {
            if (everything)
                messages.Clear();
            else
                messages.RemoveAll(message => ids.Contains(message.Id));
            Redraw();
        }
    }

    public void Note(string text)
    {
        lock (gate)
            console.MarkupLineInterpolated($"[yellow]{text}[/]");
    }

    /// <summary>Empties the terminal.</summary>
    public void Clear()
    {
        lock (gate)
        {
            messages.Clear();
            Redraw();
        }
    }

    private static string WithLetters(Reply.Menu menu) => menu.Navigation.IsDefaultOrEmpty
        ? MenuText.Numbered(menu)
        : $"{MenuText.Numbered(menu)}\n\n{string.Join("   ", Letters.Of(menu).Select(button => $"{button.Letter} {button.Button.Label}"))}";

    private void Replace(string id, string text)
    {
        lock (gate)
        {
            var at = messages.FindIndex(message => message.Id == id);
            if (at < 0)
            {
                messages.Add((id, "bot", text));
                Draw("bot", text);
                return;
            }
            messages[at] = (id, "bot", text);
            Redraw();
        }
    }

    private void Redraw()
    {
        if (console.Profile.Capabilities.Ansi)
            console.Write(new ControlCode(ClearAll));
        foreach (var (_, who, text) in messages)
            Draw(who, text);
    }

    private void Draw(string who, string text)
    {
        if (who == "she")
            console.MarkupLineInterpolated($"[grey]> {text}[/]");
        else
            console.Write(new Panel(new Text(text)).RoundedBorder());
    }
}
