using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

public sealed class WordsOfTheChatWithAPerson
{
    private static readonly DialogSet shipped =
        DialogReader.Read(ContentFolder.Read(ContentFolder.Find(AppContext.BaseDirectory)!), KnownActions.All, new DateOnly(2026, 11, 24)).Set!;

    [Theory]
    [InlineData("បញ្ចប់", true, false)]
    [InlineData("Stop", true, false)]
    [InlineData("banhchob", true, false)]
    [InlineData("គ្រោះថ្នាក់!", false, true)]
    [InlineData(" DANGER ", false, true)]
    [InlineData("kruos thnak", false, true)]
    [InlineData("please do not stop", false, false)]
    [InlineData("លាក់", false, false)]
    public void Only_the_whole_message_is_one(string said, bool stops, bool isDanger) => Assert.Equal(
        (stops, isDanger), (Wish.Is(Command.Stop, new Input.Text(said), shipped), Wish.Is(Command.Danger, new Input.Text(said), shipped)));
}
