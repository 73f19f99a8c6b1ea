using System.CommandLine;
using System.Runtime.CompilerServices;
using ChatSupport.Hosting.Commands;
using ChatSupport.Savings.Meetings;
using CsCheck;

namespace ChatSupport.Tests.Savings.Meetings;

public sealed class MeetingIsATable
{
    [Fact]
    public async Task The_command_draws_it_as_the_guide_does()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(Here())!, "../../../../docs/savings.md"), TestContext.Current.CancellationToken);
        var golden = guide.Split("```mermaid")[1].Split("```")[0];
        using var output = new StringWriter();

        var code = await MachinesCommand.Build().Parse(["graph", "meeting"]).InvokeAsync(new InvocationConfiguration { Output = output }, TestContext.Current.CancellationToken);

        Assert.Equal(0, code);
        Assert.Equal($"%% meeting\n{golden.ReplaceLineEndings("\n").Trim()}\n\n", output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Whatever_happens_in_whatever_order_nothing_is_entered_but_while_it_is_open_and_what_is_over_stays_over() =>
        Gen.Select(Gen.Enum<MeetingEvent>().List[0, 40], Gen.Bool).Sample((events, isEmpty) =>
        {
            var meeting = new Meeting { Id = "x", Group = "g", Day = default };
            foreach (var what in events)
            {
                if (!meeting.Can(what, isEmpty))
                {
                    Assert.Throws<InvalidOperationException>(() => meeting.After(what, isEmpty));
                    continue;
                }
                Assert.False(meeting.State is MeetingState.Closed or MeetingState.Cancelled, "What was over went on.");
                Assert.True(what != MeetingEvent.Enter || meeting.State == MeetingState.Open, "Something was entered.");
                Assert.True(what != MeetingEvent.Close || meeting.State == MeetingState.Counted, "It was closed uncounted.");
                meeting = meeting.After(what, isEmpty);
            }
        });

    private static string Here([CallerFilePath] string path = "") => path;
}
