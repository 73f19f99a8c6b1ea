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

    [Fact]
    public async Task A_supervisor_sees_what_the_words_found_and_what_they_did_not()
    {
        await using var desk = await DeskStaff.Start();
        var book = desk.Get<HitBook>();
        var helper = await desk.World.Educator();
        var worker = await desk.World.Asks();
        await helper.Presses("I take it");
        await worker.Types("I want to die");
        var other = await desk.World.Educator();
        var quiet = await desk.World.Asks();
        await other.Presses("I take it");
        await quiet.Types("it is fine");
        await other.Presses("More urgent");
        await other.Presses("More urgent");

        var hit = Assert.Single(book.Hits(desk.Chanthy));
        Assert.Equal(["want-to-die"], hit.Words);
        Assert.False(hit.IsFalse);
        Assert.False(Assert.Single(book.Missed(desk.Chanthy)).ByHerself);
        Assert.Same(DeskAnswer.Done, await book.Mark(desk.Chanthy, hit.Number, true, TestContext.Current.CancellationToken));
        Assert.True(Assert.Single(book.Hits(desk.Chanthy)).IsFalse);
        Assert.Equal(DeskAnswer.Not(DeskRefusal.Over), await book.Mark(desk.Chanthy, hit.Number + 1000, true, TestContext.Current.CancellationToken));
    }
}
