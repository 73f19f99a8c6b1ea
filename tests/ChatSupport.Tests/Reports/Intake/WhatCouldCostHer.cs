using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Duty;
using ChatSupport.Tests.Escalation;

namespace ChatSupport.Tests.Reports.Intake;

/// <summary>A report meets a chat with a person, a dead line, a danger, or somebody else's hand on her phone.</summary>
public sealed class WhatCouldCostHer
{
    private const string Threat = "he is going to kill me";
    private const string Asked = "Is somebody in danger right now?";

    private static readonly byte[] photo = [0xFF, 0xD8, 0xFF, 0xDB, 0x00, 0x04, 0x01, 0x02, 0xFF, 0xDA, 0x00, 0x04, 0x03, 0x04, 0x11, 0xFF, 0x00, 0x22, 0xFF, 0xD9];

    [Fact]
    public async Task Before_she_agreed_she_is_asked_for_that_first_and_stands_at_the_report_then()
    {
        await using var world = await ReportWorld.Start();
        var she = world.Desk.Meet();
        await Wishes(she);
        Assert.DoesNotContain("is it safe for you to write now", she.Screen, StringComparison.Ordinal);
        await she.Presses("I agree. Begin");
        Assert.Contains("is it safe for you to write now", she.Screen, StringComparison.Ordinal);

        var other = world.Desk.Meet();
        await Wishes(other);
        await other.Commands("x"); // whoever finds the phone is not led there
        await other.Types("lotus");
        await other.Presses("I agree. Begin");
        Assert.DoesNotContain("is it safe for you to write now", other.Screen, StringComparison.Ordinal);

        static async Task Wishes(Somebody who)
        {
            await who.Types("hello");
            await who.Presses("Emergency help first");
            await who.Presses("Locked in, cannot leave");
            await who.Presses("Report confidentially");
        }
    }

