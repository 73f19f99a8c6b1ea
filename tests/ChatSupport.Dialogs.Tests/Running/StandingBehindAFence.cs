using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Tests.Running;

public sealed class StandingBehindAFence
{
    [Theory]
    [InlineData("home")]
    [InlineData("/start")]
    [InlineData("person")]
    [InlineData("back")]
    [InlineData("my job")]
    [InlineData("forget me")]
    public void Before_she_agreed_only_the_screens_own_choices_work(string typed)
    {
        var worker = new Worker("consent").Types(typed);

        Assert.Equal("consent", worker.At);
        Assert.Empty(worker.Step.Effects);
        Assert.Equal("not-understood", worker.Menu.Notice);
    }

    [Fact]
    public void Leaving_works_there_too() => Assert.Single(new Worker("consent").Types("leave").Step.Effects);

    [Fact]
    public void Urgent_help_opens_before_she_agreed() => Assert.Equal("emergency", new Worker("consent").Types("I am in danger").At);

    [Fact]
    public void Agreeing_is_an_effect_and_leads_home()
    {
        var worker = new Worker("consent").Types("yes");

        Assert.Equal("home", worker.At);
        Assert.Equal(EngineActions.ConsentGive, Assert.Single(worker.Step.Effects).Name);
    }

    [Theory]
    [InlineData("home")]
    [InlineData("leave")]
    [InlineData("/x")]
    [InlineData("I am in danger")]
    [InlineData("lotus")]
    [InlineData("my job")]
    [InlineData("qqqq")]
    public void The_decoy_knows_nothing_and_says_nothing(string typed)
    {
        var worker = new Worker("decoy").Types(typed).Types(typed).Types(typed);

        Assert.Equal("decoy", worker.At);
        Assert.Empty(worker.Step.Effects);
        Assert.Null(worker.Menu.Notice);
        Assert.Equal("Drop by drop.", worker.Menu.Text);
        Assert.Empty(worker.Navigation);
    }

    [Fact]
    public void The_buttons_of_a_real_screen_do_nothing_in_the_decoy()
    {
        var real = new Worker("work#rest");
        foreach (var button in real.Menu.Choices.Concat(real.Menu.Navigation))
        {
            var worker = new Worker("decoy").PressesId(button.Id);

            Assert.Equal("decoy", worker.At);
            Assert.Null(worker.Menu.Notice);
        }
    }

    [Fact]
    public void The_decoys_own_choices_work() => Assert.Equal("decoy#second", new Worker("decoy").Types("1").At);
}
