using System.CommandLine;

namespace ChatSupport.Hosting.Commands;

/// <summary>Every command line command, a line each. One file per command, each with a <c>Build()</c>.</summary>
internal static class AllCommands
{
    public static RootCommand Root()
    {
        var root = new RootCommand("ChatSupport: a chatbot for peer support. Without a command it serves.");
        ServeCommand.BeDefault(root);
        foreach (var command in Build())
            root.Subcommands.Add(command);
        return root;
    }

    public static IEnumerable<Command> Build() =>
    [
        ServeCommand.Build(),
        DialogsCommand.Build(),
        MachinesCommand.Build(),
    ];
}
