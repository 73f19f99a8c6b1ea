using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Tests.Reading;

public sealed class OlderFormats
{
    [Fact]
    public void Format_0_said_say_where_format_1_says_text()
    {
        var old = Content.Sound("example.yaml").Replace("format: 1", "format: 0", StringComparison.Ordinal).Replace("text:", "say:", StringComparison.Ordinal);

        var read = Content.Read(Content.With("example.yaml", old));

        Assert.Equal("This is an example.", read.Set!.Find(new("example", "start"))!.Text.In("en"));
        var hint = Assert.Single(read.Issues);
        Assert.Equal(("DLG031", Severity.Hint), (hint.Code, hint.Severity));
    }

    [Fact]
    public void A_screen_that_already_says_text_keeps_it()
    {
        var both = Content.Sound("example.yaml").Replace("format: 1", "format: 0", StringComparison.Ordinal) + "    say: { km: ចាស់, en: Old }\n";

        var read = Content.Read(Content.With("example.yaml", both));

        Assert.Equal("This is an example.", read.Set!.Find(new("example", "start"))!.Text.In("en"));
        Assert.Single(read.Issues, issue => issue.Code == "DLG020");
    }

    [Fact]
    public void Format_1_does_not_know_say()
    {
        var wrong = Content.Sound("example.yaml").Replace("text:", "say:", StringComparison.Ordinal);

        Assert.Contains(Content.Read(Content.With("example.yaml", wrong)).Issues, issue => issue.Code == "DLG020");
    }

    [Theory]
    [InlineData("one")]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData("99999999999999999999")]
    public void A_format_that_is_no_whole_number_is_a_finding(string format)
    {
        var odd = Content.Sound("example.yaml").Replace("format: 1", $"format: {format}", StringComparison.Ordinal);

        Assert.Single(Content.Read(Content.With("example.yaml", odd)).Issues, issue => issue is { Code: "DLG024", Mark: { Line: 1, Column: 9 } });
    }
}
