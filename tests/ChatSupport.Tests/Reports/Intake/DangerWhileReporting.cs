using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;

namespace ChatSupport.Tests.Reports.Intake;

/// <summary>Somebody is in danger while she reports: people are called at once, see nothing of the report, and what she goes on answering is never theirs.</summary>
public sealed class DangerWhileReporting
{
    private const string Marked = "MARK-what-she-answers-next";

    [Fact]
    public async Task Helpers_are_called_and_what_she_answers_after_one_took_her_chat_is_sealed_and_not_relayed()
    {
        await using var world = await ReportWorld.Start();
        var helper = await world.Desk.Educator();
        var she = await world.Reporter();

        await she.Presses("About me");
        await she.Presses("🔴 Yes, call now");
        Assert.Contains("We are calling helpers", she.Screen, StringComparison.Ordinal);
        Assert.Equal(0, world.Desk.ChatOf(she)!.Level);
        await she.Presses("Go on with the report");
        await she.Presses("Somebody hurts");
        await helper.Presses("I take it");
        await she.Types(Marked);
        await she.Sends(world.Media.Voice("v1", [.. "OggS"u8, 1]));
        await she.Edits("m1", Marked + " edited");
        await ReportWorld.Sends(she);

        Assert.DoesNotContain("MARK", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(helper.Sees, shown => shown.Media is not null);
        Assert.Empty(world.Desk.Lines(world.Desk.ChatOf(she)!.Id));
        Assert.Contains(Marked, world.Opens(world.Dara, "dara", world.Case).Select(answer => answer["text"]?.ToString()));
        Assert.Equal(["0 1"], world.Rows("SELECT risk || ' ' || in_danger FROM report_cases"));
    }

    [Fact]
    public async Task A_chat_that_she_has_becomes_the_most_urgent_also_where_it_was_ending()
    {
        await using var world = await ReportWorld.Start();
        var supervisor = await world.Desk.Educator(DeskRole.Supervisor);
        var (she, _) = await world.Desk.Talk();
        await she.Types("stop");
        Assert.Equal(DeskState.Closing, world.Desk.ChatOf(she)!.State);

        await she.Commands("menu");
        await she.Presses("Talk to a person");
        await she.Presses("Home");
        await ReportWorld.Begins(she, byWords: false);
        await she.Presses("About somebody else");
        await she.Presses("🔴 Yes, call now");

        Assert.Equal(0, world.Desk.ChatOf(she)!.Level);
        Assert.NotEqual(DeskState.Closing, world.Desk.ChatOf(she)!.State);
        Assert.NotEmpty(supervisor.Sees);
    }

    [Fact]
    public async Task Where_nobody_is_on_a_supervisor_is_called_at_once()
    {
        await using var world = await ReportWorld.Start();
        var supervisor = await world.Desk.Educator(DeskRole.Supervisor);
        var she = await world.Reporter();
        var before = supervisor.Sees.Count;

        await she.Presses("About me");
        await she.Presses("🔴 Yes, call now");

        Assert.True(supervisor.Sees.Count > before);
    }

    [Fact]
    public async Task Where_there_is_nobody_to_call_she_is_not_told_that_somebody_is()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();

        await she.Presses("About me");
        await she.Presses("🔴 Yes, call now");

        Assert.Contains("we have nobody to call now", she.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("We are calling helpers", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_is_too_old_keeps_nobody_from_being_called()
    {
        await using var world = await ReportWorld.Start();
        await world.Desk.Educator();
        var she = await world.Reporter();
        await she.Presses("About me");
        await world.Writes("UPDATE report_drafts SET expires_at = 1");

        await she.Presses("🔴 Yes, call now");

        Assert.Equal(0, world.Desk.ChatOf(she)!.Level);
    }

    [Fact]
    public async Task Her_words_alone_call_nobody_but_she_is_asked_once_they_are_sealed()
    {
        await using var world = await ReportWorld.Start();
        await world.Desk.Educator();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);

        await she.Types("he is going to kill me " + Marked);

        Assert.Contains("Your answer is locked. Is somebody in danger right now?", she.Screen, StringComparison.Ordinal);
        Assert.Null(world.Desk.ChatOf(she));
        await she.Presses("🟢 No, go on");
        await ReportWorld.Sends(she);
        Assert.Contains(world.Opens(world.Dara, "dara", world.Case), answer => answer["text"]?.ToString().EndsWith(Marked, StringComparison.Ordinal) == true);
        Assert.Equal(["1"], world.Rows("SELECT risk FROM report_cases"));
    }
}
