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
    private readonly List<TryLine> lines = [];
    private readonly List<TryStep> steps = [];
    private readonly TryStart start;
    private DialogState state;

    /// <summary>Begins on a screen.</summary>
    /// <param name="reading">The content; it must be good.</param>
    /// <param name="starts">The screen.</param>
    /// <param name="language">Her language.</param>
    /// <param name="channel">Her channel, such as <c>tg</c>; null where it does not matter.</param>
    /// <param name="time">The clock. It stands still while the talk goes on, so that the same talk leads to the same screens later.</param>
    public TryOut(RevisionReading reading, ScreenId starts, string language, string? channel, TimeProvider time)
        : this(reading, new TryStart(starts, language, channel, ToMinute(time.GetUtcNow().ToOffset(phnomPenh))))
    {
    }

    private TryOut(RevisionReading reading, TryStart start)
    {
        (this.reading, this.start) = (reading, start);
        state = new DialogState { Screen = start.Screen, Language = start.Language, Channel = start.Channel };
        Take(reading.Interpreter.Open(state, start.Screen, null, Today));
    }

    /// <summary>What was said so far.</summary>
    public IReadOnlyList<TryLine> Lines => lines;

    /// <summary>The screen she stands on.</summary>
    public ScreenId Screen => state.Screen;

    /// <summary>She did something already.</summary>
    public bool HasBegun => steps.Count > 0;

    private DateOnly Today => DateOnly.FromDateTime(start.Now.DateTime);

    /// <summary>She types; what no line of a talk could hold is left out.</summary>
    public void Types(string text)
    {
        var typed = OneLine(text);
        if (typed.Length > 0)
            Does(new TryLine.She(typed, IsPress: false), new Input.Text(typed), $"she: {typed}");
    }

    /// <summary>She presses a button.</summary>
    public void Presses(Button button) => Does(new TryLine.She(button.Label, IsPress: true), new Input.Button(button.Id), LineOf(button));

    /// <summary>The same talk with other content, as far as it can be had there.</summary>
    public TryOut Again(RevisionReading content)
    {
        var again = new TryOut(content, start);
        foreach (var step in steps)
        {
            if (!step.She.IsPress)
                again.Types(step.She.Text);
            else if (again.Menu is { } menu && menu.Choices.Concat(menu.Navigation).FirstOrDefault(button => button.Label == step.She.Text) is { } button)
                again.Presses(button);
            else
                break;
        }
        return again;
    }

    /// <summary>The menu that she saw last; null for none.</summary>
    public Reply.Menu? Menu => lines.OfType<TryLine.Bot>().LastOrDefault(line => line.Menu is not null)?.Menu;

    /// <summary>The talk as a conversation test: what she did, and on which screen and with which effects it led.</summary>
    /// <param name="name">What the test is called.</param>
    public string AsTalk(string name)
    {
        var talk = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"talk: {OneLine(name)}\nlanguage: {start.Language}\n{(start.Channel is null ? "" : $"channel: {start.Channel}\n")}starts: {start.Screen}\nnow: {start.Now:yyyy-MM-dd HH:mm}\n");
        foreach (var step in steps)
        {
            talk.Append(step.Line).Append('\n');
            talk.Append("screen: ").Append(step.LedTo).Append('\n');
            foreach (var effect in step.Effects)
                talk.Append("effect: ").Append(effect).Append('\n');
            if (step.IsMissed)
                talk.Append("missed: yes\n");
        }
        return talk.ToString();
    }

    /// <summary>How a press stands in a talk, which knows buttons by their labels only: of two that are called the same the second is typed.</summary>
    private string LineOf(Button pressed)
    {
        var all = Menu is { } menu ? menu.Choices.AddRange(menu.Navigation) : [];
        if (all.FirstOrDefault(button => OneLine(button.Label) == OneLine(pressed.Label))?.Id == pressed.Id)
            return $"she presses: {OneLine(pressed.Label)}";
        var phrases = reading.Interpreter.Dialogs.Phrases;
        var command = new[] { (Phrase.Person, "/person"), (Phrase.Home, "/home"), (Phrase.Back, "/back"), (Phrase.Leave, "/x") }
            .FirstOrDefault(way => phrases.In(way.Item1, Menu!.Language) == pressed.Label).Item2;
        return $"she: {command ?? (all.IndexOf(pressed) + 1).ToString(CultureInfo.InvariantCulture)}";
    }

    private void Does(TryLine.She she, Input input, string line)
    {
        lines.Add(she);
        var step = Take(reading.Interpreter.Run(state, input, Today));
        steps.Add(new TryStep(she, line, state.Screen, [.. step.Effects.Select(effect => effect.Name)], step.Missed));
    }

    private Step Take(Step step)
    {
        for (var asked = 0; step.Waiting is { } call; asked++)
        {
            if (asked == MostQueries)
                throw new InvalidOperationException($"Screen '{step.State.Screen}' called more than {MostQueries} actions in one turn.");
            step = reading.Interpreter.Resume(step, reading.Answer(call, step.State.Language, start.Now));
        }
        state = step.State;
        lines.AddRange(step.Replies.Select<Reply, TryLine>(reply => reply switch
        {
            Reply.Menu menu => new TryLine.Bot(menu, MenuText.Numbered(menu)),
            Reply.Spot spot => new TryLine.Bot(null, $"{spot.Title}\n{spot.Address}"),
            Reply.Recording recording => new TryLine.Sound(recording.Media),
            _ => new TryLine.Bot(null, ""),
        }));
        lines.AddRange(step.Effects.Select(effect => new TryLine.Would(effect.Name)));
        return step;
    }

    private static DateTimeOffset ToMinute(DateTimeOffset time) => new(time.Year, time.Month, time.Day, time.Hour, time.Minute, 0, time.Offset);

    /// <summary>As a line of a talk can hold it: one line, no halves of characters, nothing invisible that a file of the content may not hold.</summary>
    private static string OneLine(string text) => string.Concat(text.ReplaceLineEndings(" ").EnumerateRunes()
        .Where(rune => rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF or 0xFEFF))
        .Select(rune => Rune.IsControl(rune) ? " " : rune.ToString())).Trim();
}

/// <summary>How a talk began.</summary>
internal sealed record TryStart(ScreenId Screen, string Language, string? Channel, DateTimeOffset Now);

/// <summary>One thing that she did, and what it led to.</summary>
internal sealed record TryStep(TryLine.She She, string Line, ScreenId LedTo, IReadOnlyList<string> Effects, bool IsMissed);

/// <summary>A line of a talk that is tried.</summary>
internal abstract record TryLine
{
    /// <summary>What she did.</summary>
    internal sealed record She(string Text, bool IsPress) : TryLine;

    /// <summary>What the bot said; the menu, where it is one.</summary>
    internal sealed record Bot(Reply.Menu? Menu, string Text) : TryLine;

    /// <summary>What the bot played, by its name with language and without ending.</summary>
    internal sealed record Sound(string Name) : TryLine;

    /// <summary>What would be done for a real worker, and is not done here.</summary>
    internal sealed record Would(string Action) : TryLine;
}
