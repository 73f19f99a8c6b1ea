using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Tests.Running;

public sealed class GoingBack
{
    [Fact]
    public void Each_step_leads_to_the_screen_before()
    {
        var worker = new Worker().Types("Work").Types("Pay").Types("Rest");

        Assert.Equal("work#pay", worker.Presses("back").At);
        Assert.Equal("work", worker.Types("back").At);
        Assert.Equal("home", worker.Types("/back").At);
        Assert.DoesNotContain("back", worker.Navigation);
    }

    [Fact]
    public void A_circle_in_the_content_makes_no_way_back_without_end()
    {
        var worker = new Worker().Types("Work").Types("Pay").Types("Work").Types("Pay").Types("Work");

        Assert.Equal("home", worker.Types("back").At);
    }

    [Fact]
    public void Home_forgets_the_way()
    {
        var worker = new Worker().Types("Work").Types("Pay").Presses("home");

        Assert.Equal("home", worker.At);
        Assert.Empty(worker.State.Trail);
        Assert.Equal("home", worker.Types("back").At);
    }

    [Fact]
    public void The_way_is_no_longer_than_twenty_screens()
    {
        var worker = new Worker().Types("Chain");
        for (var i = 0; i < 28; i++)
            worker.Types("1");

        Assert.Equal(DialogState.LongestTrail, worker.State.Trail.Length);
        for (var i = 0; i < DialogState.LongestTrail; i++)
            worker.Types("back");
        Assert.Equal("chain#s8", worker.At);
        Assert.Equal("home", worker.Types("back").At); // the end of the way is home
    }

    [Fact]
    public void Nothing_happens_a_second_time()
    {
        var goods = new Value.List([Value.Fields.Of(("name", new Value.Text("rice")), ("price", new Value.Number(5)))]);
        var worker = new Worker(answer: _ => goods).Types("Market").Types("rice");

        worker.Types("back");

        Assert.Equal("market", worker.At);
        Assert.Single(worker.Asked);
        Assert.Contains("rice", worker.Menu.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_way_leads_back_behind_a_fence()
    {
        var worker = new Worker("consent").Types("yes");

        Assert.Equal("home", worker.At);
        Assert.Equal("home", worker.Types("back").At);
        Assert.DoesNotContain(worker.State.Trail, id => id.Dialog == "consent");
    }

    [Theory]
    [InlineData("/start", "home")]
    [InlineData("/menu", "home")]
    [InlineData("home", "home")]
    [InlineData("/language", "language")]
    [InlineData("language", "language")]
    [InlineData("/help", "help")]
    [InlineData("help", "help")]
    [InlineData("/forget", "forget")]
    [InlineData("forget me", "forget")]
    public void The_words_that_work_everywhere_do(string typed, string screen) => Assert.Equal(screen, new Worker("work#rest").Types(typed).At);

    [Theory]
    [InlineData("person")]
    [InlineData("/person")]
    public void A_person_is_asked_for_in_the_dialog_that_first_asks_what_she_must_know(string typed)
    {
        var worker = new Worker("work#rest").Types(typed);

        Assert.Equal("person", worker.At);
        Assert.Empty(worker.Step.Effects);
    }

    [Theory]
    [InlineData("leave")]
    [InlineData("/x")]
    [InlineData("LEAVE!")]
    public void Leaving_keeps_her_place_and_says_nothing(string typed)
    {
        var worker = new Worker("work#rest");
        var place = worker.State;

        worker.Types(typed);

        Assert.Equal(place, worker.State);
        Assert.Empty(worker.Step.Replies);
        Assert.Equal(EngineActions.LeaveQuickly, Assert.Single(worker.Step.Effects).Name);
    }

    [Fact]
    public void A_choice_can_leave_too() =>
        Assert.Equal(EngineActions.LeaveQuickly, Assert.Single(new Worker("secret").Types("Hide").Step.Effects).Name);

    [Fact]
    public void Every_screen_but_a_fenced_one_has_home_a_person_and_leaving()
    {
        Assert.Equal(["person", "leave"], new Worker().Navigation);
        Assert.Equal(["back", "home", "person", "leave"], new Worker().Types("Work").Navigation);
        Assert.Equal(["leave"], new Worker("consent").Navigation);
        Assert.Empty(new Worker("decoy").Navigation);
    }

    [Fact]
    public void A_command_can_be_obeyed_without_a_word()
    {
        var step = Village.Shipped.Obey(new DialogState { Screen = new ScreenId("work", "rest"), Language = "en" }, Command.Home, Village.Today);

        Assert.Equal(ScreenId.Of("home"), step.State.Screen);
    }
}
