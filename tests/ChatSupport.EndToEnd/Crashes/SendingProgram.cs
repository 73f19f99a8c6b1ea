using System.Diagnostics;
using System.Globalization;
using ChatSupport.BotApi;
using ChatSupport.EndToEnd.Reports;
using ChatSupport.EndToEnd.Telegram;
using Microsoft.Data.Sqlite;

namespace ChatSupport.EndToEnd.Crashes;

/// <summary>The real program that takes reports and can be killed at an await of its own, started again and again on the same data.</summary>
internal sealed class SendingProgram : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    private readonly string folder = ChatSupportProcess.NewFolder();
    private readonly string awaits = ChatSupportProcess.NewFolder();
    private readonly int port = TestPort.Find();
    private readonly (string Name, string Value)[] settings;
    private ChatSupportProcess? program;

    public SendingProgram(BotApiServer api, SignedReaders readers) => settings =
    [
        .. Bot.Settings(api, Way.Polling, port), .. readers.Settings(folder),
        ("ChatSupport:Telegram:PerSecond", "10000"), ("ChatSupport:Telegram:PerChatPerSecond", "1000"), // the pace is not what is looked at here
        ("ChatSupport:Conversations:Burst", "1000"),
        ("DOTNET_STARTUP_HOOKS", typeof(AwaitWatch).Assembly.Location), (AwaitWatch.Setting, awaits),
    ];

    /// <summary>A connection of somebody else to its database.</summary>
    public SqliteConnection Database() => SignedReaders.Open(folder);

    /// <summary>Starts it.</summary>
    /// <param name="wish">Where it is to be killed, once it is armed; null for nowhere.</param>
    public async Task Start(string? wish)
    {
        foreach (var old in Directory.EnumerateFiles(awaits))
            File.Delete(old);
        if (wish is not null)
            await File.WriteAllTextAsync(Path.Combine(awaits, AwaitWatch.Wish), wish);
        if (program is not null)
            await program.DisposeAsync();
        program = await ChatSupportProcess.Serve(folder, port, settings);
    }

    /// <summary>From now on awaits count.</summary>
    public async Task Arms()
    {
        using (var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -USR1 {program!.Id}")]))
            await kill.WaitForExitAsync();
        for (var began = Stopwatch.StartNew(); !File.Exists(Path.Combine(awaits, AwaitWatch.Armed)); await Task.Delay(10))
            Assert.True(began.Elapsed < patience, $"It did not watch its awaits:\n{program.Output}");
    }

    /// <summary>Waits until it was killed, or this is done.</summary>
    /// <returns>It was killed.</returns>
    public async Task<bool> DiesOr(Task done)
    {
        var ended = program!.Ended();
        if (await Task.WhenAny(ended, done) != done)
            return true;
        await done;
        return false;
    }

    /// <summary>Waits until it reaches no further awaits of this turn.</summary>
    public async Task Settles()
    {
        for (var (last, quiet) = (-1, 0); quiet < 5; await Task.Delay(100))
        {
            var count = Points().Count;
            quiet = count == last ? quiet + 1 : 0;
            last = count;
        }
    }

    /// <summary>The awaits that it reached, in order.</summary>
    public IReadOnlyList<string> Points() => File.Exists(Path.Combine(awaits, AwaitWatch.Points)) ? File.ReadAllLines(Path.Combine(awaits, AwaitWatch.Points)) : [];

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
            await program.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        Directory.Delete(awaits, recursive: true);
    }
}
