using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ChatSupport.BotApi;
using ChatSupport.BotApi.Crashes;
using ChatSupport.EndToEnd.Telegram;
using Microsoft.Data.Sqlite;

namespace ChatSupport.EndToEnd.Crashes;

/// <summary>The real program, started again and again on the same database and keys.</summary>
internal sealed class MortalProgram : IAsyncDisposable
{
    /// <summary>Stands for the folder of the data in the command that it is started through.</summary>
    public const string DataFolder = "{data}";

    private readonly HttpClient http = new();
    private readonly (string Name, string Value)[] settings;
    private readonly string folder;
    private readonly int port = TestPort.Find();
    private readonly string[] through;
    private ChatSupportProcess? program;

    private MortalProgram(BotApiServer api, Way way, string folder, string[] through, params (string Name, string Value)[] also)
    {
        this.folder = folder;
        this.through = [.. through.Select(word => word.Replace(DataFolder, Path.Combine(folder, "data"), StringComparison.Ordinal))];
        settings =
        [
            .. Bot.Settings(api, way, port),
            ("ChatSupport:Telegram:PerSecond", "10000"), // the pace is not what is looked at here
            ("ChatSupport:Telegram:PerChatPerSecond", "1000"),
            ("ChatSupport:Conversations:Burst", "1000"),
            ("ChatSupport:Conversations:BurstRefill", "00:00:01"),
            .. also,
        ];
        Victim = new Victim(Start, cancel => program!.Ready(cancel), () => program!.Kill());
    }

    /// <summary>For the one who kills it.</summary>
    public Victim Victim { get; }

    /// <summary>What the last one wrote.</summary>
    public string Output => program?.Output ?? "";

    /// <summary>The number of the process.</summary>
    public int Id => program!.Id;

    /// <summary>The database file, as a path of this process.</summary>
    public string Database => Path.Combine(folder, "data", "chatsupport.db");

    /// <summary>A path of the program's as one of this process: the program may have disks of its own.</summary>
    public string Within(string path) => string.Create(CultureInfo.InvariantCulture, $"/proc/{Id}/root{path}");

    /// <summary>Of a folder that was made ready elsewhere; it asks for updates.</summary>
    /// <param name="api">The Bot API server that it talks to.</param>
    /// <param name="folder">Where its data lies.</param>
    /// <param name="settings">Settings besides the usual ones.</param>
    public static MortalProgram Of(BotApiServer api, string folder, params (string Name, string Value)[] settings) => new(api, Way.Polling, folder, [], settings);

    /// <summary>Makes everything ready for its first start, with content that counts.</summary>
    /// <param name="api">The Bot API server that it talks to.</param>
    /// <param name="way">How updates come in.</param>
    /// <param name="through">A command that starts the program behind it; empty for none.</param>
    public static async Task<MortalProgram> Make(BotApiServer api, Way way, params string[] through)
    {
        var made = new MortalProgram(api, way, ChatSupportProcess.NewFolder(), through);
        CountingContent.Write(made.folder);
        if (way == Way.Webhook)
        {
            var set = await ChatSupportProcess.Run(made.folder, ["telegram", "webhook", "set"], made.settings);
            Assert.True(set.ExitCode == 0, set.Output);
        }
        return made;
    }

    /// <summary>Waits until it has nothing to send, ends it as a service manager does, and looks into what it left.</summary>
    public async Task<Left> End()
    {
        await WaitForHealth(health => health.Waiting == 0, "nothing waits to be sent");
        if (!File.Exists(Database))
        {
            // It lies on a disk of the program's own, which ends with it.
            var copy = Path.Combine(folder, "copy.db");
            File.Copy(Within(Database), copy);
            File.Copy(Within(Database + "-wal"), copy + "-wal");
            Assert.Equal(0, await program!.Stop());
            return Look(copy);
        }

        Assert.Equal(0, await program!.Stop());
        var looked = await ChatSupportProcess.Run(folder, ["database", "verify"], settings);
        Assert.True(looked.ExitCode == 0, looked.Output);
        return Look(Database);
    }

    /// <summary>Waits until it says of itself what is wanted.</summary>
    public async Task<Health> WaitForHealth(Func<Health, bool> wanted, string what)
    {
        var health = await LookOrNothing();
        for (var began = Stopwatch.GetTimestamp(); !wanted(health); health = await LookOrNothing())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(2), $"It did not come to this: {what}. It says {health} and wrote:\n{Output}");
            await Task.Delay(50);
        }
        return health;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (program is not null)
            await program.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Start()
    {
        if (program is not null)
            await program.DisposeAsync();
        program = ChatSupportProcess.Begin(folder, port, through, settings);
    }

    private async Task<Health> LookOrNothing()
    {
        try
        {
            return await Look();
        }
        catch (HttpRequestException)
        {
            return new Health(false, "", null, 0); // it is starting
        }
    }

    private async Task<Health> Look()
    {
        using var answer = await http.GetAsync(new Uri(program!.Url, "/health/ready"));
        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var details = report.RootElement.GetProperty("details");
        return new Health(
            answer.IsSuccessStatusCode, string.Join(' ', report.RootElement.GetProperty("reasons").EnumerateArray()),
            details.GetProperty("databaseTrouble").GetString(), details.GetProperty("waiting").GetInt64());
    }

    private static Left Look(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT count(*) FROM conversations), (SELECT count(*) FROM outbox)";
        using var row = command.ExecuteReader();
        row.Read();
        return new Left(row.GetInt32(0), row.GetInt32(1));
    }
}

/// <summary>What a program left in its database.</summary>
/// <param name="Conversations">How many conversations.</param>
/// <param name="Outbox">Messages that wait to be sent, or failed.</param>
internal sealed record Left(int Conversations, int Outbox);

/// <summary>What a program says of itself at <c>/health/ready</c>.</summary>
/// <param name="Ready">It can serve.</param>
/// <param name="Reasons">Why not.</param>
/// <param name="DatabaseTrouble">What is wrong with the database, a sentence; null for nothing.</param>
/// <param name="Waiting">Messages that wait to be sent.</param>
internal sealed record Health(bool Ready, string Reasons, string? DatabaseTrouble, long Waiting);
