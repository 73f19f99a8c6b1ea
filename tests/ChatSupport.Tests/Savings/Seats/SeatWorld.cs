using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Savings;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Holds;
using ChatSupport.Savings.Seats;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;
using ChatSupport.Tests.Escalation;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Savings.Seats;

/// <summary>Members at their savings, over the shipped content: real conversations, a real database, phones that show what they are sent.</summary>
internal sealed class SeatWorld : IAsyncDisposable
{
    public const string Pin = "481592";
    public const string SecondPin = "730264";
    public const string Officer = "officer";
    public const string Colleague = "colleague";
    public const string Leader = "leader";

    private const string Quick = "--ChatSupport:Conversations:Burst=1000"; // nobody presses that fast

    private readonly DeskWorld desk;
    private int wishes;

    private SeatWorld(DeskWorld desk) => this.desk = desk;

    public DeskWorld World => desk;

    public Phones Phones => desk.Phones;

    public SeatDesk Staff => Get<SeatDesk>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SeatWorld> Start() => new(await DeskWorld.Start(services => services.AddSingleton(new HashCost(64, 1)).AddSeats(), Quick)); // a hash costs next to nothing here

    public T Get<T>() where T : notnull => desk.Host.Get<T>();

    /// <summary>A group of so many members, with books 1, 2, 3 …</summary>
    public async Task<IReadOnlyList<SavingsMember>> Group(int members = 1)
    {
        var roll = Get<GroupRoll>();
        var group = (await roll.Found("Lotus", Officer, Cancel))!;
        var joined = new List<SavingsMember>();
        for (var book = 1; book <= members; book++)
            joined.Add(((RollOutcome.Joined)await roll.Join(group.Id, book.ToString(CultureInfo.InvariantCulture), $"Flower {book}", Officer, Cancel)).Member);
        return joined;
    }

    public async Task<long> Account(SavingsMember member, Pocket pocket = Pocket.Open, Currency currency = Currency.Khr) =>
        Assert.IsType<AccountOutcome.Stands>(await Get<Ledger>().Open(new AccountWish(AccountKind.MemberSavings, member.Id, pocket, currency, Officer), Cancel)).Account.Number;

    public async Task<long> Float(Currency currency = Currency.Khr) =>
        Assert.IsType<AccountOutcome.Stands>(await Get<Ledger>().Open(new AccountWish(AccountKind.CollectorFloat, Leader, Pocket.None, currency, Officer), Cancel)).Account.Number;

    /// <summary>She gives money at a meeting.</summary>
    public async Task<EntryReceipt> Gives(SavingsMember member, Money amount, Pocket pocket = Pocket.Open) => Assert.IsType<EntryOutcome.Recorded>(await Get<Ledger>().Post(
        new EntryWish(WishId(), EntryKind.Deposit, await Float(amount.Currency), await Account(member, pocket, amount.Currency), amount, Leader), Cancel)).Receipt;

    public Task<HoldOutcome> Asks(long account, long riel) => Get<Ledger>().Place(new HoldWish(WishId(), account, Money.Riel(riel), Leader), Cancel);

    public async Task<EntryOutcome> Pays(HoldOutcome hold) =>
        await Get<Ledger>().PayOut(new PayOutWish(WishId(), Assert.IsType<HoldOutcome.Placed>(hold).Receipt.Number, await Float(), "cashier", "approver"), Cancel);

    /// <summary>A code as staff read it to her.</summary>
    public async Task<string> Code(SavingsMember member) => Digits(await Staff.GiveCode(member.Id, Officer, Cancel));

    public static string Digits(SeatAnswer answer) => Assert.IsType<SeatAnswer.Code>(answer).Digits;

    /// <summary>Somebody who agreed and stands where a code is typed.</summary>
    public async Task<Somebody> WhoTypesACode(string language = "en")
    {
        var she = await desk.Worker(language);
        await she.Types(language == "km" ? "សន្សំ" : "my savings");
        await she.Presses(language == "km" ? "ខ្ញុំមានលេខកូដ" : "I have a code");
        return she;
    }

    /// <summary>A member whose phone is linked and who has a PIN.</summary>
    public async Task<Somebody> Seated(SavingsMember member, string pin = Pin, string language = "en")
    {
        var she = await WhoTypesACode(language);
        await she.Types(await Code(member));
        await Enters(she, pin);
        await Enters(she, pin);
        return she;
    }

    /// <summary>She goes to her savings and enters a PIN.</summary>
    public static async Task Opens(Somebody she, string pin = Pin)
    {
        await she.Commands("menu");
        await she.Types("my savings");
        await she.Presses("See my savings");
        await Enters(she, pin);
    }

    /// <summary>She presses digits on the keys.</summary>
    public static async Task Enters(Somebody she, string pin)
    {
        foreach (var digit in pin)
            await she.Presses(digit.ToString());
    }

    /// <summary>The digits of the keys that she sees, in their order.</summary>
    public static string Keys(Somebody she) => string.Concat(Pad(she).Select(button => button.Label));

    /// <summary>The keys that she sees.</summary>
    public static IReadOnlyList<Button> Pad(Somebody she) => [.. she.Sees.SelectMany(shown => shown.Buttons).Where(button => button.Label.Length == 1 && char.IsAsciiDigit(button.Label[0]))];

    public Task Pass(TimeSpan time) => desk.Pass(time);

    public SeatPin? PinOf(SavingsMember member) => Get<StoreReaders>().Read(session => SeatRows.Pin(session, member.Id));

    public Seat? SeatOf(SavingsMember member) => Get<StoreReaders>().Read(session => SeatRows.OfMember(session, member.Id));

    public ConversationState StateOf(Somebody she) => Get<StoreReaders>().Read(session => session["SELECT state FROM conversations WHERE key = $1 AND version > 0"].All(
        row => Get<TurnSeals>().OpenState(she.Key, (byte[])row.GetValue(0)), she.Key))[0];

    /// <summary>The power fails and comes back.</summary>
    public Task Restart() => desk.Restart(Quick);

    /// <summary>Everything that could be read on a locked phone: what came as a new message, also silently. Of edits no phone says anything.</summary>
    public IEnumerable<string> Announced => Phones.Sent.Where(sent => sent.Edits is null).Select(sent => sent.Body switch
    {
        OutboundBody.Show { Reply: Reply.Menu menu } => MenuText.Numbered(menu),
        OutboundBody.Say say => say.Text,
        OutboundBody.Line line => line.Text,
        _ => "",
    });

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    private string WishId() => $"wish-{Interlocked.Increment(ref wishes)}";
}
