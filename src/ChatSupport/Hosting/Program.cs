using ChatSupport.Hosting.Commands;

return await AllCommands.Root().Parse(args).InvokeAsync();
