using ChatSupport.BotApi.Faults;
using ChatSupport.EndToEnd.Telegram;
using ChatSupport.Savings;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Checking;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Leaders;
using ChatSupport.Savings.Meetings;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.EndToEnd.Savings;

/// <summary>Twenty members meet; their leader has a phone with a bad line and makes a mistake. Real HTTP, in Telegram.</summary>
public sealed class AWholeMeeting
{
    private const string Officer = "officer";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_riel_is_entered_once_whatever_is_lost_on_the_way()
    {
        await using var bot = await BotHere.Start();
        var members = await Found(bot);
        var link = (await bot.Get<LeaderRoll>().Invite(members[0].Group, Officer, Cancel))!;
        var she = bot.Meet("en");
        await she.Types("/start " + link.Word, "belongs to the leader of a savings group");
        await she.Presses("Begin", "No day is named");
        await she.Presses("Open the meeting", "not called 20");

        await she.Presses("Roll call", "Press a name");
        await she.Types("7 13", "away 2");
        await she.Presses("Roll call", "Press a name");
        await she.Presses("All the others are here", "Here 18 · away 2 · not called 0");
        await she.Presses("To the meeting", "not called 0");

        // The line breaks: the bot's answer is cut off, updates come twice, and she sends the whole sheet again because she saw nothing.
        await she.Presses("Deposits", "Type book and amount");
        var sheet = string.Join(", ", Enumerable.Range(1, 18).Select(book => $"{book} {book}000")) + ", 19 12.350, 20 ៥០០០";
        bot.Api.Faults.Next(new Fault.CutAfter(), times: 2, method: "getUpdates");
        bot.Api.Faults.Next(new Fault.CutAfter(), times: 2, method: "sendMessage", chat: she.Worker.ChatId);
        var lost = she.Worker.Sends(sheet);
        var again = she.Worker.Sends(sheet);
        await she.Worker.WaitForText("❌ 19 12.350: is it");
        await she.Worker.WaitFor(screen => screen.All(message => message.Id != lost.Id && message.Id != again.Id), what: "what she typed is gone from the chat");
        await she.Worker.WaitFor(screen => screen.Any(message => message.Text.Contains("Flower 18: 18,000៛ (stood there, not entered again)", StringComparison.Ordinal)), what: "the second sheet is answered");
        Assert.Equal(18 * 19 / 2 * 1000 + 5000, Float(bot, link.Seat));
        await she.Presses("Correct and send again", "Still to correct:\n19 12.350");
        await she.Types("19 12300, 20 5000 2$", "Entered 2 · stood there 0 · not entered 0");

        // A mistake: book 5 gave 500 and not 5,000.
        await she.Presses("To the meeting", "Deposits 21");
        await she.Presses("A mistake", "Which one is wrong?");
        await she.Presses("Earlier lines", "Which one is wrong?");
        await she.Presses("Earlier lines", "Which one is wrong?");
        await she.Presses("Earlier lines", "Which one is wrong?");
        await she.Presses("5 Flower 5: 5,000៛", "The savings officer was asked");
        Assert.Null(await bot.Get<MeetingDesk>().TakeBack(Assert.Single(bot.Get<MeetingDesk>().Corrections()).Id, Officer, Cancel));
        await she.Presses("To the meeting", "Deposits 20");
        await she.Presses("Deposits", "Type book and amount");
        await she.Types("5 500", "Entered 1 · stood there 0 · not entered 0");

        await she.Presses("To the meeting", "With you: 183,800៛ + $2");
        await she.Presses("Count and close", "Dollars are still to be counted");
        await she.Presses("Count riel", "Type each note");
        await she.Types("50000x3, 10000x3, 1000x3, 500x1, 100x3", "Another kind of money");
        await she.Presses("Go on", "Count all notes");
        await she.Presses("Count dollars", "Type each dollar note");
        await she.Types("1x2", "All is counted: 183,800៛ + $2");
        await she.Presses("Go on", "They agree");
        await she.Presses("Close the meeting", "The meeting is closed");

        Assert.Equal([.. Enumerable.Range(1, 18).Select(book => book == 5 ? 500L : book * 1000L), 12_300L, 5000L], members.Select(member => Saved(bot, member, Currency.Khr)));
        Assert.Equal(200, Saved(bot, members[19], Currency.Usd));
        Assert.Empty(bot.Get<LedgerCheck>().Verify(Cancel).Findings);
        Assert.DoesNotContain("Flower", bot.Log, StringComparison.Ordinal);
        // Nothing with an amount arrived unasked: each text with one is an answer in the dialog of meetings.
        Assert.DoesNotContain(she.Worker.History, call => call.Request["text"]?.ToString() is { } text && text.Contains("There is something new", StringComparison.Ordinal));
    }

    private static async Task<List<SavingsMember>> Found(BotHere bot)
    {
        await bot.Get<StoreWriter>().Write(session =>
        {
            bot.Get<AccountRows>().Add(session, new StaffAccount { Id = Officer, Name = "Officer", Roles = [StaffRole.SavingsOfficer], Stamp = "x", MadeAt = bot.Clock.GetUtcNow() });
            return true;
        }, Cancel);
        var group = (await bot.Get<GroupRoll>().Found("Lotus", Officer, Cancel))!;
        var members = new List<SavingsMember>();
        for (var book = 1; book <= 20; book++)
            members.Add(((RollOutcome.Joined)await bot.Get<GroupRoll>().Join(group.Id, $"{book}", $"Flower {book}", Officer, Cancel)).Member);
        return members;
    }

    private static long Saved(BotHere bot, SavingsMember member, Currency currency) => Balance(bot, AccountKind.MemberSavings, member.Id, Pocket.Open, currency);

    private static long Float(BotHere bot, LeaderSeat seat) => Balance(bot, AccountKind.CollectorFloat, seat.Id, Pocket.None, Currency.Khr);

    private static long Balance(BotHere bot, AccountKind kind, string owner, Pocket pocket, Currency currency) =>
        bot.Get<Ledger>().Read(pen => pen.Account(kind, owner, pocket, currency) is { } account ? pen.Balance(account.Number) : 0);
}
