using System.Globalization;
using System.Text;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Content.TryOut;

/// <summary>A talk with the content as it stands in the drafts. Nothing is stored, nobody is touched: effects are only named.</summary>
internal sealed class TryOut
{
    private const int MostQueries = 20; // as in a turn
    private static readonly TimeSpan phnomPenh = TimeSpan.FromHours(7);

    private readonly RevisionReading reading;
    private readonly TimeProvider time;
    private readonly List<TryLine> lines = [];
    private readonly ScreenId starts;
    private readonly string language;
    private readonly string? channel;
    private DialogState state;

    /// <summary>Begins on a screen.</summary>
    /// <param name="reading">The content; it must be good.</param>
    /// <param name="starts">The screen.</param>
    /// <param name="language">Her language.</param>
    /// <param name="channel">Her channel, such as <c>telegram</c>; null where it does not matter.</param>
    /// <param name="time">The clock.</param>
    public TryOut(RevisionReading reading, ScreenId starts, string language, string? channel, TimeProvider time)
    {
        (this.reading, this.starts, this.language, this.channel, this.time) = (reading, starts, language, channel, time);
        state = new DialogState { Screen = starts, Language = language, Channel = channel };
        Take(reading.Interpreter.Open(state, starts, null, Today));
    }

    /// <summary>What was said so far.</summary>
    public IReadOnlyList<TryLine> Lines => lines;

    /// <summary>The screen she stands on.</summary>
    public ScreenId Screen => state.Screen;

    private DateTimeOffset Now => time.GetUtcNow().ToOffset(phnomPenh);

    private DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>She types.</summary>
    public void Types(string text)
    {
        lines.Add(new TryLine.She(text, IsPress: false));
        Take(reading.Interpreter.Run(state, new Input.Text(text), Today));
    }

    /// <summary>She presses a button.</summary>
    public void Presses(Button button)
    {
        lines.Add(new TryLine.She(button.Label, IsPress: true));
        Take(reading.Interpreter.Run(state, new Input.Button(button.Id), Today));
    }

    /// <summary>The talk as a conversation test: what she did, and on which screen and with which effects it led.</summary>
    /// <param name="name">What the test is called.</param>
    public string AsTalk(string name)
    {
        var talk = new StringBuilder();
        talk.Append(CultureInfo.InvariantCulture, $"talk: {OneLine(name)}\n").Append(CultureInfo.InvariantCulture, $"language: {language}\n");
        if (channel is not null)
            talk.Append(CultureInfo.InvariantCulture, $"channel: {channel}\n");
        talk.Append(CultureInfo.InvariantCulture, $"starts: {starts}\n");
        foreach (var line in lines)
        {
            switch (line)
            {
                case TryLine.She she:
                    talk.Append(CultureInfo.InvariantCulture, $"{(she.IsPress ? "she presses" : "she")}: {OneLine(she.Text)}\n");
                    break;
                case TryLine.Bot { Menu: { } menu } when !ReferenceEquals(line, lines[0]):
                    talk.Append(CultureInfo.InvariantCulture, $"screen: {menu.Screen}\n");
                    break;
                case TryLine.Would would:
                    talk.Append(CultureInfo.InvariantCulture, $"effect: {would.Action}\n");
                    break;
            }
        }
        return talk.ToString();
    }

    private void Take(Step step)
    {
        for (var asked = 0; step.Waiting is { } call; asked++)
        {
            if (asked == MostQueries)
                throw new InvalidOperationException($"Screen '{step.State.Screen}' called more than {MostQueries} actions in one turn.");
            step = reading.Interpreter.Resume(step, reading.Answer(call, step.State.Language, Now));
        }
        state = step.State;
        lines.AddRange(step.Replies.Select(reply => reply switch
        {
            Reply.Menu menu => new TryLine.Bot(menu, MenuText.Numbered(menu)),
            Reply.Spot spot => new TryLine.Bot(null, $"{spot.Title}\n{spot.Address}"),
            Reply.Recording recording => new TryLine.Bot(null, $"🔊 {recording.Media}"),
            _ => new TryLine.Bot(null, ""),
        }));
        lines.AddRange(step.Effects.Select(effect => new TryLine.Would(effect.Name)));
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).Trim();
}

/// <summary>A line of a talk that is tried.</summary>
internal abstract record TryLine
{
    /// <summary>What she did.</summary>
    internal sealed record She(string Text, bool IsPress) : TryLine;

    /// <summary>What the bot said; the menu, where it is one.</summary>
    internal sealed record Bot(Reply.Menu? Menu, string Text) : TryLine;

    /// <summary>What would be done for a real worker, and is not done here.</summary>
    internal sealed record Would(string Action) : TryLine;
}
