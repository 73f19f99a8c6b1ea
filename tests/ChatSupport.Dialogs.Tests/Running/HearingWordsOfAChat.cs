using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Dialogs.Tests.Reading;

namespace ChatSupport.Dialogs.Tests.Running;

/// <summary>Some words are only heard in the chat with a person: in the dialogs they are words like any other.</summary>
public sealed class HearingWordsOfAChat
{
    private static readonly Interpreter shipped = Village.Shipped;

    [Theory]
    [InlineData("stop")]
    [InlineData("បញ្ចប់")]
    [InlineData("danger")]
    [InlineData("គ្រោះថ្នាក់")]
    public void They_command_nothing_in_the_dialogs(string word)
    {
        var here = new DialogState { Screen = ScreenId.Of("home"), Language = "en" };

        Assert.DoesNotContain(shipped.Explain(here, word, Village.Today), way => way.Rule == UnderstoodBy.Command);
    }

    [Theory]
    [InlineData(Command.Stop)]
    [InlineData(Command.Danger)]
    public void Obeying_them_changes_nothing(Command command)
    {
        var here = new DialogState { Screen = ScreenId.Of("home"), Language = "en" };

        Assert.Equal(here.Screen, shipped.Obey(here, command, Village.Today).State.Screen);
    }

    [Fact]
    public void A_word_of_danger_still_leads_to_the_dialog_that_has_it() =>
        Assert.Equal("emergency", shipped.Run(new DialogState { Screen = ScreenId.Of("home"), Language = "en" }, new Input.Text("i am in danger"), Village.Today).State.Screen.Dialog);

    [Fact]
    public void A_dialog_may_have_them_among_its_keywords() =>
        Assert.Empty(Content.Read(Content.With("example.yaml", Content.Sound("example.yaml") + "keywords: { en: [Stop word, Danger word] }\n")).Issues);

    [Fact]
    public void No_other_command_may_have_them()
    {
        var phrases = Content.Sound("phrases.yaml").Replace("en: [stop word]", "en: [back word]", StringComparison.Ordinal);

        Assert.Equal(["DLG064"], Content.Read(Content.With("phrases.yaml", phrases)).Issues.Select(issue => issue.Code));
    }
}
