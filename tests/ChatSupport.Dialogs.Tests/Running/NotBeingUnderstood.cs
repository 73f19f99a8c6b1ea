namespace ChatSupport.Dialogs.Tests.Running;

public sealed class NotBeingUnderstood
{
    [Fact]
    public void The_first_time_she_is_told_kindly_and_sees_the_screen_again()
    {
        var worker = new Worker("work").Types("qqqq");

        Assert.True(worker.Step.Missed);
        Assert.Equal("not-understood", worker.Menu.Notice);
        Assert.Equal("About work.", worker.Menu.Text);
        Assert.Contains("person", worker.Navigation);
    }

    [Fact]
    public void The_second_time_she_is_offered_what_was_found()
    {
        var worker = new Worker("privacy").Types("qqqq").Types("the old shops");

        Assert.Null(worker.Menu.Notice);
        Assert.Equal("did-you-mean", worker.Menu.Text);
        Assert.Contains("Market and shops", worker.Labels);
        Assert.Contains("person", worker.Navigation);
        Assert.Equal("market#none", worker.Types("Market and shops").At);
    }

    [Fact]
    public void Where_nothing_is_found_she_is_told_so_and_never_the_same_twice()
    {
        var worker = new Worker("work");
        string? last = null;
        for (var i = 0; i < 6; i++)
        {
            worker.Types("zzzz");
            Assert.NotEqual(last, worker.Menu.Notice);
            last = worker.Menu.Notice;
        }

        Assert.Equal("nothing-found", last);
    }

    [Fact]
    public void An_offered_topic_is_taken_by_its_number_or_its_button()
    {
        Assert.Equal("market#none", new Worker("privacy").Types("qqqq").Types("the old shops").Types("១").At);
        Assert.Equal("market#none", new Worker("privacy").Types("qqqq").Types("the old shops").Presses("Market and shops").At);
    }

    [Fact]
    public void Back_takes_the_offer_away()
    {
        var worker = new Worker("privacy").Types("qqqq").Types("the old shops").Presses("back");

        Assert.Equal("privacy", worker.At);
        Assert.Equal("Yours.", worker.Menu.Text);
        Assert.Empty(worker.State.Suggested);
    }

    [Fact]
    public void A_word_that_is_understood_begins_the_count_anew()
    {
        var worker = new Worker("work").Types("qqqq").Types("Pay").Types("qqqq");

        Assert.Equal("not-understood", worker.Menu.Notice);
        Assert.Equal(1, worker.State.Misses);
    }

    [Fact]
    public void What_only_looks_like_a_topic_is_offered_and_never_acted_on()
    {
        var worker = new Worker("privacy", "km").Types("ការងិរ"); // a slip away from the title of 'work'

        Assert.Equal("privacy", worker.At);
        Assert.Equal(["ការងារ"], worker.Labels);
        Assert.Equal("work", worker.Types("១").At);
    }

    [Fact]
    public void A_text_that_is_too_long_is_not_read()
    {
        var worker = new Worker("work").Types("Pay" + new string('a', 2_000));

        Assert.Equal("too-long", worker.Menu.Notice);
        Assert.Equal("work", worker.At);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200B")]
    [InlineData("។")]
    public void An_empty_text_is_not_understood(string typed) => Assert.True(new Worker("work").Types(typed).Step.Missed);
}
