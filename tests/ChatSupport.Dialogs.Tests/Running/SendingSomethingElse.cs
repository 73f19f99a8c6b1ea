using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Tests.Running;

public sealed class SendingSomethingElse
{
    public static TheoryData<Input, string> Refused => new()
    {
        { new Input.Voice("v1"), "voice-not-here" },
        { new Input.Photo("p1"), "photo-not-here" },
        { new Input.Unreadable(), "cannot-read" },
        { new Input.Edited(), "edited-not-read" },
        { new Input.Location(double.NaN, 0), "cannot-read" },
        { new Input.Location(91, 0), "cannot-read" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_not_asked_for_is_refused_with_its_own_word(Input input, string notice)
    {
        var worker = new Worker("work").Sends(input);

        Assert.Equal(notice, worker.Menu.Notice);
        Assert.Equal("work", worker.At);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void In_the_decoy_not_even_that_is_said(Input input, string notice)
    {
        var worker = new Worker("decoy").Sends(input);

        Assert.Null(worker.Menu.Notice);
        Assert.DoesNotContain(notice, worker.Menu.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spot_out_of_nowhere_leads_to_the_services_near_it()
    {
        var worker = new Worker("work").Sends(new Input.Location(10.6, 103.5));

        Assert.Equal("services#near", worker.At);
        Assert.Equal("Near 10.6.", worker.Menu.Text);
    }

    [Fact]
    public void Before_she_agreed_a_spot_leads_nowhere() =>
        Assert.Equal("consent", new Worker("consent").Sends(new Input.Location(10.6, 103.5)).At);
}
