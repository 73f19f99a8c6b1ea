using System.CommandLine;
using ChatSupport.Hosting;
using ChatSupport.Hosting.Commands;

NoCoreDump.Forbid();
var (settings, words) = Settings.Split(args);
var parsed = AllCommands.Root(settings).Parse(words);
var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = Starting.LongestStop });
return parsed.Errors.Count > 0 ? ExitCode.BadUsage : exitCode;
