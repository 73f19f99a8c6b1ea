using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Tests.Running;

public sealed class CallingAnAction
{
    private static readonly Value.List Goods = new(
        [.. Enumerable.Range(1, 9).Select(i => Value.Fields.Of(
            ("id", new Value.Number(i)), ("name", new Value.Text($"good {i}")), ("price", new Value.Number(i == 2 ? 200 : i)),
            ("title", new Value.Text($"good {i}")), ("latitude", new Value.Number(10.5m)), ("longitude", new Value.Number(103.5m))))]);

    [Fact]
    public void A_query_is_waited_for_with_its_arguments_filled_in()
    {
        var step = Village.Shipped.Open(new DialogState { Screen = ScreenId.Of("home"), Language = "en" }, ScreenId.Of("market"));

        Assert.Equal("shop.list", step.Waiting!.Name);
        Assert.Equal("hello en", step.Waiting.With["need"]);
        Assert.Empty(step.Replies);

        var whole = Village.Shipped.Resume(step, Goods);

        Assert.Null(whole.Waiting);
        Assert.Equal(ScreenId.Of("market"), whole.State.Screen);
    }

    [Fact]
    public void A_step_that_does_not_wait_cannot_be_resumed() =>
        Assert.Throws<ArgumentException>(() => Village.Shipped.Resume(new Worker().Step, null));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_query_that_fails_or_finds_nothing_counts_as_empty(bool fails) =>
        Assert.Equal("market#none", new Worker(answer: _ => fails ? null : new Value.List([])).Types("Market").At);

    [Fact]
    public void A_choice_is_repeated_over_a_list_as_far_as_there_is_room_and_its_condition_holds() =>
        Assert.Equal(["good 1", "good 3", "good 4", "good 5", "good 6", "Nothing"], new Worker(answer: _ => Goods).Types("Market").Labels);

    [Fact]
    public void The_element_that_was_chosen_is_copied_whole_and_shown_on_the_map()
    {
        var worker = new Worker(answer: _ => Goods).Types("Market").Types("good 3");

        Assert.Equal("good 3", worker.Menu.Text);
        Assert.Contains("\"price\":3", worker.Kept("one"), StringComparison.Ordinal);
        Assert.Equal(new Reply.Spot("good 3", "", 10.5, 103.5), Assert.Single(worker.Step.Replies.OfType<Reply.Spot>()));
    }

    [Fact]
    public void An_effect_is_told_with_its_arguments_and_does_not_hold_the_dialog_up()
    {
        var worker = new Worker(answer: _ => Goods).Types("Market").Types("Nothing");

        Assert.Equal("home", worker.At);
        Assert.Equal("nothing of 5", Assert.Single(worker.Step.Effects).With["text"]);
    }

    [Fact]
    public void An_action_says_where_she_lands()
    {
        var worker = new Worker("work#rest").Types("Ask somebody");

        Assert.Equal("person", worker.At);
        Assert.Equal("rest", Assert.Single(worker.Step.Effects).With["topic"]);
    }

    [Fact]
    public void The_language_changes_at_once_and_only_to_one_that_is_offered()
    {
        var khmer = new Worker("language").Types("Khmer");
        Assert.Equal(("home", "km", "សួស្តី។"), (khmer.At, khmer.State.Language, khmer.Menu.Text));
        Assert.Empty(khmer.Step.Effects);

        Assert.Equal("en", new Worker("language").Types("French").State.Language);
    }

    [Fact]
    public void A_circle_of_branches_ends_at_home_with_an_excuse()
    {
        var worker = new Worker("secret").Types("Round");

        Assert.Equal("home", worker.At);
        Assert.Equal("our-fault", worker.Menu.Notice);
    }

    [Fact]
    public void A_screen_that_is_not_there_leads_home() =>
        Assert.Equal(ScreenId.Of("home"), Village.Shipped.Open(new Worker("work").State, new ScreenId("work", "gone")).State.Screen);
}
