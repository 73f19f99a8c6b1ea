using System.Diagnostics;
using System.Globalization;
using ChatSupport.LedgerWriter;

// ChatSupport.LedgerWriter FOLDER [DIES-AT]: a process that does to the ledger of that folder what the lines of its input say, and answers each with a line.
// With DIES-AT it ends itself with SIGKILL once so many lines are on disk, before it answers the last of them.
var diesAt = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : -1;
await using var writer = new Writer(args[0]);
var number = 0;
while (await Console.In.ReadLineAsync() is { Length: > 0 } line)
{
    var answer = await writer.Do(line);
    if (++number == diesAt)
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        await Task.Delay(Timeout.Infinite); // never answers
    }
    await Console.Out.WriteLineAsync(answer);
}
