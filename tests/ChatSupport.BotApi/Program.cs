using System.Globalization;
using System.Runtime.InteropServices;
using ChatSupport.BotApi;

const string Usage = "Use: --port NUMBER --token ID:SECRET --seed NUMBER --records true|false";

var options = new BotApiOptions { HasControl = true };
for (var i = 0; i < args.Length; i += 2)
{
    var value = i + 1 < args.Length ? args[i + 1] : "";
    var read = args[i] switch
    {
        "--port" when ushort.TryParse(value, CultureInfo.InvariantCulture, out var port) => options with { Port = port },
        "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed) => options with { Seed = seed },
        "--records" when bool.TryParse(value, out var records) => options with { Records = records },
        "--token" when value.Contains(':', StringComparison.Ordinal) => options with { Token = value },
        _ => null,
    };
    if (read is null)
    {
        await Console.Error.WriteLineAsync($"'{args[i]} {value}' is not understood. {Usage}");
        return 2;
    }
    options = read;
}

try
{
    await using var server = await BotApiServer.Start(options);
    Console.WriteLine(server.Url);
    var stop = new TaskCompletionSource();
    using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    await stop.Task;
    return 0;

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.TrySetResult();
    }
}
catch (IOException taken)
{
    await Console.Error.WriteLineAsync($"The server cannot start: {taken.Message} Give another port with --port, or none for a free one.");
    return 2;
}
