namespace ChatSupport.Dialogs.Tests.Running;

public sealed class HearingOfACrisis
{
    [Theory]
    [InlineData("work")]
    [InlineData("ask#word")]
    [InlineData("ask#pin")]
    [InlineData("ask#gift")]
    [InlineData("secret")]
    public void Help_opens_from_every_screen_and_before_every_question(string screen)
    {
        Assert.Equal("emergency", new Worker(screen).Types("please I am in danger").At);
        Assert.Equal("emergency", new Worker(screen, "km").Types("ខ្ញុំចង់ស្លាប់ណាស់").At);
    }

    [Fact]
    public void A_slip_of_the_finger_is_no_hindrance() => Assert.Equal("emergency", new Worker("work", "km").Types("ចង់ស្លាប").At);

    [Fact]
    public void A_very_long_cry_is_heard_too() =>
        Assert.Equal("emergency", new Worker("work").Types("I am in danger " + string.Concat(Enumerable.Repeat("please ", 1_000))).At);

    [Fact]
    public void A_phrase_that_only_sounds_like_it_opens_nothing() => Assert.NotEqual("emergency", new Worker("work").Types("I am not in danger").At);

    [Fact]
    public void It_is_never_taken_for_an_answer() => Assert.Null(new Worker("ask#place").Types("in danger").Kept("spot"));
}
