using System.CommandLine;

namespace ChatSupport.Hosting.Commands;

/// <summary>Every command line command, a line each. One file per command, each with a <c>Build()</c>.</summary>
internal static class AllCommands
{
    public static IEnumerable<Command> Build() =>
    [
        DialogsCommand.Build(),
        MachinesCommand.Build(),
    ];
}
