using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Tests.Running;

public sealed class AnsweringAQuestion
{
    [Theory]
    [InlineData("ask#word", "rice", "word", "\"rice\"")]
    [InlineData("ask#word", "ស្រូវ", "word", "\"ស្រូវ\"")]
    [InlineData("ask#age", "២០", "age", "20")]
    [InlineData("ask#age", "20.5", "age", "20.5")]
    [InlineData("ask#day", "24/11/2026", "day", "\"2026-11-24\"")]
    [InlineData("ask#day", "២៤ វិច្ឆិកា ២០២៦", "day", "\"2026-11-24\"")]
    [InlineData("ask#place", "Ream", "spot", "\"Ream\"")]
    [InlineData("ask#code", "ab-12", "code", "\"AB12\"")]
    [InlineData("ask#code", "១២ ៣៤", "code", "\"1234\"")]
    [InlineData("ask#gift", "2", "gift", "\"Tea\"")]
    [InlineData("ask#gift", "rice", "gift", "\"Rice\"")]
    public void What_fits_is_kept_and_leads_on(string screen, string typed, string variable, string kept)
    {
        var worker = new Worker(screen).Types(typed);

        Assert.Equal("ask#done", worker.At);
        Assert.Equal(kept, worker.Kept(variable));
    }

    [Theory]
    [InlineData("ask#word", "r", "two to five")]
    [InlineData("ask#word", "riceee", "two to five")]
    [InlineData("ask#age", "17", "a number")]
    [InlineData("ask#age", "old", "a number")]
    [InlineData("ask#age", "100", "a number")]
    [InlineData("ask#day", "31/2/2026", "a day")]
    [InlineData("ask#photo", "here", "a photo")]
    [InlineData("ask#voice", "hello", "a voice")]
    [InlineData("ask#code", "abc", "a code")]
    [InlineData("ask#pin", "12", "digits")]
    [InlineData("ask#pin", "abcd", "digits")]
    [InlineData("ask#gift", "gold", "rice or tea")]
    public void What_does_not_fit_is_asked_for_again_and_the_second_time_in_another_way(string screen, string typed, string retry)
    {
        var worker = new Worker(screen).Types(typed);

        Assert.Equal(screen, worker.At);
        Assert.Equal(retry, worker.Menu.Notice);
        Assert.True(worker.Step.Missed);
        Assert.NotEqual(retry, worker.Types(typed).Menu.Notice);
    }

    [Fact]
    public void The_answer_goes_to_the_action_of_the_question()
    {
        var effect = Assert.Single(new Worker("ask#age").Types("20").Step.Effects);

        Assert.Equal(("note.add", "20"), (effect.Name, effect.With["text"]));
    }

    [Fact]
    public void A_pin_goes_to_its_action_and_is_kept_nowhere()
    {
        var worker = new Worker("ask#pin").Types("២៥៨០");

        Assert.Equal("2580", Assert.Single(worker.Step.Effects).With["pin"]);
        Assert.Empty(worker.State.Variables.Items);
    }

    [Fact]
    public void A_pin_that_does_not_fit_is_never_searched_for() =>
        Assert.Equal("nothing-found", new Worker("ask#pin").Types("chain").Types("chain").Menu.Notice);

    [Fact]
    public void A_photo_a_voice_and_a_spot_are_answers_where_they_are_asked_for()
    {
        Assert.Equal("\"p1\"", new Worker("ask#photo").Sends(new Input.Photo("p1")).Kept("photo"));
        Assert.Equal("\"v1\"", new Worker("ask#voice").Sends(new Input.Voice("v1")).Kept("sound"));
        Assert.Equal("{\"latitude\":10.6,\"longitude\":103.5}", new Worker("ask#place").Sends(new Input.Location(10.6, 103.5)).Kept("spot"));
    }

    [Fact]
    public void A_place_is_any_word_but_the_number_of_a_choice()
    {
        Assert.Null(new Worker("ask#place").Types("1").Kept("spot"));
        Assert.Equal("\"2\"", new Worker("ask#place").Types("2").Kept("spot"));
    }

    [Fact]
    public void A_topic_that_is_surely_meant_goes_before_asking_again() =>
        Assert.Equal("work", new Worker("ask#age").Types("I ask about my job").At);

    [Fact]
    public void The_channel_is_told_what_is_asked_for() =>
        Assert.Equal(AskKind.Pin, new Worker("ask#pin").Menu.Asks);
}
