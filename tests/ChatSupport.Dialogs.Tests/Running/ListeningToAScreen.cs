using System.Text;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Tests.Running;

public sealed class ListeningToAScreen
{
    private const string Phrases = """
        format: 1
        languages: [km, en]
        phrases: { listen: { km: ស្តាប់, en: Listen } }
        """;

    private const string Home = """
        format: 1
        dialog: home
        title: { km: ដើម, en: First page }
        screens:
          start: { text: { km: សួស្តី, en: Hello }, voice: welcome/hello }
        """;

    [Fact]
    public void It_is_offered_in_the_language_that_was_recorded() => Assert.Equal(["ស្តាប់"], Listening("km"));

    [Fact]
    public void It_is_not_offered_in_a_language_that_nobody_recorded() => Assert.Empty(Listening("en"));

    [Fact]
    public void Pressing_it_plays_the_recording_and_changes_nothing()
    {
        var worker = new Worker("work#rest");
        var before = worker.State;

        worker.Presses("listen");

        Assert.Equal(new Reply.Recording("work/rest.en"), Assert.Single(worker.Step.Replies));
        Assert.Equal(before, worker.State);
    }

    [Fact]
    public void The_button_of_an_older_screen_plays_nothing()
    {
        var listen = new Worker("work#rest").Menu.Navigation.Single(button => button.Label == "listen").Id;

        Assert.Equal("old-button", new Worker("work").PressesId(listen).Menu.Notice);
    }

    private static IEnumerable<string> Listening(string language)
    {
        ContentFile[] files = [File("phrases.yaml", Phrases), File("home.yaml", Home), File("media/welcome/hello.km.ogg", "")];
        var set = DialogReader.Read(files, EngineActions.All, new DateOnly(2026, 11, 24)).Set;
        var walker = new Interpreter(set!, EngineActions.All);
        var step = walker.Show(new DialogState { Screen = ScreenId.Of("home"), Language = language });
        return step.Replies.OfType<Reply.Menu>().Single().Navigation.Select(button => button.Label).Where(label => label is "ស្តាប់" or "Listen");
    }

    private static ContentFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
