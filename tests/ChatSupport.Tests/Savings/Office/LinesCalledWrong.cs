using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Office;
using ChatSupport.Savings.Pages;
using ChatSupport.Savings.Seats;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Savings.Office;

/// <summary>A member called a line wrong: who had a hand in it does not learn that, and somebody answers.</summary>
public sealed class LinesCalledWrong : IAsyncDisposable
{
    private readonly OfficeHost office = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DisputeBook Book => office.Get<DisputeBook>();

    [Fact]
    public async Task It_is_answered_by_who_had_no_hand_in_it()
    {
        var (dara, srey) = (await office.SignIn("dara"), await office.SignIn("srey"));
        var member = (await office.Savings.Group(1))[0];
        var entry = await office.Saves(member, 5_000, leader: "srey");
        await CallsWrong(member, entry.Seq);

        Assert.Empty(Book.Waiting(srey));
        Assert.Empty(Needs(srey));
        OfficeHost.Refused(OfficeRefusal.NotToAnswer, await Book.Answer(srey, "d1", DisputeBook.Right, Cancel));
        Assert.Equal(["A member says that a line is wrong"], Needs(dara));
        var line = Assert.Single(Book.Waiting(dara));
        Assert.Equal((member.Id, entry.Seq, 5_000L, "Person srey", false), (line.Who.Member.Id, line.Line.Seq, line.Line.Amount.Minor, line.Line.By, line.IsLate));
        OfficeHost.Refused(OfficeRefusal.NoReason, await Book.Answer(dara, "d1", "perhaps", Cancel));
        OfficeHost.Refused(OfficeRefusal.NotToAnswer, await Book.Answer(dara, "none", DisputeBook.Right, Cancel));

        Assert.Equal(OfficeAnswer.Done, await Book.Answer(dara, "d1", DisputeBook.Right, Cancel));

        Assert.Empty(Book.Waiting(dara));
        Assert.Equal((DisputeBook.Right, "Person dara"), Assert.Single(Book.Answered(dara)) is var after ? (after.Dispute.Verdict, after.By) : default);
        Assert.Empty(Book.Answered(srey));
        OfficeHost.Refused(OfficeRefusal.NotToAnswer, await Book.Answer(dara, "d1", DisputeBook.Right, Cancel));
    }

    [Fact]
    public async Task That_it_is_corrected_is_said_only_of_what_two_took_back()
    {
        var (dara, srey) = (await office.SignIn("dara"), await office.SignIn("srey"));
        var member = (await office.Savings.Group(1))[0];
        var entry = await office.Saves(member, 5_000);
        await CallsWrong(member, entry.Seq);
        office.Savings.Time.Advance(TimeSpan.FromHours(7 * 24 + 1));
        (dara, srey) = (await office.SignIn("dara"), await office.SignIn("srey"));
        Assert.Equal((7, true), Assert.Single(Book.Waiting(dara)) is var line ? (line.Age, line.IsLate) : default);

        OfficeHost.Refused(OfficeRefusal.StillStands, await Book.Answer(dara, "d1", DisputeBook.Corrected, Cancel));
        await office.Get<CorrectionBook>().Propose(dara, "fix", entry.Seq, "wrong-amount", Cancel);
        OfficeHost.Refused(OfficeRefusal.StillStands, await Book.Answer(dara, "d1", DisputeBook.Corrected, Cancel));
        OfficeHost.Is(OfficeWords.Confirmed, await office.Get<CorrectionBook>().Confirm(srey, "fix", Cancel));

        Assert.NotNull(Assert.Single(Book.Waiting(dara)).Line.ReversedBy);
        Assert.Equal(OfficeAnswer.Done, await Book.Answer(dara, "d1", DisputeBook.Corrected, Cancel));
    }

    [Fact]
    public async Task Who_asked_for_the_money_that_she_never_had_does_not_answer_for_it()
    {
        var (dara, srey, chan) = (await office.SignIn("dara"), await office.SignIn("srey"), await office.SignIn("chan"));
        var member = (await office.Savings.Group(1))[0];
        await office.Safe(50_000);
        await office.Saves(member, 5_000);
        var withdrawals = office.Get<WithdrawalBook>();
        await withdrawals.Ask(dara, "w", member.Group, member.Book, "5000", false, Cancel);
        await withdrawals.Approve(srey, 1, Cancel);
        OfficeHost.Is(OfficeWords.Paid, await withdrawals.Pay(dara, "p", 1, Cancel));
        var paid = office.Get<ChatSupport.Savings.Ledger>().Read(pen => pen.Entry("p"))!;
        Assert.Equal(EntryKind.Withdrawal, paid.Kind);
        await CallsWrong(member, paid.Seq);

        Assert.Empty(Book.Waiting(dara));
        Assert.Empty(Book.Waiting(srey));
        Assert.Single(Book.Waiting(chan));
    }

    /// <summary>Two officers keyed her opening balance. She calls it wrong: neither of them is told, and who gives out roles is told that a third one is needed.</summary>
    [Fact]
    public async Task Where_every_officer_had_a_hand_in_it_one_more_is_asked_for()
    {
        var (dara, srey) = (await office.SignIn("dara"), await office.SignIn("srey"));
        var (vanna, admin) = (await office.SignIn("vanna", StaffRole.Manager), await office.SignIn("admin", StaffRole.Administrator));
        var member = (await office.Savings.Group(1))[0];
        var openings = office.Get<OpeningBook>();
        await openings.Key(dara, member.Group, "1", "5000", Cancel);
        OfficeHost.Is(OfficeWords.Entered, await openings.Key(srey, member.Group, "1", "5000", Cancel));
        Assert.Empty(Needs(admin));

        await CallsWrong(member, 1);

        Assert.Empty(Needs(dara));
        Assert.Empty(Needs(srey));
        Assert.StartsWith("A member asks the savings office something", Assert.Single(Needs(vanna)), StringComparison.Ordinal);
        Assert.StartsWith("A member asks the savings office something", Assert.Single(Needs(admin)), StringComparison.Ordinal);
        var chan = await office.SignIn("chan");
        Assert.Empty(Needs(admin));
        Assert.Equal(["A member says that a line is wrong"], Needs(chan));
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private IEnumerable<string> Needs(string session) => SavingsNeeds.Of(office.Get<Sessions>().Look(session)!, office.Get<OfficePens>(), office.Get<AccountRows>()).Select(line => line.Text);

    private Task<bool> CallsWrong(SavingsMember member, long seq) => office.Get<StoreWriter>().Write(session =>
    {
        new Dispute { Id = "d1", Member = member.Id, Entry = seq, OpenedAt = office.Savings.Time.GetUtcNow(), DueAt = office.Savings.Time.GetUtcNow().AddDays(7) }.Add(session);
        return true;
    }, Cancel);
}
