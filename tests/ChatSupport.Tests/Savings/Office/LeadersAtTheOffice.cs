using ChatSupport.Dialogs.Running;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Leaders;
using ChatSupport.Savings.Office;
using ChatSupport.Savings.Pages;
using ChatSupport.Savings.Seats;
using ChatSupport.Staff.Accounts;
using ChatSupport.Tests.Savings.Meetings;

namespace ChatSupport.Tests.Savings.Office;

/// <summary>What leaders and members ask for on their phones is decided at the office.</summary>
public sealed class LeadersAtTheOffice : IAsyncDisposable
{
    private readonly OfficeHost office = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private MeetingBook Meetings => office.Get<MeetingBook>();

    [Fact]
    public async Task Cash_is_counted_by_who_receives_it_and_a_wrong_entry_is_taken_back()
    {
        var dara = await office.SignIn("dara");
        await SendingASheet.Meet(office.Savings);
        await Asks("sheet", ("text", "1 20000, 2 10000"));
        await Asks("wrong", ("entry", "2"));
        var wrong = Assert.Single(Meetings.Look(dara).Asks);
        Assert.Equal(("2", 10_000L), (wrong.Book, wrong.Entry.Amount.Minor));
        Assert.Equal(["A leader waits for the office"], SavingsNeeds.Of(office.Get<Sessions>().Look(dara)!, office.Get<OfficePens>(), office.Get<AccountRows>()).Select(line => line.Text));

        Assert.Equal(OfficeAnswer.Done, await Meetings.TakeBack(dara, wrong.Id, Cancel));
        Assert.Empty(Meetings.Look(dara).Asks);
        OfficeHost.Refused(OfficeRefusal.Of(ChatSupport.Savings.LedgerRefusal.AlreadyReversed), await Meetings.Decline(dara, wrong.Id, Cancel));

        await Asks("give", ("text", "20000"));
        OfficeHost.Refused(OfficeRefusal.OtherCash, await Meetings.Receive(dara, Assert.Single(Meetings.Look(dara).Offers).Id, "19000", Cancel));
        Assert.Empty(Meetings.Look(dara).Offers); // the two count again, and she offers anew
        await Asks("give", ("text", "20000"));
        var offer = Assert.Single(Meetings.Look(dara).Offers).Id;
        OfficeHost.Refused(OfficeRefusal.OtherCash, await Meetings.Receive(dara, offer, "5$", Cancel));
        OfficeHost.Refused(OfficeRefusal.NoMoneyText, await Meetings.Receive(dara, offer, "all of it", Cancel));
        OfficeHost.Is(OfficeWords.Received, await Meetings.Receive(dara, offer, "២០,០០០៛", Cancel));
        Assert.Equal(20_000, office.Savings.Balance(await office.Savings.Open(AccountKind.NgoSafe)));
        Assert.Empty(office.Savings.Verify());
    }

    [Fact]
    public async Task A_leader_is_made_gets_a_new_link_and_leads_no_longer()
    {
        var (dara, srey) = (await office.SignIn("dara"), await office.SignIn("srey"));
        var group = (await office.Savings.Group(1))[0].Group;

        Assert.IsType<LeaderLinkAnswer.Waits>(await Meetings.Invite(dara, group, Cancel));
        Assert.IsType<LeaderLinkAnswer.Waits>(await Meetings.Invite(dara, group, Cancel)); // one officer is one, however often she presses
        Assert.Empty(Meetings.Look(dara).Leaders);
        var first = Assert.IsType<LeaderLinkAnswer.Made>(await Meetings.Invite(srey, group, Cancel)).Link;
        Assert.IsType<LeaderLinkAnswer.Waits>(await Meetings.InviteAgain(srey, first.Seat.Id, Cancel));
        Assert.Null(Assert.Single(Meetings.Look(dara).Leaders).Seat.LinkHash); // the link of before leads nothing while the second is asked
        var again = Assert.IsType<LeaderLinkAnswer.Made>(await Meetings.InviteAgain(dara, first.Seat.Id, Cancel)).Link;
        Assert.NotEqual(first.Word, again.Word);
        Assert.Equal(first.Seat.Id, Assert.Single(Meetings.Look(dara).Leaders).Seat.Id);
        Assert.Equal(OfficeAnswer.Done, await Meetings.End(dara, first.Seat.Id, Cancel));
        Assert.Empty(Meetings.Look(dara).Leaders);
        Assert.IsType<LeaderLinkAnswer.NotThere>(await Meetings.InviteAgain(dara, first.Seat.Id, Cancel));
        Assert.IsType<LeaderLinkAnswer.NotThere>(await Meetings.Invite(dara, "none", Cancel));
        Assert.Equal(2, office.Audit("savings.leader-ask").Count(entry => entry.Subject == group));
    }

    [Fact]
    public async Task The_day_of_the_next_meeting_is_noted_and_taken_back()
    {
        var dara = await office.SignIn("dara");
        var group = (await office.Savings.Group(1))[0].Group;
        Assert.Null(Assert.Single(Meetings.Look(dara).Next).Day);

        OfficeHost.Refused(OfficeRefusal.NotADay, await Meetings.Plan(dara, group, "2020-01-01", Cancel));
        OfficeHost.Refused(OfficeRefusal.NotADay, await Meetings.Plan(dara, group, "tomorrow", Cancel));
        OfficeHost.Refused(OfficeRefusal.NoSuchGroup, await Meetings.Plan(dara, "none", "2027-01-05", Cancel));
        Assert.Equal(OfficeAnswer.Done, await Meetings.Plan(dara, group, "2027-01-05", Cancel));
        Assert.Equal(new DateOnly(2027, 1, 5), Assert.Single(Meetings.Look(dara).Next).Day);
        Assert.Equal(OfficeAnswer.Done, await Meetings.Plan(dara, group, "", Cancel));
        Assert.Null(Assert.Single(Meetings.Look(dara).Next).Day);
    }

    [Fact]
    public async Task A_phone_is_linked_and_lost_and_a_release_takes_two()
    {
        var (dara, srey) = (await office.SignIn("dara"), await office.SignIn("srey"));
        var member = (await office.Savings.Group(1))[0];
        var book = office.Get<SeatBook>();

        Assert.Null(book.Find(dara, member.Group, "99"));
        var seat = book.Find(dara, member.Group, "1")!;
        Assert.False(seat.Standing.IsLinked);
        Assert.Matches("^[0-9]{4} [0-9]{4} [0-9]{4}$", Assert.IsType<SeatAnswer.Code>(await book.GiveCode(dara, seat.Member, Cancel)).Digits);
        Assert.Equal(new SeatAnswer.Refused(SeatRefusal.NotLinked), await book.TakeOff(dara, seat.Member, Cancel));
        Assert.IsType<SeatAnswer.NeedsAnother>(await book.Release(dara, seat.Member, Cancel));
        Assert.IsType<SeatAnswer.NeedsAnother>(await book.Release(dara, seat.Member, Cancel)); // she is one person however often she presses
        Assert.Equal(new SeatAnswer.Done(), await book.Release(srey, seat.Member, Cancel));
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private async Task Asks(string act, params (string Name, string Value)[] with)
    {
        var said = await SendingASheet.Do(office.Savings, new Effect($"meeting.{act}", with.ToDictionary(one => one.Name, one => one.Value)), office.Savings.Id());
        Assert.StartsWith("done", said.Code, StringComparison.Ordinal);
    }
}
