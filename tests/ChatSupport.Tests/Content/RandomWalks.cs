using System.Text.Json;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Hosting.Commands;
using CsCheck;

namespace ChatSupport.Tests.Content;

/// <summary>Workers who do anything at all with the shipped content.</summary>
public sealed class RandomWalks
{
    private const int MostChoices = 6;
    private static readonly ContentToRun Shipped = ShippedTalks.Read();
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 21, 0, 0, TimeSpan.FromHours(7));

    private static readonly string[] Words =
    [
        .. Shipped.Interpreter.Dialogs.Dialogs.Values.SelectMany(dialog => dialog.Keywords.Words.Values).SelectMany(words => words).Select(word => word.Text),
        "/x", "/start", "/back", "/forget", "/person", "2580", "១២៣៤", "រាម", "កំពង់សោម", "24/11/2026", "qqqq", "", "៩៩", "ចាស", "no",
    ];

    /// <summary>One thing to do: press the nth button of what she sees, type, or send.</summary>
    private static readonly Gen<Act> Something = Gen.Frequency(
        (6, Gen.Int[0, 11].Select(nth => new Act(nth, null))),
        (2, Gen.OneOf(Words).Select(word => new Act(-1, new Input.Text(word)))),
        (1, Gen.Select(Gen.OneOf(Words), Gen.String, (word, rest) => new Act(-1, new Input.Text(word + rest)))),
        (1, Gen.Int[0, 9].Select(number => new Act(-1, new Input.Text(Digits.ToKhmer(number.ToString(System.Globalization.CultureInfo.InvariantCulture)))))),
        (1, Gen.OneOf<Input>(
            Gen.Select(Gen.Double, Gen.Double, (north, east) => (Input)new Input.Location(north, east)),
            Gen.Const<Input>(new Input.Location(10.63, 103.5)), Gen.Const<Input>(new Input.Voice("v")), Gen.Const<Input>(new Input.Photo("p")),
            Gen.Const<Input>(new Input.Unreadable()), Gen.Const<Input>(new Input.Edited()), Gen.Const<Input>(new Input.Button("old"))).Select(input => new Act(-1, input))));

    private static readonly Gen<(string Language, ScreenId Starts, Act[] Acts)> Walks =
        from language in Gen.OneOf("km", "en")
        from starts in Gen.OneOf([.. Shipped.Interpreter.Dialogs.Dialogs.Values.SelectMany(dialog => dialog.Screens.Values).Select(screen => screen.Id)])
        from acts in Something.Array[1, 25]
        select (language, starts, acts);

    [Fact]
    public void Whatever_she_does_there_is_a_screen_that_fits_a_phone_and_a_state_that_can_be_kept() =>
        Walks.Sample(walk =>
        {
            var state = new DialogState { Screen = walk.Starts, Language = walk.Language };
            var step = Finish(Shipped.Interpreter.Open(state, walk.Starts, null, Today));
            Look(step);
            var menu = step.Replies.OfType<Reply.Menu>().Last();
            foreach (var act in walk.Acts)
            {
                state = step.State;
                step = Finish(Shipped.Interpreter.Run(state, act.On(menu), Today));
                Look(step);
                menu = step.Replies.OfType<Reply.Menu>().LastOrDefault(menu);
            }
        }, iter: 1_000);

    [Fact]
    public void The_same_input_gives_the_same_step() =>
        Walks.Sample(walk => Assert.Equal(Written(walk), Written(walk)), iter: 200);

    [Fact]
    public void Going_back_shows_what_was_there() =>
        Walks.Sample(walk =>
        {
            var state = new DialogState { Screen = walk.Starts, Language = walk.Language };
            var step = Finish(Shipped.Interpreter.Open(state, walk.Starts, null, Today));
            foreach (var act in walk.Acts)
            {
                if (step.Replies.OfType<Reply.Menu>().LastOrDefault() is not { } before)
                    return; // she left

                var on = Finish(Shipped.Interpreter.Run(step.State, act.On(before), Today));
                if (on.State.Trail is [.., var last] && last == before.Screen && on.State.Screen != before.Screen && step.State.Suggested.IsEmpty
                    && on.State.Suggested.IsEmpty && on.State.Language == before.Language && on.Replies.Length > 0)
                {
                    var back = Finish(Shipped.Interpreter.Obey(on.State, Command.Back, Today)).Replies.OfType<Reply.Menu>().Last();
                    Assert.Equal((before.Screen, before.Text), (back.Screen, back.Text));
                }

                step = on;
            }
        }, iter: 1_000);

    [Fact]
    public void What_is_explained_is_what_happens() =>
        Gen.Select(Gen.OneOf([.. Shipped.Interpreter.Dialogs.Dialogs.Values.SelectMany(dialog => dialog.Screens.Values).Select(screen => screen.Id)]), Gen.OneOf(Words), Gen.OneOf("km", "en"))
            .Sample((screen, word, language) =>
            {
                var state = Finish(Shipped.Interpreter.Open(new DialogState { Screen = screen, Language = language }, screen, null, Today)).State;
                var winner = Shipped.Interpreter.Explain(state, word, Today).FirstOrDefault(way => way.Acts);
                var step = Finish(Shipped.Interpreter.Run(state, new Input.Text(word), Today));

                if (winner is null)
                    Assert.True(step.State.Screen == state.Screen, $"'{word}' on {screen}: nothing was explained, but she went to {step.State.Screen}.");
                else if (winner.Rule is UnderstoodBy.Crisis or UnderstoodBy.Topic)
                    Assert.Equal(winner.Target, step.State.Screen.Dialog);
                else
                    Assert.False(step.Missed, $"'{word}' on {screen}: explained as {winner}, but it was not understood.");
            }, iter: 1_500);

    private static void Look(Step step)
    {
        Assert.NotNull(Shipped.Interpreter.Dialogs.Find(step.State.Screen));
        Assert.All(step.State.Trail, id => Assert.NotNull(Shipped.Interpreter.Dialogs.Find(id)));
        var written = JsonSerializer.Serialize(step.State, DialogJson.Options);
        Assert.Equal(step.State, JsonSerializer.Deserialize<DialogState>(written, DialogJson.Options));
        foreach (var menu in step.Replies.OfType<Reply.Menu>())
            Look(menu);
    }

    private static void Look(Reply.Menu menu)
    {
        var screen = Shipped.Interpreter.Dialogs.Find(menu.Screen)!;
        Assert.NotEmpty(menu.Text);
        Assert.InRange(menu.Choices.Length, 0, MostChoices);
        Assert.InRange(MenuText.Numbered(menu).Length, 1, 4_096);
        Assert.All(menu.Choices.Concat(menu.Navigation), button => Assert.Matches("^[A-Za-z0-9_-]{1,24}$", button.Id));
        Assert.Equal(menu.Choices.Length, menu.Choices.DistinctBy(choice => choice.Id).Count());
        if (screen.Choices.All(choice => choice.Each is null))
            Assert.All(menu.Choices, choice => Assert.InRange(Clusters.Count(choice.Label), 1, 24));
        Assert.DoesNotContain("{{", menu.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{%", menu.Text, StringComparison.Ordinal);
    }

    private static string Written((string Language, ScreenId Starts, Act[] Acts) walk)
    {
        var state = new DialogState { Screen = walk.Starts, Language = walk.Language };
        var steps = new List<string>();
        var step = Finish(Shipped.Interpreter.Open(state, walk.Starts, null, Today));
        var menu = step.Replies.OfType<Reply.Menu>().Last();
        foreach (var act in walk.Acts)
        {
            step = Finish(Shipped.Interpreter.Run(step.State, act.On(menu), Today));
            steps.Add(JsonSerializer.Serialize(new { step.State, step.Replies, step.Effects, step.Missed }, DialogJson.Options));
            menu = step.Replies.OfType<Reply.Menu>().LastOrDefault(menu);
        }

        return string.Join('\n', steps);
    }

    private static Step Finish(Step step)
    {
        while (step.Waiting is { } call)
            step = Shipped.Interpreter.Resume(step, Shipped.Answer(call, step.State.Language, Now));
        return step;
    }

    private sealed record Act(int Nth, Input? Input)
    {
        public Input On(Reply.Menu menu)
        {
            if (Input is not null)
                return Input;

            var buttons = menu.Choices.AddRange(menu.Navigation);
            return new Input.Button(buttons.IsEmpty ? "none" : buttons[Nth % buttons.Length].Id);
        }
    }
}
