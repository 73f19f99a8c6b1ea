using ChatSupport.Content;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running.Talks;
using ChatSupport.Hosting.Commands;

namespace ChatSupport.Tests.Content;

/// <summary>The talks of the repository, played over the content beside them.</summary>
public sealed class ShippedTalks(ITestOutputHelper output)
{
    private static readonly Lazy<ContentToRun> Shipped = new(Read);

    private static readonly Lazy<TalkReport> Report = new(() =>
        TalkRunner.Run(Shipped.Value.Interpreter, Shipped.Value.Talks, Shipped.Value.Answer, ContentToRun.Today));

    [Fact]
    public void All_pass()
    {
        output.WriteLine(TalkWriter.Text(Report.Value, Shipped.Value.TalkIssues, untouched: true));

        Assert.Empty(Shipped.Value.TalkIssues);
        Assert.Empty(Report.Value.Failures);
    }

    [Fact]
    public void They_reach_every_screen_and_nearly_every_choice_in_each_language() =>
        Assert.All(Report.Value.Coverage, language =>
        {
            Assert.Empty(language.UntouchedScreens);
            Assert.True(language.OfChoices >= 0.95, $"{language.Language}: {language.OfChoices:P1} of the choices are taken.");
        });

    [Fact]
    public void Every_dialog_has_talks_beside_it() =>
        Assert.Empty(Shipped.Value.Interpreter.Dialogs.Dialogs.Keys.Except(Shipped.Value.Talks.Select(talk => talk.Mark.File[..^".talk".Length])));

    [Fact]
    public void They_fail_where_the_content_says_something_else()
    {
        var report = TalkRunner.Run(Shipped.Value.Interpreter, Shipped.Value.Talks, (_, _, _) => null, ContentToRun.Today);

        Assert.Contains(report.Failures, failure => failure.Mark.File == "services.talk");
        Assert.DoesNotContain(report.Failures, failure => failure.Mark.File == "decoy.talk"); // asks for no places
    }

    internal static ContentToRun Read()
    {
        var folder = ContentFolder.Find(AppContext.BaseDirectory) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return ContentToRun.Read(ContentFolder.Read(folder), out var issues)
            ?? throw new InvalidOperationException($"The shipped content has errors:\n{IssueWriter.Text(issues)}");
    }
}
