using System.Globalization;
using ChatSupport.BotApi;

var options = new BotApiOptions();
for (var i = 0; i + 1 < args.Length; i += 2)
{
    options = args[i] switch
    {
        "--port" => options with { Port = int.Parse(args[i + 1], CultureInfo.InvariantCulture) },
        "--token" => options with { Token = args[i + 1] },
        _ => options,
    };
}
await using var server = await BotApiServer.Start(options);
Console.WriteLine(server.Url);
await Task.Delay(Timeout.Infinite);
