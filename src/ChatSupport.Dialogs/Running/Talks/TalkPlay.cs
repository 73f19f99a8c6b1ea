using System.Collections.Immutable;
using System.Text.Json;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Running.Talks;

/// <summary>One talk under way. Lives for one call.</summary>
internal sealed class TalkPlay
{
    private const int MostQueries = 20; // as in a turn
    private static readonly TimeSpan PhnomPenh = TimeSpan.FromHours(7);

    private readonly Interpreter interpreter;
    private readonly Talk talk;
    private readonly TalkAnswer answer;
    private readonly Trace trace;
    private readonly DateTimeOffset now;
    private readonly List<Reply.Menu> menus = [];
    private readonly List<DialogIssue> failures = [];
    private DialogState state;
    private TalkHearing heard = TalkHearing.Nothing;

    public TalkPlay(Interpreter interpreter, Talk talk, TalkAnswer answer, DateOnly today, Trace trace)
    {
        this.interpreter = interpreter;
        this.talk = talk;
        this.answer = answer;
        this.trace = trace;
        now = new DateTimeOffset(talk.Now ?? today.ToDateTime(new TimeOnly(12, 0)), PhnomPenh);
        state = new DialogState { Screen = talk.Starts, Language = talk.Language, Channel = talk.Channel };
    }

    private DateOnly Today => DateOnly.FromDateTime(now.DateTime);

    public IReadOnlyList<DialogIssue> Play()
    {
        Take(interpreter.Open(state, talk.Starts, null, Today, trace), talk.Mark);
        foreach (var line in talk.Lines)
        {
            switch (line)
            {
                case TalkLine.Does does:
                    Take(interpreter.Run(state, does.Input, Today, trace), line.Mark);
                    break;
                case TalkLine.Presses presses:
                    Press(presses);
                    break;
                default:
                    if (TalkExpectation.Miss(talk, line, state, heard) is { } failure)
                        failures.Add(failure);
                    break;
            }
        }

        return failures;
    }

    private void Press(TalkLine.Presses presses)
    {
        var label = TalkHearing.Plain(presses.Label);
        var button = Enumerable.Reverse(menus).SelectMany(menu => menu.Choices.Concat(menu.Navigation))
            .FirstOrDefault(button => TalkHearing.Plain(button.Label) == label);
        if (button is not null)
        {
            Take(interpreter.Run(state, new Input.Button(button.Id), Today, trace), presses.Mark);
            return;
        }

        var shown = menus is [.., var last] ? string.Join(", ", last.Choices.Concat(last.Navigation).Select(one => $"'{one.Label}'")) : "";
        failures.Add(TalkRules.UnknownButton.At(presses.Mark,
            $"In the talk '{talk.Name}' no menu so far has a button '{presses.Label}'. The last had: {(shown.Length == 0 ? "none" : shown)}.",
            "Write the whole label of a button as it is shown in the language of the talk."));
        heard = TalkHearing.Nothing;
    }

    private void Take(Step step, Mark mark)
    {
        for (var asked = 0; step.Waiting is { } call; asked++)
        {
            if (asked == MostQueries)
                throw new InvalidOperationException($"Screen '{step.State.Screen}' called more than {MostQueries} actions in one turn, last '{call.Name}'.");
            step = interpreter.Resume(step, answer(call, step.State.Language, now));
        }

        menus.AddRange(step.Replies.OfType<Reply.Menu>());
        heard = new TalkHearing(step.Replies, step.Effects, step.Missed);
        Keep(step.State, mark);
    }

    private void Keep(DialogState next, Mark mark)
    {
        var written = JsonSerializer.Serialize(next, DialogJson.Options);
        state = JsonSerializer.Deserialize<DialogState>(written, DialogJson.Options)!;
        if (!state.Equals(next))
        {
            failures.Add(TalkRules.NotKept.At(mark, $"In the talk '{talk.Name}' the state at '{next.Screen}' is another after it was saved and read again.",
                "This is a fault of the program, not of the content: report it with this talk."));
        }
    }
}

/// <summary>What followed her last line.</summary>
internal sealed record TalkHearing(ImmutableArray<Reply> Replies, ImmutableArray<Effect> Effects, bool Missed)
{
    public static TalkHearing Nothing { get; } = new([], [], false);

    /// <summary>Everything that was said: notices, texts, numbered labels, navigation, spots, recordings.</summary>
    public string Text => string.Join('\n', Replies.Select(Said));

    /// <summary>The form in which texts are compared.</summary>
    public static string Plain(string text) => string.Join(' ', Khmer.CanonicalOrder.Of(string.Concat(text.Where(c => !Khmer.Signs.IsInvisible(c))))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Said(Reply reply) => reply switch
    {
        Reply.Menu menu => string.Join('\n', [MenuText.Numbered(menu), .. menu.Navigation.Select(button => button.Label)]),
        Reply.Spot spot => $"{spot.Title}\n{spot.Address}",
        Reply.Recording recording => recording.Media,
        _ => "",
    };
}
