using System.CommandLine;
using System.Runtime.CompilerServices;
using ChatSupport.Escalation.Desk;
using ChatSupport.Hosting.Commands;
using CsCheck;

namespace ChatSupport.Tests.Escalation;

public sealed class DeskIsATable
{
    [Fact]
    public async Task The_command_draws_it_as_the_guide_does()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/hand-over.md"), TestContext.Current.CancellationToken);
        var golden = guide.Split("```mermaid")[1].Split("```")[0];
        using var output = new StringWriter();

        var code = await MachinesCommand.Build().Parse(["graph", "desk"]).InvokeAsync(new InvocationConfiguration { Output = output }, TestContext.Current.CancellationToken);

        Assert.Equal(0, code);
        Assert.Equal($"%% desk\n{golden.ReplaceLineEndings("\n").Trim()}\n\n", output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_state_can_be_reached_and_all_but_the_last_be_left()
    {
        var reached = new HashSet<DeskState> { DeskState.Triaging };
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            foreach (var (from, what, owned) in reached.ToList().SelectMany(from => Enum.GetValues<DeskEvent>().SelectMany(what => new[] { (from, what, true), (from, what, false) })))
            {
                var chat = Chat(from, owned);
                if (chat.Can(what))
                    reached.Add(chat.After(what).State);
            }
        }

        Assert.Equal(Enum.GetValues<DeskState>().Length, reached.Count);
        Assert.All(Enum.GetValues<DeskState>().Except([DeskState.Closed]), state => Assert.Contains(Enum.GetValues<DeskEvent>(), what => Chat(state, true).Can(what) && Chat(state, true).After(what).State != state));
    }

    [Fact]
    public void Whatever_happens_in_whatever_order_nothing_throws_and_what_is_over_stays_over()
    {
        Gen.Select(Gen.Enum<DeskEvent>().List[0, 60], Gen.Bool).Sample((events, owned) =>
        {
            var chat = Chat(DeskState.Triaging, owned);
            foreach (var what in events)
            {
                if (!chat.Can(what))
                {
                    Assert.Throws<InvalidOperationException>(() => chat.After(what));
                    continue;
                }
                var after = chat.After(what);
                Assert.False(chat.State == DeskState.Closed && after.State != DeskState.Closed, "What was over is open.");
                Assert.Equal(what == DeskEvent.End, after.State == DeskState.Closed);
                Assert.False(what == DeskEvent.Lose && after.State != DeskState.Unreachable, "Who is lost seems to be there.");
                chat = after;
            }
        });
    }

    /// <summary>Erased or gone on elsewhere: a chat that she has can always end.</summary>
    [Fact]
    public void Wherever_it_stands_it_can_end() =>
        Assert.All(Enum.GetValues<DeskState>().Except([DeskState.Triaging]), state => Assert.True(Chat(state, false).Can(DeskEvent.End), $"{state} cannot end."));

    private static DeskChat Chat(DeskState state, bool owned) => new()
    {
        Id = "x",
        Worker = "w",
        Language = "en",
        Alias = new Alias("🔵", "x", "x"),
        Level = 2,
        ArrivedAt = DateTimeOffset.UnixEpoch,
        State = state,
        Owner = owned ? "e" : null,
    };

    private static string Here([CallerFilePath] string path = "") => path;
}
