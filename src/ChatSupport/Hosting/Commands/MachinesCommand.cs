using System.CommandLine;
using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Reports.Cases;
using ChatSupport.Savings.Meetings;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport machines graph</c>: the state machines of the program as Mermaid diagrams.</summary>
internal static class MachinesCommand
{
    private static readonly Dictionary<string, Func<string>> machines = new(StringComparer.Ordinal)
    {
        ["lifecycle"] = Lifecycle.Diagram,
        ["desk"] = DeskMachine.Diagram,
        ["referral"] = ReferralMachine.Diagram,
        ["meeting"] = MeetingMachine.Diagram,
        ["case"] = CaseMachine.Diagram,
    };

    public static Command Build()
    {
        var machine = new Argument<string?>("machine")
        {
            Description = $"Which one: {string.Join(", ", machines.Keys)}. Without it: all.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        machine.AcceptOnlyFromAmong([.. machines.Keys]);
        var graph = new Command("graph", "Writes the state machines as Mermaid diagrams.") { machine };
        graph.SetAction(async (parsed, cancel) =>
        {
            await Write(parsed.InvocationConfiguration.Output, parsed.GetValue(machine), cancel);
            return ExitCode.Fine;
        });
        return new Command("machines", "The state machines of the program.") { graph };
    }

    private static async Task Write(TextWriter output, string? only, CancellationToken cancel)
    {
        foreach (var (name, diagram) in machines.Where(machine => only is null || machine.Key == only))
            await output.WriteLineAsync($"%% {name}\n{diagram().ReplaceLineEndings("\n").Trim()}\n".AsMemory(), cancel);
    }
}
