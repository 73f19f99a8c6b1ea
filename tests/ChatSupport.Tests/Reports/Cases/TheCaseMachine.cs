using System.CommandLine;
using System.Reflection;
using System.Runtime.CompilerServices;
using ChatSupport.Hosting.Commands;
using ChatSupport.Reports.Cases;
using ChatSupport.Tests.Conversations;

namespace ChatSupport.Tests.Reports.Cases;

public sealed class TheCaseMachine
{
    private static readonly (CaseState From, CaseEvent What, CaseState To)[] owned =
    [
        (CaseState.InAssessment, CaseEvent.Assess, CaseState.InProgress),
        (CaseState.InAssessment, CaseEvent.LetGo, CaseState.InAssessment),
        (CaseState.InAssessment, CaseEvent.Close, CaseState.Closed),
        (CaseState.InProgress, CaseEvent.Refer, CaseState.Referred),
        (CaseState.InProgress, CaseEvent.LetGo, CaseState.InProgress),
        (CaseState.InProgress, CaseEvent.Close, CaseState.Closed),
        (CaseState.Referred, CaseEvent.Refer, CaseState.Referred),
        (CaseState.Referred, CaseEvent.Return, CaseState.InProgress),
        (CaseState.Referred, CaseEvent.LetGo, CaseState.Referred),
        (CaseState.Referred, CaseEvent.Close, CaseState.Closed),
    ];

    private static readonly (CaseState From, CaseEvent What, CaseState To)[] free =
    [
        (CaseState.InAssessment, CaseEvent.Take, CaseState.InAssessment),
        (CaseState.InProgress, CaseEvent.Take, CaseState.InProgress),
        (CaseState.Referred, CaseEvent.Take, CaseState.Referred),
    ];

    private static readonly (CaseState From, CaseEvent What, CaseState To)[] always =
    [
        (CaseState.New, CaseEvent.Take, CaseState.InAssessment),
        (CaseState.Reopened, CaseEvent.Take, CaseState.InAssessment),
        (CaseState.Closed, CaseEvent.Reopen, CaseState.Reopened),
    ];

    [Fact]
    [Covers(CaseState.New), Covers(CaseState.InAssessment), Covers(CaseState.InProgress), Covers(CaseState.Referred), Covers(CaseState.Closed), Covers(CaseState.Reopened)]
    [Covers(CaseEvent.Take), Covers(CaseEvent.LetGo), Covers(CaseEvent.Assess), Covers(CaseEvent.Refer), Covers(CaseEvent.Return), Covers(CaseEvent.Close), Covers(CaseEvent.Reopen)]
    public void A_case_goes_where_the_table_says_and_nowhere_else()
    {
        foreach (var isOwned in new[] { true, false })
        {
            (CaseState, CaseEvent, CaseState)[] expected = [.. isOwned ? owned : free, .. always];
            var found = new List<(CaseState, CaseEvent, CaseState)>();
            foreach (var from in Enum.GetValues<CaseState>())
            {
                foreach (var what in Enum.GetValues<CaseEvent>())
                {
                    var state = from;
                    var machine = CaseMachine.For(() => state, () => isOwned, next => state = next);
                    if (!machine.CanFire(what))
                        continue;
                    machine.Fire(what);
                    found.Add((from, what, state));
                }
            }
            Assert.Equal(expected.Order(), found.Order());
        }
    }

    [Fact]
    public void Every_state_and_event_has_a_fact_that_names_it()
    {
        var covered = typeof(TheCaseMachine).GetMethods().SelectMany(method => method.GetCustomAttributes<CoversAttribute>()).Select(covers => covers.What).ToHashSet();

        Assert.All(Enum.GetValues<CaseState>().Cast<object>().Concat(Enum.GetValues<CaseEvent>().Cast<object>()), kind => Assert.Contains(kind, covered));
    }

    [Fact]
    public async Task The_command_draws_it_as_in_the_golden_file()
    {
        var golden = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(Here())!, "case.mmd"), TestContext.Current.CancellationToken);
        using var output = new StringWriter();

        var code = await MachinesCommand.Build().Parse(["graph", "case"]).InvokeAsync(new InvocationConfiguration { Output = output }, TestContext.Current.CancellationToken);

        Assert.Equal(0, code);
        Assert.Equal($"%% case\n{golden.ReplaceLineEndings("\n").Trim()}\n\n", output.ToString().ReplaceLineEndings("\n"));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