    [Fact]
    public async Task What_her_helper_asks_waits_while_she_reports_and_her_answer_reaches_the_helper()
    {
        await using var world = await ReportWorld.Start();
        var (she, helper) = await world.Desk.Talk();
        await she.Presses("Home");
        await ReportWorld.Begins(she, byWords: false);
        await ReportWorld.Tells(she);

        await helper.Types("Where are you?");
        Assert.DoesNotContain("Where are you?", she.Screen, StringComparison.Ordinal);
        await she.Types("an answer to the report");
        await she.Presses("Open");
        await she.Presses("🟢 It is safe");
        Assert.Contains("Where are you?", she.Screen, StringComparison.Ordinal);
        await she.Types("by the bridge");

        Assert.Contains("by the bridge", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("an answer to the report", helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_from_a_report_she_is_reached_as_before()
    {
        await using var world = await ReportWorld.Start();
        var (she, helper) = await world.Desk.Talk();
        await she.Presses("Home");
        await ReportWorld.Begins(she, byWords: false);
        await she.Presses("Home");

        await helper.Types("still here");

        Assert.Contains("still here", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_helpers_were_called_the_screen_stays_and_leads_back_to_the_report()
    {
        await using var world = await ReportWorld.Start();
        var helper = await world.Desk.Educator();
        var she = await world.Reporter();
        await she.Presses("About me");
        await she.Presses("🔴 Yes, call now");

        await world.Desk.Pass(TimeSpan.FromMinutes(11));
        Assert.Contains("We are calling helpers", she.Screen, StringComparison.Ordinal);
        await she.Types("what she writes there");
        await she.Commands("back");
        await she.Presses("Go on with the report");
        Assert.Contains("What kind of thing is it?", she.Screen, StringComparison.Ordinal);
        if (helper.Sees.Any(shown => shown.Buttons.Any(button => button.Label == "I take it")))
            await helper.Presses("I take it");
        Assert.Contains(world.Desk.Lines(world.Desk.ChatOf(she)!.Id), line => line.Text == "what she writes there");
    }

    [Fact]
    public async Task Danger_is_heard_again_after_a_few_minutes_and_under_a_picture()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);

        await she.Types(Threat);
        Assert.Contains(Asked, she.Sees[^1].Text, StringComparison.Ordinal);
        await she.Presses("🟢 No, go on");
        await she.Types(Threat);
        Assert.DoesNotContain(Asked, she.Sees[^1].Text, StringComparison.Ordinal); // not after every sentence
        await world.Desk.Pass(TimeSpan.FromMinutes(6));
        await she.Types(Threat);
        Assert.Contains(Asked, she.Sees[^1].Text, StringComparison.Ordinal);
        await she.Presses("🟢 No, go on");
        await world.Desk.Pass(TimeSpan.FromMinutes(6));
        await she.Sends(world.Media.Photo("p1", photo) with { Caption = Threat });
        Assert.Contains(Asked, she.Sees[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_is_heard_in_a_report_that_was_sent_once_it_is_sealed()
    {
        await using var world = await ReportWorld.Start();
        await world.Desk.Educator();
        var (she, _) = await world.Report();
        await she.Presses("My report");
        await she.Presses("Write or ask");

        await she.Types(Threat);
        Assert.Contains(Asked, she.Sees[^1].Text, StringComparison.Ordinal);
        Assert.Equal([Threat], world.OpensThread(world.Dara, "dara", world.Case));
        await she.Presses("🔴 Yes, call now");

        Assert.Equal(0, world.Desk.ChatOf(she)!.Level);
        await she.Presses("Back to my report");
        Assert.Contains("Your report is with us", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_word_for_danger_is_heard_at_once_by_who_chats_with_her()
    {
        await using var world = await ReportWorld.Start();
        var (she, helper) = await world.Desk.Talk();
        await she.Presses("Home");
        await ReportWorld.Begins(she, byWords: false);
        await ReportWorld.Tells(she);
        Assert.NotEqual(0, world.Desk.ChatOf(she)!.Level);

        await she.Types("danger");

        Assert.Equal(0, world.Desk.ChatOf(she)!.Level);
        await helper.Types("I am here");
        Assert.Contains("I am here", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_the_phone_after_she_put_the_report_away_cannot_look_at_it()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);
        await she.Types("what happened");
        await she.Presses("⏹ Stop");
        await she.Presses("Keep it for 24 hours");
        Assert.Equal(0, world.Keys.Count);

        var other = await world.Reporter();
        await ReportWorld.Tells(other);
        Assert.Equal(1, world.Keys.Count);
        await other.Presses("Home");
        Assert.Equal(0, world.Keys.Count);
    }

    [Fact]
    public async Task A_dead_line_of_twenty_minutes_does_not_cost_her_the_number()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);
        await she.Types("what happened");
        await she.Presses("▶ Go on");
        await she.Presses("⏭ Skip");
        await she.Presses("⏭ Skip");
        var send = she.Sees[^1];
        world.Desk.Phones.Trouble = _ => new SendOutcome.TryAgain("the line is dead");
        await she.Does(new InboundEvent.Did(new Input.Button(send.Buttons.First(button => button.Label == "📨 Send").Id)), pressed: send.Id, settles: false);
        for (var minutes = 0; minutes < 20; minutes++)
        {
            world.Desk.Time.Advance(TimeSpan.FromMinutes(1));
            await world.Desk.Breathe();
            if (minutes % 5 == 0)
                await she.Does(new InboundEvent.Did(new Input.Text("is anybody there")), settles: false);
        }

        world.Desk.Phones.Trouble = null;
        world.Desk.TimeGoesOn = true;
        var shown = world.Desk.Phones;
        await DeskWorld.Until(() =>
        {
            world.Desk.Time.Advance(TimeSpan.FromSeconds(1));
            return shown.Sent.Any(sent => sent.Body is OutboundBody.Line { Ticket: "report:60" });
        }, "her number is shown");
    }

    [Fact]
    public async Task A_number_that_her_channel_does_not_take_is_told_to_her()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);
        world.Desk.Phones.Trouble = sent => sent.Body is OutboundBody.Line { Ticket: "report:60" } ? new SendOutcome.Refused("not this one") : null;
        await she.Types("what happened");
        await she.Presses("▶ Go on");
        await she.Presses("⏭ Skip");
        await she.Presses("⏭ Skip");
        await she.Presses("📨 Send");

        await she.Presses("Open");
        Assert.Contains("its number could not be shown here", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_everybody_is_off_duty_she_is_not_told_that_helpers_are_called()
    {
        await using var world = await ReportWorld.Start();
        await world.Desk.Educator(DeskRole.Educator, isOn: false);
        var she = await world.Reporter();

        await she.Presses("About me");
        await she.Presses("🔴 Yes, call now");

        Assert.Contains("we have nobody to call now", she.Screen, StringComparison.Ordinal);
        Assert.Contains(she.Sees[^1].Buttons, button => button.Label == "Numbers to call");
    }
}
