using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Leaders;
using ChatSupport.Savings.Meetings;
using ChatSupport.Storage;
using CsCheck;

namespace ChatSupport.Tests.Savings.Meetings;

/// <summary>Random sheets of good and bad lines: each line is answered, none is doubled, and the ledger stays as it must be.</summary>
public sealed class SendingASheet
{
    private const string Conversation = "test:0123";

    /// <summary>How many sheets there are; <c>SAVINGS_SHEETS</c> sets another number.</summary>
    private static readonly int sheets = int.TryParse(Environment.GetEnvironmentVariable("SAVINGS_SHEETS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 25;

    private static readonly Gen<string> line =
        from book in OneOf("1", "2", "៣", "4", "05", "6", "7", "8", "99", "x", "")
        from amount in OneOf(
            "5000", "៥០០០", "១២,៥០០៛", "5000 រៀល", "100", "2$", "$5", "10000 2$", "1.50$", "12.350", "1,2", "2", "0", "0500", "5000 2000", "1250", "50៛", "lots", "99999999", "", "1 2 3", "-5", "$")
        from between in OneOf(" ", ": ", "=")
        select book + between + amount;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task What_is_entered_and_what_is_refused_are_all_lines_and_twice_is_once() => Gen.Select(line.Array[1, 12], Gen.Bool, Gen.Bool).SampleAsync(async (lines, cents, more) =>
    {
        await using var host = new SavingsHost();
        var members = await Meet(host);
        var text = string.Join('\n', lines);

        var first = await Send(host, text, cents, more, "1");
        var entries = Count(host);
        var second = await Send(host, text, cents, false, "2");

        var typed = SheetReader.Read(text, new CashRules(100));
        Assert.Equal(typed.Count, first.Lines.Length);
        Assert.Equal(typed.Select(one => one.Text), first.Lines.Select(one => one.Text));
        Assert.Equal(typed.Count, first.Lines.Count(one => one.IsIn) + first.Lines.Count(one => one.Why.Length > 0 && !one.IsIn));
        Assert.Equal(string.Join('\n', first.Lines.Where(one => !one.IsIn).Select(one => one.Text)), first.Rest);
        Assert.DoesNotContain(second.Lines, one => one.Why == LineSaid.In && first.Lines.Any(before => before.Text == one.Text && before.IsIn));
        Assert.Equal(entries, Count(host) - second.Lines.Where(one => one.Why == LineSaid.In).Sum(one => one.Amounts.Length));
        var all = first.Lines.Concat(second.Lines).Where(one => one.Why == LineSaid.In).SelectMany(one => one.Amounts.Select(amount => (one.Book, amount))).ToList();
        foreach (var member in members)
        {
            foreach (var facts in CurrencyFacts.All)
            {
                // A line of two currencies of which one stood there already is in as a whole, and enters the other alone.
                var most = all.Where(one => one.Book == member.Book && one.amount.Currency == facts.Currency).Sum(one => one.amount.Minor);
                var saved = host.Balance(await host.Savings(member, facts.Currency));
                Assert.True(saved <= most, $"Book {member.Book} has {saved} {facts.Code}, but {most} were entered.");
            }
        }
        Assert.Empty(host.Verify());
        Assert.All(Balances(host), sum => Assert.Equal(0, sum));
    }, iter: sheets, threads: 1);

    [Fact]
    public async Task Nothing_is_done_by_who_leads_nothing_or_where_no_meeting_is()
    {
        await using var host = new SavingsHost();
        await Meet(host, open: false);

        Assert.Equal("no-meeting", (await Send(host, "1 5000", false, false, "1")).Code);
        await host.Get<StoreWriter>().Write(session => session["UPDATE savings_leaders SET conversation = NULL"].Run(), Cancel);
        Assert.Equal("no-leader", (await Send(host, "1 5000", false, false, "2")).Code);
        Assert.Equal(0, Count(host));
    }

    [Theory]
    [InlineData("10000x3, 5000x2\n100 x 7", 40_700, null)]
    [InlineData("១០,០០០x៣", 30_000, null)]
    [InlineData("5000*2 ៛", 10_000, null)]
    [InlineData("0", 0, null)]
    [InlineData("100x0", 0, null)]
    [InlineData("", 0, "blank")]
    [InlineData("   ", 0, "blank")]
    [InlineData("same", 0, "not-understood")]
    [InlineData("40700", 0, "not-understood")]
    [InlineData("10000x3 and more", 0, "not-understood")]
    [InlineData("700x1", 0, "no-such-note")]
    [InlineData("5000x1 5000x2", 0, "note-twice")]
    [InlineData("5000x-1", 0, "not-understood")]
    [InlineData("5000x999999999999", 0, "not-understood")]
    public void Notes_are_counted_and_a_blank_is_not_zero(string typed, long sum, string? why)
    {
        var (notes, refused) = Counting.ReadNotes(typed, Currency.Khr);

        Assert.Equal(why, refused);
        Assert.Equal(sum, notes.Sum(one => one.Note * one.Pieces));
        Assert.Equal(why is null, notes.Count > 0);
    }

    /// <summary>A group of eight with one leader and, unless it is said otherwise, an open meeting.</summary>
    internal static async Task<IReadOnlyList<SavingsMember>> Meet(SavingsHost host, bool open = true)
    {
        var members = await host.Group(8);
        await host.Get<StoreWriter>().Write(session =>
        {
            LeaderRows.Write(session, new LeaderSeat { Id = "seat", Group = members[0].Group, Conversation = Conversation, MadeAt = host.Time.GetUtcNow() });
            return true;
        }, Cancel);
        if (open)
            Assert.Equal("done", (await Do(host, new Effect(MeetingActions.Open, new Dictionary<string, string>()), "open")).Code);
        return members;
    }

    /// <summary>Rehearses and does it, as a turn of hers.</summary>
    internal static async Task<Said> Do(SavingsHost host, Effect asked, string turn)
    {
        var pens = host.Get<MeetingPens>();
        var before = Count(host);
        var said = await pens.Rehearse(Conversation, asked, turn, (_, said) => said, Cancel);
        Assert.Equal(before, Count(host)); // it was only tried
        return await host.Get<StoreWriter>().Write(session =>
        {
            pens.Effect(Conversation, asked, turn, said.Digest()).Apply(session, null!);
            return said;
        }, Cancel);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static Task<Said> Send(SavingsHost host, string text, bool cents, bool more, string turn) =>
        Do(host, new Effect(MeetingActions.Sheet, new Dictionary<string, string> { ["text"] = text, ["cents"] = cents ? "yes" : "no", ["more"] = more ? "yes" : "no" }), turn);

    private static long Count(SavingsHost host) => host.Get<StoreReaders>().Read(session => (long)session[$"SELECT count(*) FROM {LedgerEntry.Table}"].One()!);

    private static List<long> Balances(SavingsHost host) => host.Get<StoreReaders>().Read(session =>
        session["SELECT sum(a.side * b.balance) FROM savings_accounts a JOIN savings_balances b ON b.number = a.number GROUP BY a.currency"].All(row => row.GetInt64(0)));
}
