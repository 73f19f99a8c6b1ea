using ChatSupport.Content;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;
using ChatSupport.Savings;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Checking;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Holds;
using ChatSupport.Savings.Leaders;
using ChatSupport.Savings.Meetings;
using ChatSupport.Savings.Office;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Savings.Meetings;

/// <summary>Groups that meet, over the shipped content: leaders talk with the bot, an officer decides.</summary>
internal sealed class MeetingWorld : IAsyncDisposable
{
    public const string Officer = "officer";

    private static readonly Lazy<Interpreter> shipped = new(() => new Interpreter(
        DialogReader.Read(ContentFolder.Read(ContentFolder.Find(AppContext.BaseDirectory)!), KnownActions.All, new DateOnly(2026, 11, 24)).Set!, KnownActions.All));

    private MeetingWorld(TurnHost host, SavingsGroup group, IReadOnlyList<SavingsMember> members) => (Host, Group, Members) = (host, group, members);

    public TurnHost Host { get; }

    public SavingsGroup Group { get; }

    public IReadOnlyList<SavingsMember> Members { get; }

    public MeetingDesk Desk => Host.Get<MeetingDesk>();

    /// <summary>Withdrawals that wait for the office.</summary>
    public IReadOnlyList<LedgerHold> Waiting => Host.Get<OfficePens>().Read(pen => Approvals.Waiting(pen).Where(hold => Approvals.ByWhom(pen.Session, pen.Ledger, hold.Number) is null).ToList());

    public Ledger Ledger => Host.Get<Ledger>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The office agrees to a withdrawal.</summary>
    public Task<OfficeAnswer> Approve(long hold, string by) => Host.Get<OfficePens>().Write(pen => Approvals.Approve(pen, hold, by), Cancel);

    /// <summary>A group with so many members, whose books are 1, 2, 3 …</summary>
    public static async Task<MeetingWorld> Start(int members = 6, Action<IServiceCollection>? also = null)
    {
        var host = await TurnHost.Start(null, null, shipped.Value, services =>
        {
            services.AddMeetings();
            also?.Invoke(services);
        });
        await host.Get<StoreWriter>().Write(session =>
        {
            host.Get<AccountRows>().Add(session, new StaffAccount { Id = Officer, Name = "Officer", Roles = [StaffRole.SavingsOfficer], Stamp = "x", MadeAt = host.Time.GetUtcNow() });
            return true;
        }, Cancel);
        var roll = host.Get<GroupRoll>();
        var group = (await roll.Found("Lotus", Officer, Cancel))!;
        var joined = new List<SavingsMember>();
        for (var book = 1; book <= members; book++)
            joined.Add(((RollOutcome.Joined)await roll.Join(group.Id, $"{book}", $"Flower {book}", Officer, Cancel)).Member);
        return new MeetingWorld(host, group, joined);
    }

    /// <summary>A leader whose phone is linked, on the first screen of meetings.</summary>
    public async Task<(Talk Talk, LeaderSeat Seat)> Leader()
    {
        var link = (await Host.Get<LeaderRoll>().Invite(Group.Id, Officer, Cancel))!;
        var talk = Host.Meet();
        Assert.Equal("savings-leader#welcome", (await talk.Types("/start " + link.Word)).Screen);
        Assert.StartsWith("savings-leader", (await talk.Presses("Begin")).Screen, StringComparison.Ordinal);
        return (talk, link.Seat);
    }

    /// <summary>A leader in an open meeting.</summary>
    public async Task<(Talk Talk, LeaderSeat Seat)> LeaderInAMeeting()
    {
        var leader = await Leader();
        Assert.Equal("savings-leader#open", (await leader.Talk.Presses("Open the meeting")).Screen);
        return leader;
    }

    /// <summary>What a member has saved, as nobody of the group is told.</summary>
    public long Saved(int book, Currency currency = Currency.Khr) => Ledger.Read(pen =>
        pen.Account(AccountKind.MemberSavings, Members[book - 1].Id, Pocket.Open, currency) is { } account ? pen.Balance(account.Number) : 0);

    public long Float(LeaderSeat seat, Currency currency = Currency.Khr) => Ledger.Read(pen =>
        pen.Account(AccountKind.CollectorFloat, seat.Id, Pocket.None, currency) is { } account ? pen.Balance(account.Number) : 0);

    public long Entries => Host.Get<StoreReaders>().Read(session => (long)session["SELECT count(*) FROM savings_entries"].One()!);

    public Meeting? Running => Host.Get<StoreReaders>().Read(session => MeetingRows.Running(session, Group.Id));

    /// <summary>Saves for somebody before any meeting.</summary>
    public Task<EntryOutcome> Save(int book, long riel) => Ledger.Write(pen =>
    {
        var cash = ((AccountOutcome.Stands)Opening.Open(pen, new AccountWish(AccountKind.GroupBox, Group.Id, Pocket.None, Currency.Khr, Officer))).Account;
        var savings = ((AccountOutcome.Stands)Opening.Open(pen, new AccountWish(AccountKind.MemberSavings, Members[book - 1].Id, Pocket.Open, Currency.Khr, Officer))).Account;
        return Posting.Post(pen, new EntryWish($"before-{book}-{riel}", EntryKind.Deposit, cash.Number, savings.Number, Money.Riel(riel), Officer));
    }, Cancel);

    public IReadOnlyList<LedgerFinding> Verify() => Host.Get<LedgerCheck>().Verify(Cancel).Findings;

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
