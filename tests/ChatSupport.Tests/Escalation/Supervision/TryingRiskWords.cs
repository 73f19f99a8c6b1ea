using ChatSupport.Dialogs.Risk;
using ChatSupport.Escalation.Supervision;

namespace ChatSupport.Tests.Escalation.Supervision;

public sealed class TryingRiskWords
{
    [Fact]
    public async Task A_text_shows_what_is_found_in_it_and_where()
    {
        await using var desk = await DeskStaff.Start();
        var book = desk.Get<WordBook>();

        var trial = book.Try(desk.Chanthy, "I want to die, 012 345 678");

        var hit = Assert.Single(trial.Risks);
        Assert.Equal((RiskClass.SelfHarm, 0, "want to die"), (hit.Class, hit.Level, trial.Text.Substring(hit.Start, hit.Length)));
        Assert.Equal(ContactKind.Telephone, Assert.Single(trial.Contacts).Kind);
        Assert.Contains(book.Entries(desk.Chanthy), entry => entry.Id == "want-to-die");
        Assert.Empty(book.Try(desk.Chanthy, "").Risks);
        Assert.Equal(WordBook.LongestText, book.Try(desk.Chanthy, new string('x', 10_000)).Text.Length);
    }
}
