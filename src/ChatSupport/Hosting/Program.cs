using System.CommandLine;
using ChatSupport.Hosting.Commands;

var root = new RootCommand("ChatSupport: a chatbot for peer support. Without a command it serves.");
foreach (var command in AllCommands.Build())
    root.Subcommands.Add(command);

return await root.Parse(args).InvokeAsync();
