using System.Text;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Tests.Conversations;

namespace ChatSupport.Tests.Reports.Intake;

/// <summary>A worker reports: what she says is sealed as it comes, and only those who count when she sends it can open it.</summary>
public sealed class TakingAReport
{
    private const string Marked = "MARK-bruise-by-the-manager-7391";

    private static readonly byte[] voice = [.. "OggS"u8, .. Encoding.ASCII.GetBytes("MARK-a-voice-4411")];

    // Start, a segment of the camera with a place in it, one table, the points, the end, and something hanging behind.
    private static readonly byte[] photo =
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x0C, .. "Exif\0\0GPS1"u8, 0xFF, 0xDB, 0x00, 0x04, 0x01, 0x02, 0xFF, 0xDA, 0x00, 0x04, 0x03, 0x04, 0x11, 0xFF, 0x00, 0x22, 0xFF, 0xD9, .. "hidden"u8,
    ];

    [Fact]
    [Covers(ReportActions.Now), Covers(ReportActions.Begin), Covers(ReportActions.Answer), Covers(ReportActions.Send)]
    public async Task Words_voice_and_picture_reach_a_case_worker_whole_and_nobody_else()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);

        var typed = await she.Types(Marked);
        await she.Sends(world.Media.Voice("v1", voice));
        await she.Sends(world.Media.Photo("p1", photo));
        Assert.Empty(world.Rows("SELECT id FROM report_cases")); // nobody is shown a draft
        var number = await ReportWorld.Sends(she);

        Assert.True(world.IsTakenAway(typed));
        Assert.Contains("Sent, all of it", she.Screen, StringComparison.Ordinal);
        Assert.Equal(24, number.Length);
        var answers = world.Opens(world.Dara, "dara", world.Case);
        Assert.Equal(["about", "danger", "kind", "what", "what", "what", "since"], answers.Select(answer => answer["question"]!.ToString()));
        Assert.Equal(Marked, answers[3]["text"]!.ToString());
        Assert.Equal(voice, world.OpensFile(world.Dara, "dara", world.Case, answers[4]["file"]!.ToString()));
        var picture = world.OpensFile(world.Recovery, "recovery", world.Case, answers[5]["file"]!.ToString());
        Assert.Equal("FFD8FFDB00040102FFDA0004030411FF0022FFD9", Convert.ToHexString(picture)); // without where it was taken, and what hung behind it
        Assert.Equal(["New 2 0 0 1"], world.Rows("SELECT state || ' ' || risk || ' ' || is_child || ' ' || in_danger || ' ' || version FROM report_cases"));
        Assert.Empty(world.Rows("SELECT case_id FROM report_drafts"));
        AssertIsNowhere(world, Marked, number, "MARK-a-voice", "GPS1");
    }

    [Theory]
    [InlineData("About me", nameof(FilesTaken.VoiceAndPictures))]
    [InlineData("About a child under 18", nameof(FilesTaken.Voice))]
    public async Task What_may_be_sent_besides_words_is_said_with_its_screen_and_about_a_child_that_is_her_voice_alone(string about, string taken)
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();

        await ReportWorld.Tells(she, about);
        Assert.Equal(taken, Takes());
        await she.Types("what happened to her");
        Assert.Equal(taken, Takes());
        await she.Presses("▶ Go on");
        Assert.Equal(nameof(FilesTaken.None), Takes());
        await she.Presses("This week");
        Assert.Equal(nameof(FilesTaken.None), Takes()); // where: words, or a press
        await she.Presses("⏭ Skip");
        await she.Presses("📨 Send");
        await she.Presses("My report");
        await she.Presses("Write or ask");
        Assert.Equal(nameof(FilesTaken.Voice), Takes());

        string Takes() => world.Desk.Phones.Sent.Select(sent => sent.Body).OfType<OutboundBody.Show>().Last().Takes.ToString();
    }

    [Fact]
    public async Task The_number_goes_from_her_chat_after_a_minute_and_is_not_shown_again()
    {
        await using var world = await ReportWorld.Start();
        var (she, number) = await world.Report();

        await world.Desk.Pass(TimeSpan.FromSeconds(59));
        Assert.Contains(number, she.Screen, StringComparison.Ordinal);
        await world.Desk.Pass(TimeSpan.FromSeconds(2));

        Assert.DoesNotContain(number, she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_case_worker_and_a_recovery_key_there_are_hotlines_instead_of_questions()
    {
        await using var world = await ReportWorld.Start(isRead: false);
        var she = await world.Desk.Worker();

        await she.Types("I want to make a report");

        Assert.Contains("We cannot take reports now", she.Screen, StringComparison.Ordinal);
        Assert.Contains(she.Sees[^1].Buttons, button => button.Label == "Numbers to call");
    }

    [Fact]
    [Covers(ReportActions.Show)]
    public async Task She_can_look_at_what_she_said_for_a_quarter_of_an_hour_and_it_goes_again()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);
        var long1 = new string('x', 3500) + " the end of it";
        await she.Types(Marked);
        await she.Types(long1);
        await she.Presses("▶ Go on");
        await she.Presses("⏭ Skip");
        await she.Presses("⏭ Skip");

        await she.Presses("Look again");
        Assert.Contains(Marked, she.Screen, StringComparison.Ordinal);
        Assert.Contains("the end of it", she.Screen, StringComparison.Ordinal); // none of it is left out

        await world.Desk.Pass(TimeSpan.FromMinutes(6));
        Assert.DoesNotContain(Marked, she.Screen, StringComparison.Ordinal);

        await she.Presses("Add something");
        await world.Desk.Pass(TimeSpan.FromMinutes(9)); // a quarter of an hour since it was begun
        Assert.Equal(0, world.Keys.Count);
        await she.Presses("⏭ Skip");
        await she.Presses("⏭ Skip");
        await she.Presses("⏭ Skip");
        Assert.Contains("You cannot look at them any more, but you can still send them", she.Screen, StringComparison.Ordinal);
        await she.Presses("📨 Send");
        Assert.Equal([Marked, long1], world.Opens(world.Dara, "dara", world.Case).Select(answer => answer["text"]?.ToString()).OfType<string>());
    }

    [Fact]
    [Covers(ReportActions.Clear), Covers(ReportActions.Discard)]
    public async Task What_she_takes_back_is_not_sent_and_a_draft_she_deletes_is_gone()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);
        await she.Sends(world.Media.Voice("v1", voice));
        await she.Presses("Delete and say it again");
        await ReportWorld.Sends(she, "said anew");

        Assert.Equal(["said anew"], world.Opens(world.Dara, "dara", world.Case).Where(answer => answer["question"]!.ToString() == "what").Select(answer => answer["text"]!.ToString()));
        Assert.Empty(world.Rows("SELECT id FROM report_items WHERE purpose = 'attachment'"));

        var other = await world.Reporter();
        await ReportWorld.Tells(other);
        await other.Types(Marked);
        await other.Presses("⏹ Stop");
        await other.Presses("Delete it now");
        Assert.Contains("Nothing of it is kept", other.Screen, StringComparison.Ordinal);
        Assert.Empty(world.Rows("SELECT case_id FROM report_drafts"));
        Assert.Single(world.Rows("SELECT DISTINCT case_id FROM report_items"));
    }

    [Fact]
    public async Task About_a_child_no_picture_is_fetched_or_kept_and_she_is_told_why()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she, "About a child under 18");

        await she.Sends(world.Media.Photo("p1", photo));
        Assert.Contains("We take no pictures, videos or documents where it is about a child", she.Screen, StringComparison.Ordinal);
        await she.Presses("Say it in words");
        await she.Sends(new Input.Unreadable("video"));
        Assert.Contains("We take no pictures, videos or documents where it is about a child", she.Screen, StringComparison.Ordinal);
        await she.Presses("Say it in words");
        await she.Does(new InboundEvent.Continued(new Input.Photo("p1"))); // further ones of an album
        await she.Presses("Say it in words");

        Assert.Equal(0, world.Media.Fetched);
        Assert.Empty(world.Rows("SELECT id FROM report_items WHERE purpose = 'attachment'"));
        await ReportWorld.Sends(she, "in words");
        Assert.Equal(["1 1"], world.Rows("SELECT risk || ' ' || is_child FROM report_cases"));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_and_not_kept()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);

        foreach (var input in new Input[] { world.Media.Photo("p1", [.. "GIF89a"u8, 1, 2, 3]), world.Media.Photo("p2", photo[..20]), world.Media.Voice("v1", "<script>"u8.ToArray()), new Input.Photo("gone"), new Input.Unreadable("document") })
        {
            await she.Sends(input);
            Assert.Contains("We did not take this", she.Screen, StringComparison.Ordinal);
            await she.Presses("Try again");
        }
        await she.Sends(new Input.Location(10.6, 103.5));
        Assert.Contains("What happened?", she.Screen, StringComparison.Ordinal);
        await she.Types("stop");
        Assert.Contains("You can stop at any time", she.Screen, StringComparison.Ordinal);
        await she.Commands("back");
        await she.Types(new string('x', 16_001));
        Assert.Contains("That is too long, and was not kept", she.Screen, StringComparison.Ordinal);

        Assert.Empty(world.Rows("SELECT id FROM report_items WHERE question = 'what'"));
    }

    [Fact]
    public async Task Who_left_since_it_was_begun_gets_nothing_and_who_came_gets_it()
    {
        await using var world = await ReportWorld.Start();
        using var sokha = ChatSupport.Reports.Sealing.Age.AgeIdentity.New();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);

        world.Sign(ReportWorld.Reader("dara", world.Dara, isRevoked: true), ReportWorld.Reader("sokha", sokha), ReportWorld.Reader("recovery", world.Recovery, ReaderRole.Recovery));
        await ReportWorld.Sends(she, Marked);

        Assert.Empty(world.Rows("SELECT id FROM report_grants WHERE staff = 'dara'"));
        Assert.Contains(Marked, world.Opens(sokha, "sokha", world.Case).Select(answer => answer["text"]?.ToString()));
    }

    [Fact]
    public async Task Where_nobody_could_open_it_any_more_it_is_not_sent_and_she_is_told()
    {
        await using var world = await ReportWorld.Start();
        using var sokha = ChatSupport.Reports.Sealing.Age.AgeIdentity.New();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);
        await she.Types(Marked);
        await world.Restart(); // its key is not in memory any more

        world.Sign(ReportWorld.Reader("dara", world.Dara, isRevoked: true), ReportWorld.Reader("sokha", sokha), ReportWorld.Reader("recovery", world.Recovery, ReaderRole.Recovery));
        await she.Presses("▶ Go on");
        await she.Presses("⏭ Skip");
        await she.Presses("⏭ Skip");
        await she.Presses("📨 Send");

        Assert.Contains("Not sent. Those who could have opened it have left", she.Screen, StringComparison.Ordinal);
        Assert.Empty(world.Rows("SELECT id FROM report_cases"));
        Assert.Null(ReportWorld.Number(she));
    }

    [Fact]
    public async Task After_a_restart_she_goes_on_and_nothing_is_lost()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);
        await she.Types("before the restart");

        await world.Restart();
        await ReportWorld.Sends(she, "after it");

        Assert.Equal(["before the restart", "after it"], world.Opens(world.Dara, "dara", world.Case).Select(answer => answer["text"]?.ToString()).OfType<string>());
    }

    [Fact]
    public async Task A_draft_goes_after_a_day_and_what_she_answers_then_is_not_kept()
    {
        await using var world = await ReportWorld.Start();
        var she = await world.Reporter();
        await ReportWorld.Tells(she);
        await she.Types(Marked);
        await world.Desk.Pass(TimeSpan.FromHours(25));
        await ReportClockRuns(world);

        Assert.Equal(0, world.Left());
        await she.Types("lotus");
        await she.Types("too late");
        Assert.Contains("This report is not there any more", she.Screen, StringComparison.Ordinal);
        Assert.Equal(0, world.Left());
    }

    [Fact]
    public async Task Whatever_she_does_none_of_it_stands_in_the_database_in_clear()
    {
        await using var world = await ReportWorld.Start();
        var random = new Random(7);
        for (var round = 0; round < 3; round++)
        {
            var she = await world.Reporter();
            await ReportWorld.Tells(she, round == 1 ? "About a child under 18" : "About somebody else");
            for (var act = 0; act < 12; act++)
            {
                switch (random.Next(7))
                {
                    case 0:
                        await she.Sends(world.Media.Voice($"v{round}-{act}", voice));
                        break;
                    case 1:
                        await she.Sends(world.Media.Photo($"p{round}-{act}", photo));
                        break;
                    case 2:
                        await she.Edits("m1", $"{Marked} edited");
                        break;
                    case 3:
                        await she.Commands("back");
                        break;
                    case 4 when she.Sees[^1].Buttons is [_, ..] buttons:
                        await she.Does(new InboundEvent.Did(new Input.Button(buttons[random.Next(Math.Min(2, buttons.Count))].Id)), pressed: she.Sees[^1].Id);
                        break;
                    default:
                        await she.Types($"{Marked} {round} {act} {new string('y', random.Next(3000))}");
                        break;
                }
            }
        }

        AssertIsNowhere(world, Marked, "MARK-a-voice");
    }

    /// <summary>Searches every file beside the database in the ways in which a text may lie there.</summary>
    internal static void AssertIsNowhere(ReportWorld world, params string[] secrets)
    {
        var bytes = world.Bytes();
        foreach (var secret in secrets)
        {
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"'{secret}' stands there in UTF-8.");
            Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)) < 0, $"'{secret}' stands there in UTF-16.");
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret.Replace(" ", "", StringComparison.Ordinal))) < 0, $"'{secret}' stands there without blanks.");
        }
    }

    internal static Task ReportClockRuns(ReportWorld world) =>
        ChatSupport.Tests.Escalation.DeskWorld.Until(() => world.Left() == 0, "the clock deletes what is too old");
}
