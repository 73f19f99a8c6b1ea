using ChatSupport.Conversations;
using ChatSupport.Tests.Conversations;

namespace ChatSupport.Tests.Reports.Intake;

/// <summary>A report that was sent is followed by its number alone, from any chat; the number opens the conversation, never what was reported.</summary>
public sealed class FollowingAReport
{
    private const string Marked = "MARK-a-message-in-the-thread";

    [Fact]
    [Covers(ReportActions.Open), Covers(ReportActions.Read), Covers(ReportActions.Write), Covers(ReportActions.Close)]
    public async Task From_another_chat_in_khmer_digits_she_reads_answers_and_asks()
    {
        await using var world = await ReportWorld.Start();
        var (_, number) = await world.Report("MARK-the-narrative");
        var id = world.Case;
        await world.Answers(id, Marked);
        var elsewhere = await world.Desk.Worker();

        await elsewhere.Types("my report");
        var typed = await elsewhere.Types(string.Concat(number.Select(c => char.IsAsciiDigit(c) ? (char)('០' + (c - '0')) : '-')));
        Assert.True(world.IsTakenAway(typed));
        Assert.Contains("Messages: 1, new: 1", elsewhere.Screen, StringComparison.Ordinal);
        await elsewhere.Presses("Read the messages");
        Assert.Contains(Marked, elsewhere.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("MARK-the-narrative", elsewhere.Screen, StringComparison.Ordinal);
        await elsewhere.Presses("Answer or ask");
        await elsewhere.Types("her question");
        Assert.Contains("🔒 Sent", elsewhere.Screen, StringComparison.Ordinal);

        Assert.Equal([Marked, "her question"], world.OpensThread(world.Dara, "dara", id));
        TakingAReport.AssertIsNowhere(world, Marked, "her question", number);
        await elsewhere.Presses("My report");
        await elsewhere.Presses("Close it");
        Assert.Null(world.Keys.CaseOf(elsewhere.Key, ChatSupport.Reports.ReportKeyUse.Thread));
        await world.Desk.Pass(TimeSpan.FromMinutes(6));
        Assert.DoesNotContain(Marked, elsewhere.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_message_cannot_be_opened_is_said_and_not_that_there_is_none()
    {
        await using var world = await ReportWorld.Start();
        var (she, _) = await world.Report();
        await world.Answers(world.Case, Marked, isDamaged: true);

        await she.Presses("My report");
        await she.Presses("Read the messages");

        Assert.Contains("1 could not be opened", she.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("no messages", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_unknown_and_tried_too_often_are_the_same_words_and_keep_no_other_chat_out()
    {
        await using var world = await ReportWorld.Start();
        var (_, number) = await world.Report();
        var stranger = await world.Desk.Worker();

        await stranger.Types("my report");
        await stranger.Types(number[..^1] + (number[^1] == '0' ? '1' : '0'));
        var wrong = stranger.Sees[^1].Text;
        await stranger.Types("0000 0000 0000 0000 0000");
        Assert.Equal(wrong, stranger.Sees[^1].Text);
        for (var count = 0; count < 3; count++)
            await stranger.Types($"{count}111 2222 3333 4444 5555");
        var began = System.Diagnostics.Stopwatch.StartNew();
        for (var count = 0; count < 20; count++)
            await stranger.Types(number); // right, but one too many: it is not looked at, and costs nothing
        Assert.Equal(wrong, stranger.Sees[^1].Text);
        Assert.True(began.Elapsed < TimeSpan.FromSeconds(3));

        var other = await world.Desk.Worker();
        await other.Types(number);
        Assert.Contains("Your report is with us", other.Screen, StringComparison.Ordinal);
        await world.Desk.Pass(TimeSpan.FromMinutes(16));
        await stranger.Types("lotus");
        await stranger.Types(number);
        Assert.Contains("Your report is with us", stranger.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_elsewhere_than_it_is_asked_for_it_is_taken_from_the_chat_and_told_to_no_helper()
    {
        await using var world = await ReportWorld.Start();
        var (_, number) = await world.Report();
        var (talker, helper) = await world.Desk.Talk();

        var typed = await talker.Types(number);

        Assert.True(world.IsTakenAway(typed));
        Assert.Contains("Your report is with us", talker.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(number, helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(number, talker.Screen, StringComparison.Ordinal);
        await talker.Presses("Write or ask");
        await talker.Types(Marked);
        Assert.DoesNotContain(Marked, helper.Screen, StringComparison.Ordinal);
        TakingAReport.AssertIsNowhere(world, number, Marked);
    }

    [Fact]
    [Covers(ReportActions.Consent), Covers(ReportActions.Withdraw)]
    public async Task She_is_written_to_inside_her_hours_alone_and_only_while_she_agrees()
    {
        await using var world = await ReportWorld.Start();
        var (she, number) = await world.Report();
        await she.Presses("💬 Write to me here");
        await she.Presses("From 13 to 18");
        await she.Presses("Home");
        await world.Desk.Pass(TimeSpan.FromMinutes(20)); // she put the phone away
        var start = world.Desk.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(7));
        Assert.False(start.Hour is >= 13 and < 18, "the test begins outside of her hours");

        await world.Answers(world.Case, Marked);
        Assert.Equal(0, she.Count("something new"));
        for (var hour = 0; hour < 30 && she.Count("something new") == 0; hour++)
            await world.Desk.Pass(TimeSpan.FromHours(1));
        var at = world.Desk.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(7));
        Assert.InRange(at.Hour, 13, 17);
        Assert.DoesNotContain("report", she.Sees[^1].Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Marked, she.Screen, StringComparison.Ordinal);

        var elsewhere = await world.Desk.Worker();
        await elsewhere.Types(number);
        await elsewhere.Presses("Stop writing to me");
        Assert.Empty(world.Rows("SELECT case_id FROM report_routes"));
        var sent = world.Desk.Phones.Sent.Count(one => one.Conversation == she.Key);
        await world.Answers(world.Case, "another one");
        await world.Desk.Pass(TimeSpan.FromHours(24));
        Assert.Equal(sent, world.Desk.Phones.Sent.Count(one => one.Conversation == she.Key));
    }

    [Fact]
    [Covers(ReportActions.Delete)]
    public async Task She_deletes_it_at_once_or_as_soon_as_two_people_hold_it_no_more()
    {
        await using var world = await ReportWorld.Start();
        var (she, _) = await world.Report();
        var until = world.Desk.Time.GetUtcNow() + TimeSpan.FromMinutes(5);
        await world.Writes($"""
            INSERT INTO report_holds (id, case_id, reason, days, begun_by, begun_at, confirmed_by, confirmed_at)
            SELECT 'h', id, 'life-in-danger', 1, 'a', {until.ToUnixTimeMilliseconds()}, 'b', {until.ToUnixTimeMilliseconds()} FROM report_cases
            """);
        await world.Writes($"UPDATE report_cases SET held_until = {until.ToUnixTimeMilliseconds()}");
        await she.Presses("My report");
        await she.Presses("Delete the report");
        await she.Presses("Yes, delete all of it");
        Assert.Contains("two people decided to hold it", she.Screen, StringComparison.Ordinal);
        Assert.Single(world.Rows("SELECT id FROM report_cases WHERE deletion_asked_at IS NOT NULL"));

        await world.Desk.Pass(TimeSpan.FromMinutes(6));
        await TakingAReport.ReportClockRuns(world);

        var (other, number) = await world.Report();
        await other.Presses("My report");
        await other.Presses("Delete the report");
        await other.Presses("Yes, delete all of it");
        Assert.Contains("Deleted. Nothing of it is left", other.Screen, StringComparison.Ordinal);
        Assert.Equal(0, world.Left());
        Assert.Equal(2, world.Rows("SELECT case_id FROM report_tombstones").Count);
        await other.Types(number);
        Assert.Contains("This number opens nothing now", other.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_on_in_another_chat_takes_draft_and_consent_along()
    {
        await using var world = await ReportWorld.Start();
        var (she, _) = await world.Report();
        await she.Presses("💬 Write to me here");
        await she.Presses("At any time");
        await world.Desk.Pass(TimeSpan.FromSeconds(61)); // her number is gone
        await ReportWorld.Begins(she);
        await ReportWorld.Tells(she);
        await she.Types("kept in the draft");
        await she.Presses("Home");
        await she.Types("link code");
        await she.Presses("Get a code");
        var code = System.Text.RegularExpressions.Regex.Match(she.Screen, "\\d{4} \\d{4}").Value;
        var there = world.Desk.Meet();
        await there.Types("hello");
        await there.Presses("I agree. Begin");
        await there.Types("link code");
        await there.Presses("I have a code");
        await there.Types(code);

        await world.Desk.Pass(TimeSpan.FromMinutes(1));
        await world.Answers(world.Case, Marked);
        Assert.Contains("something new", there.Screen, StringComparison.OrdinalIgnoreCase);
        await there.Types("I want to make a report");
        await there.Presses("Look and send");
        await there.Presses("📨 Send");
        Assert.Equal(2, world.Rows("SELECT id FROM report_cases").Count);
    }

    [Fact]
    public async Task Leaving_or_being_erased_wipes_keys_and_what_leads_from_the_report_to_her()
    {
        await using var world = await ReportWorld.Start();
        var (she, number) = await world.Report();
        await she.Presses("💬 Write to me here");
        await she.Presses("At any time");
        Assert.Equal(1, world.Keys.Count);
        await she.Commands("x");
        Assert.Equal(0, world.Keys.Count);

        await she.Types("lotus");
        await she.Presses("My report");
        Assert.Contains("The report was closed again, for safety", she.Screen, StringComparison.Ordinal);
        await she.Types(number);
        await she.Commands("forget");
        await she.Presses("Yes, delete everything");

        Assert.Equal(0, world.Keys.Count);
        Assert.Empty(world.Rows("SELECT case_id FROM report_routes"));
        Assert.Single(world.Rows("SELECT id FROM report_cases")); // nothing in it leads to her
    }
}
