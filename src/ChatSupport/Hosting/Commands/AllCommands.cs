using System.CommandLine;

namespace ChatSupport.Hosting.Commands;

/// <summary>Every command line command, a line each. One file per command, each with a <c>Build()</c>.</summary>
internal static class AllCommands
{
    /// <param name="settings">Settings of the command line, for the commands that need some.</param>
    public static RootCommand Root(string[] settings)
    {
        var root = new RootCommand("ChatSupport: a chatbot for peer support. Without a command it serves. Settings may stand anywhere: --ChatSupport:Section:Name=value.")
        {
            ServeCommand.Build(settings),
            ChatCommand.Build(settings),
            DialogsCommand.Build(settings),
            DatabaseCommand.Build(settings),
            AuditCommand.Build(settings),
            SavingsCommand.Build(settings),
            MachinesCommand.Build(),
            KhmerCommand.Build(),
            TelegramCommand.Build(settings),
            StaffCommand.Build(settings),
            ReportsCommand.Build(settings),
            DemoCommand.Build(settings),
        };
        root.SetAction((parse, cancel) => ServeCommand.Run(parse, settings, cancel));
        return root;
    }
}
