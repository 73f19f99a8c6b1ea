using System.Text.RegularExpressions;
using ChatSupport.Conversations;
using ChatSupport.Reports;
using ChatSupport.Reports.Intake;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Threads;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Reports.Intake;

/// <summary>Going back, too much, too many, another chat, another line: what a reporter said, and the way to her, stay.</summary>
public sealed class WhatSheDoesNotLose
{
    private static readonly byte[] photo = [0xFF, 0xD8, 0xFF, 0xDB, 0x00, 0x04, 0x01, 0x02, 0xFF, 0xDA, 0x00, 0x04, 0x03, 0x04, 0x11, 0xFF, 0x00, 0x22, 0xFF, 0xD9];

    [Fact]
    public async Task Going_back_to_who_it_is_about_keeps_her_answers_but_no_picture_of_a_child()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);
        await she.Types("first words");
        await she.Sends(world.Media.Voice("v1", [.. "OggS"u8, 1]));
        await she.Sends(world.Media.Photo("p1", photo));

        for (var back = 0; back < 10 && !she.Sees[^1].Buttons.Any(button => button.Label == "About a child under 18"); back++)
            await she.Commands("back");
        await she.Presses("About a child under 18");
        Assert.Contains("we deleted the pictures", she.Screen, StringComparison.Ordinal);
        await she.Presses("▶ Go on");
        await she.Presses("🟢 No");
        await she.Presses("Forced or held");
        await ReportWorld.Sends(she, "last words");

        Assert.Equal(["first words", "last words"], world.Opens(world.Dara, "dara", world.Case).Select(answer => answer["text"]?.ToString()).OfType<string>());
        Assert.Single(world.Rows("SELECT id FROM report_items WHERE purpose = 'attachment'"));
        Assert.Equal(["1"], world.Rows("SELECT is_child FROM report_cases"));
    }

    [Fact]
    public async Task A_right_number_wipes_no_wrong_ones_and_who_tries_on_keeps_nobody_out()
    {
        await using var world = await ReportWorld.Start();
        var (she, number) = await world.Report();
        var tries = world.Desk.Host.Get<NumberTries>();
        for (var wrong = 0; wrong < NumberTries.Most - 1; wrong++)
            Assert.Equal(NumberAnswer.Opened, tries.Take("one"));
        Assert.Equal(NumberAnswer.Opened, tries.Take("one"));
        tries.Right("one");
        Assert.Equal(NumberAnswer.Opened, tries.Take("one"));
        Assert.Equal(NumberAnswer.Wrong, tries.Take("one"));

        foreach (var (one, most) in new[] { ("two", 5), ("three", 4) })
        {
            for (var wrong = 0; wrong < most; wrong++)
                Assert.Equal(NumberAnswer.Opened, tries.Take(one));
        }
        await she.Types("0000 0000 0000 0000 0000"); // new here, so it is looked at
        Assert.NotNull(world.Keys.CaseOf(she.Key, ReportKeyUse.Thread)); // and closes nothing
        await she.Types(number);
        Assert.Contains("so yours was not looked at", she.Screen, StringComparison.Ordinal);
        var other = await world.Desk.Worker();
        await other.Types(number);
        Assert.Contains("Your report is with us", other.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_chat_does_not_keep_all_others_from_sending()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Desk.Worker();
        for (var report = 0; report <= Sending.Most; report++)
        {
            await ReportWorld.Begins(she);
            await ReportWorld.Tells(she);
            await she.Types("what happened");
            await she.Presses("▶ Go on");
            await she.Presses("⏭ Skip");
            await she.Presses("⏭ Skip");
            await she.Presses("📨 Send");
        }

        Assert.Contains("Not sent yet", she.Screen, StringComparison.Ordinal);
        Assert.Single(world.Rows("SELECT case_id FROM report_drafts"));
        Assert.Equal(Sending.Most, world.Rows("SELECT id FROM report_cases").Count);
    }

    [Fact]
    public async Task An_answer_is_told_also_where_another_line_waits_or_takes_its_place()
    {
        await using var world = await ReportWorld.Start();
        var (she, _) = await world.Report();
        await she.Presses("💬 Write to me here");
        await she.Presses("At any time");
        await she.Presses("Home");

        await she.Does(new InboundEvent.Notice("services"));
        await world.Answers(world.Case, "an answer");
        await she.Presses("Open");
        await world.Desk.Pass(TimeSpan.FromMinutes(11));
        Assert.Contains("something new", she.Sees[^1].Text, StringComparison.Ordinal);
        await she.Does(new InboundEvent.Notice("services"));
        await she.Presses("Open");
        await world.Desk.Pass(TimeSpan.FromMinutes(11));
        await she.Presses("Open");

        Assert.Contains("please type your 20 digits", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_another_chat_her_hours_hold_and_of_two_drafts_the_younger_stays()
    {
        await using var world = await ReportWorld.Start();
        var (she, _) = await world.Report();
        await she.Presses("💬 Write to me here");
        await she.Presses("From 13 to 18");
        await she.Presses("Home");
        await world.Answers(world.Case, "an answer");
        for (var hour = 0; hour < 30 && she.Count("something new") == 0; hour++)
            await world.Desk.Pass(TimeSpan.FromHours(1));
        await world.Desk.Pass(TimeSpan.FromHours(6)); // her hours are over
        await ReportWorld.Begins(she);
        await ReportWorld.Tells(she);
        await she.Types("the older draft");
        await she.Presses("Home");
        await world.Desk.Pass(TimeSpan.FromMinutes(1));
        var there = await world.Desk.Worker();
        await ReportWorld.Begins(there);
        await ReportWorld.Tells(there);
        await there.Types("the younger draft");
        await there.Presses("Home");
        await she.Types("link code");
        await she.Presses("Get a code");
        var code = Regex.Match(she.Screen, "\\d{4} \\d{4}").Value;
        await there.Types("link code");
        await there.Presses("I have a code");
        await there.Types(code);

        await world.Desk.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(0, there.Count("something new"));
        Assert.Single(world.Rows("SELECT case_id FROM report_drafts"));
        await there.Types("I want to make a report");
        await there.Presses("Look and send");
        await there.Presses("📨 Send");
        Assert.Equal(2, world.Rows("SELECT id FROM report_cases").Count);
        var second = world.Rows("SELECT id FROM report_cases ORDER BY created_at DESC")[0];
        Assert.Contains("the younger draft", world.Opens(world.Dara, "dara", second).Select(answer => answer["text"]?.ToString()));
    }

    [Fact]
    public async Task Her_number_does_not_stay_where_she_types_it_at_the_decoy()
    {
        await using var world = await ReportWorld.Start();
        var (she, number) = await world.Report();
        await she.Commands("x");

        var typed = await she.Types(number);

        Assert.True(world.IsTakenAway(typed));
        Assert.DoesNotContain("Your report is with us", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_full_says_so_and_can_be_sent()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);
        await world.Writes("""
            INSERT INTO report_items (id, case_id, purpose, question, epoch, at, sealed)
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
            SELECT printf('%032x', i), (SELECT case_id FROM report_drafts), 'answer', 'what', 1, 1, x'00' FROM n
            """);

        await she.Types("one more");
        Assert.Contains("This report is full", she.Screen, StringComparison.Ordinal);
        await she.Presses("📨 Send");

        Assert.Contains("Sent, all of it", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_of_one_report_take_so_much_of_the_disk_and_no_more()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);
        await she.Sends(world.Media.Photo("p1", photo) with { Caption = new string('x', 17_000) });
        Assert.Contains("That is too long, and was not kept", she.Screen, StringComparison.Ordinal);
        await she.Presses("Try again");
        await she.Sends(world.Media.Photo("p1", photo));
        await world.Writes($"UPDATE report_items SET sealed = zeroblob({Answering.MostBytes}) WHERE purpose = 'attachment'");

        await she.Sends(world.Media.Photo("p2", photo));

        Assert.Contains("This report is full", she.Screen, StringComparison.Ordinal);
        Assert.Equal(1, world.Media.Fetched);
    }

    [Fact]
    public async Task Where_nobody_reads_at_this_moment_it_waits_and_is_sent_later()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);
        await she.Types("what happened");
        await she.Presses("▶ Go on");
        await she.Presses("⏭ Skip");
        await she.Presses("⏭ Skip");
        world.Sign(ReportWorld.Reader("recovery", world.Recovery, ReaderRole.Recovery));

        await she.Presses("📨 Send");
        Assert.Contains("nobody could open it now", she.Screen, StringComparison.Ordinal);
        Assert.Single(world.Rows("SELECT case_id FROM report_drafts"));
        world.Sign(ReportWorld.Reader("dara", world.Dara), ReportWorld.Reader("recovery", world.Recovery, ReaderRole.Recovery));
        await she.Presses("📨 Send again");

        Assert.Contains("Sent, all of it", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_that_cannot_be_shown_any_more_are_counted_and_not_passed_over()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);
        var store = world.Desk.Host.Get<StoreReaders>();
        var draft = store.Read(session => ReportDraft.Of(session, world.Desk.Host.Get<OwnerHash>().Of(she.Key), world.Desk.Time.GetUtcNow()))!;
        world.Keys.Drop(she.Key);

        Assert.Contains("3 could not be opened", Review.Lines(store, world.Keys, she.Key, draft, "en")[0].Text, StringComparison.Ordinal);
    }
}
