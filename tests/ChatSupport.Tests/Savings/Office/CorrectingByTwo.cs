using ChatSupport.Savings;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Office;
using ChatSupport.Staff.Roles;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Tests.Savings.Office;

/// <summary>Corrections and cash: one wants it, another confirms it.</summary>
public sealed class CorrectingByTwo : IAsyncLifetime
{
    private readonly OfficeHost office = new();
    private string dara = "";
    private string srey = "";
    private SavingsMember member = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CorrectionBook Book => office.Get<CorrectionBook>();

    private CashBook Cash => office.Get<CashBook>();

    public async ValueTask InitializeAsync()
    {
        (dara, srey) = (await office.SignIn("dara", Enum.GetValues<StaffRole>()), await office.SignIn("srey", Enum.GetValues<StaffRole>()));
        member = (await office.Savings.Group(1, "Lotus"))[0];
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task A_correction_is_made_once_by_two_people_whatever_roles_they_have()
    {
        var wrong = await office.Saves(member, 5_000);
        Assert.Equal(wrong.Seq, Book.Lines(dara, member.Group, "1").Single().Seq);

        OfficeHost.Refused(OfficeRefusal.NoReason, await Book.Propose(dara, "fix-1", wrong.Seq, "", Cancel));
        OfficeHost.Is(OfficeWords.Proposed, await Book.Propose(dara, "fix-1", wrong.Seq, "wrong-amount", Cancel));
        OfficeHost.Refused(OfficeRefusal.Proposed, await Book.Propose(srey, "fix-2", wrong.Seq, "wrong-amount", Cancel));
        OfficeHost.Refused(OfficeRefusal.SamePerson, await Book.Confirm(dara, "fix-1", Cancel));
        Assert.Equal(5_000, office.Savings.Balance(wrong.Cr)); // nothing before the second person
        OfficeHost.Is(OfficeWords.Confirmed, await Book.Confirm(srey, "fix-1", Cancel));
        OfficeHost.Refused(OfficeRefusal.DecidedAlready, await Book.Confirm(srey, "fix-1", Cancel));

        Assert.Equal(0, office.Savings.Balance(wrong.Cr));
        var entry = office.Savings.Ledger.Read(pen => pen.Entry("fix-1"))!;
        Assert.Equal(("dara", "srey", wrong.Seq, "wrong-amount"), (entry.Maker, entry.Confirmer, entry.Reverses, entry.Reason));
        OfficeHost.Refused(OfficeRefusal.Of(LedgerRefusal.AlreadyReversed), await Book.Propose(dara, "fix-3", wrong.Seq, "other", Cancel));
        OfficeHost.Refused(OfficeRefusal.Of(LedgerRefusal.IsAReversal), await Book.Propose(dara, "fix-3", entry.Seq, "other", Cancel));
        OfficeHost.Refused(OfficeRefusal.Of(LedgerRefusal.NoSuchEntry), await Book.Propose(dara, "fix-3", 99, "other", Cancel));
        Assert.Equal(entry.Seq, Book.Find(dara, wrong.Seq)!.ReversedBy);
        Assert.Empty(office.Savings.Verify());
    }

    [Fact]
    public async Task Turned_down_or_no_longer_possible_it_enters_nothing()
    {
        var wrong = await office.Saves(member, 5_000);
        await Book.Propose(dara, "fix-1", wrong.Seq, "wrong-amount", Cancel);
        Assert.Equal(OfficeAnswer.Done, await Book.Decline(srey, "fix-1", Cancel));
        OfficeHost.Refused(OfficeRefusal.DecidedAlready, await Book.Confirm(srey, "fix-1", Cancel));

        await Book.Propose(dara, "fix-2", wrong.Seq, "wrong-amount", Cancel);
        await office.Savings.Hold(wrong.Cr, 4_000);
        OfficeHost.Refused(OfficeRefusal.Of(LedgerRefusal.KeptBack), await Book.Confirm(srey, "fix-2", Cancel));
        Assert.Equal(5_000, office.Savings.Balance(wrong.Cr));
        Assert.Single(Book.Waiting(srey)); // it waits on; nothing was decided
        Assert.Equal(OfficeAnswer.Done, await Book.Decline(dara, "fix-2", Cancel)); // she takes it back
    }

    [Fact]
    public async Task An_entry_between_her_pockets_is_not_shown_to_anybody()
    {
        var (open, hidden) = (await office.Savings.Savings(member), await office.Savings.Savings(member, pocket: Pocket.Private));
        await office.Saves(member, 5_000);
        await office.Savings.Must(new EntryWish(office.Savings.Id(), EntryKind.Pocket, open, hidden, Money.Riel(1_500), "x"));

        Assert.Equal([EntryKind.Deposit], Book.Lines(dara, member.Group, "1").Select(line => line.Kind));
        Assert.Empty(Book.Lines(dara, member.Group, "9"));
    }

    [Fact]
    public async Task Cash_moves_when_the_other_side_confirms_and_never_by_its_owner_alone()
    {
        await office.Saves(member, 9_000, leader: "leader");
        var wish = new CashWish(EntryKind.Handover, "float:leader", "safe", "9000", false, null);

        OfficeHost.Is(OfficeWords.Proposed, await Cash.Propose(dara, "move-1", wish, Cancel));
        OfficeHost.Is(OfficeWords.Proposed, await Cash.Propose(dara, "move-1", wish, Cancel));
        OfficeHost.Refused(OfficeRefusal.SamePerson, await Book.Confirm(dara, "move-1", Cancel));
        var leader = await office.SignIn("leader");
        OfficeHost.Refused(OfficeRefusal.SamePerson, await Book.Confirm(leader, "move-1", Cancel)); // her own float
        var line = Assert.Single(Book.Waiting(srey));
        Assert.Equal((AccountKind.CollectorFloat, AccountKind.NgoSafe, Money.Riel(9_000)), (line.From!.Kind, line.To!.Kind, line.Amount!.Value));
        OfficeHost.Is(OfficeWords.Confirmed, await Book.Confirm(srey, "move-1", Cancel));

        Assert.Equal([(AccountKind.NgoSafe, 9_000L), (AccountKind.CollectorFloat, 0L)], Cash.Look(dara).Select(place => (place.Kind, place.Balance.Minor)).OrderByDescending(place => place.Item2));
        Assert.Empty(office.Savings.Verify());
    }

    [Fact]
    public async Task Cash_of_the_opening_and_what_is_short_or_over_goes_where_it_belongs()
    {
        await Does("a", new CashWish(EntryKind.OpeningCash, null, "safe", "50000", false, null));
        await Does("b", new CashWish(EntryKind.Shortage, "safe", null, "500", false, "wrong-change"));
        await Does("c", new CashWish(EntryKind.Surplus, "safe", null, "200", false, "counted-again"));

        Assert.Equal(49_700, Cash.Look(dara).Single().Balance.Minor);
        Assert.Equal(300, office.Savings.Balance(await office.Savings.Open(AccountKind.OverShort)));
        OfficeHost.Refused(OfficeRefusal.NoReason, await Cash.Propose(dara, "d", new CashWish(EntryKind.Shortage, "safe", null, "500", false, null), Cancel));
        OfficeHost.Refused(OfficeRefusal.NoReason, await Cash.Propose(dara, "d", new CashWish(EntryKind.Deposit, "safe", "safe", "500", false, null), Cancel));
        OfficeHost.Refused(OfficeRefusal.SamePlace, await Cash.Propose(dara, "d", new CashWish(EntryKind.Handover, "safe", "safe", "500", false, null), Cancel));
        OfficeHost.Refused(OfficeRefusal.SamePlace, await Cash.Propose(dara, "d", new CashWish(EntryKind.Handover, "safe", "box:none", "500", false, null), Cancel));
        OfficeHost.Refused(OfficeRefusal.Of(LedgerRefusal.NoNotes), await Cash.Propose(dara, "d", new CashWish(EntryKind.Handover, "safe", $"box:{member.Group}", "550៛", false, null), Cancel));
        OfficeHost.Refused(OfficeRefusal.Of(LedgerRefusal.CentsNotMeant), await Cash.Propose(dara, "d", new CashWish(EntryKind.Handover, "safe", $"box:{member.Group}", "2.50$", false, null), Cancel));
        Assert.Empty(office.Savings.Verify());
    }

    [Fact]
    public async Task Cash_that_is_too_old_or_too_much_stands_first()
    {
        var day = ChatSupport.Savings.PhnomPenh.DayOf(office.Savings.Time.GetUtcNow());
        await office.Saves(member, 4_000, leader: "quick", day: day.AddDays(-2));
        await office.Saves(member, 3_000, leader: "slow", day: day.AddDays(-20));
        await office.Saves(member, 2_000, leader: "slow", day: day.AddDays(-3));
        Assert.Equal(OfficeAnswer.Done, await Cash.SetLimit(dara, "quick", "Sister Q", "3000", "", Cancel));
        OfficeHost.Refused(OfficeRefusal.Contact, await Cash.SetLimit(dara, "quick", "call 012345678", "3000", "", Cancel));

        var lines = Cash.Look(dara);
        Assert.Equal(("Sister Q", true, false, day.AddDays(-2)), (lines[0].Name, lines[0].IsOver, lines[0].IsOld, lines[0].Since!.Value));
        Assert.Equal(("slow", false, true, day.AddDays(-20)), (lines[1].Name, lines[1].IsOver, lines[1].IsOld, lines[1].Since!.Value));

        await Does("move", new CashWish(EntryKind.Handover, "float:slow", "safe", "3000", false, null)); // the oldest goes first
        Assert.Equal(day.AddDays(-3), Cash.Look(dara).Single(line => line.Owner == "slow").Since);
        Assert.Contains("Sister Q", Cash.Places(dara).Select(place => place.Name));
    }

    [Theory]
    [InlineData("UPDATE savings_proposals SET amount = 1")]
    [InlineData("DELETE FROM savings_proposals")]
    [InlineData("INSERT OR REPLACE INTO savings_proposals SELECT * FROM savings_proposals")]
    [InlineData("UPDATE savings_decisions SET decided_by = 'x'")]
    [InlineData("DELETE FROM savings_decisions")]
    [InlineData("INSERT OR REPLACE INTO savings_decisions SELECT * FROM savings_decisions")]
    [InlineData("INSERT INTO savings_decisions (proposal, is_confirmed, decided_by, decided_at) VALUES ('waits', 1, 'dara', 1)")]
    [InlineData("INSERT INTO savings_decisions (proposal, is_confirmed, decided_by, decided_at) VALUES ('none', 1, 'x', 1)")]
    public async Task The_database_refuses_every_change_and_a_confirmation_by_who_wanted_it(string sql)
    {
        await Does("done", new CashWish(EntryKind.OpeningCash, null, "safe", "50000", false, null));
        await Cash.Propose(dara, "waits", new CashWish(EntryKind.OpeningCash, null, "safe", "100", false, null), Cancel);

        Assert.Equal(19, Assert.Throws<SqliteException>(() => office.Savings.Raw($"PRAGMA recursive_triggers=OFF; {sql}")).SqliteErrorCode);
    }

    private async Task Does(string id, CashWish wish)
    {
        OfficeHost.Is(OfficeWords.Proposed, await Cash.Propose(dara, id, wish, Cancel));
        OfficeHost.Is(OfficeWords.Confirmed, await Book.Confirm(srey, id, Cancel));
    }
}
