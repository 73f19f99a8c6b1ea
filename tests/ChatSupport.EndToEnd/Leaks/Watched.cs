using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using ChatSupport.BotApi;
using ChatSupport.EndToEnd.Telegram;
using Microsoft.Data.Sqlite;

namespace ChatSupport.EndToEnd.Leaks;

/// <summary>The program with both channels and marked secrets in its settings, at the most talkative that settings allow, in folders of its own: whatever it
/// writes is known.</summary>
internal sealed class Watched : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    private readonly string root = ChatSupportProcess.NewFolder();
    private readonly HttpClient http = new();
    private readonly string metricsToken;
    private readonly (string Name, string Value)[] settings;
    private ChatSupportProcess program = null!;
    private bool serves;

    private Watched(BotApiServer api, Way way, string environment, int port, Secrets secrets)
    {
        Api = api;
        Port = port;
        metricsToken = secrets.Latin("token of the figures");
        SiteSecret = secrets.Latin("secret of a site") + secrets.Latin("second half of the secret of a site");
        WebhookSecret = secrets.Latin("webhook secret");
        settings =
        [
            .. Bot.Settings(api, way, port).Where(setting => !setting.Name.EndsWith(":WebhookSecret", StringComparison.Ordinal)),
            ("ChatSupport:Telegram:WebhookSecret", WebhookSecret), ("ChatSupport:Telegram:PerSecond", "10000"), ("ChatSupport:Telegram:PerChatPerSecond", "1000"),
            ("ChatSupport:DirectLine:Sites:0:Name", "partner"), ("ChatSupport:DirectLine:Sites:0:Secret", SiteSecret), ("ChatSupport:DirectLine:Sites:0:Origins:0", PartnerOrigin),
            ("ChatSupport:Conversations:Burst", "1000"), ("ChatSupport:Metrics:Token", metricsToken), ("ChatSupport:Places:AllowUnverified", "true"),
            ("ASPNETCORE_ENVIRONMENT", environment), ("ASPNETCORE_DETAILEDERRORS", "true"), ("TMPDIR", Folder("tmp")), ("HOME", Folder("home")),
            ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft", "Trace"), ("Logging:LogLevel:Orleans", "Trace"), ("Serilog:MinimumLevel", "Verbose"),
        ];
        Program = Folder("program");
    }

    public const string PartnerOrigin = "https://partner.example";

    public BotApiServer Api { get; }

    public int Port { get; }

    public string SiteSecret { get; }

    public string WebhookSecret { get; }

    /// <summary>The folder in which it runs.</summary>
    public string Program { get; }

    public string Database => Path.Combine(Program, "data", "chatsupport.db");

    public Uri Url => program.Url;

    public string Output => program.Output;

    /// <summary>The same without the marks that stand around values where it writes JSON.</summary>
    private string Said => Output.Replace("\\\"", "", StringComparison.Ordinal);

    /// <summary>What is left of it, to be added to.</summary>
    public Remains Remains { get; } = new();

    public static async Task<Watched> Start(Way way, string environment, Secrets secrets)
    {
        var api = await BotApiServer.Start(new BotApiOptions { Token = $"700000001:{secrets.Latin("token of the bot")}" });
        var watched = new Watched(api, way, environment, TestPort.Find(), secrets);
        if (way == Way.Webhook)
        {
            var set = await ChatSupportProcess.Run(watched.Program, ["telegram", "webhook", "set"], watched.settings);
            Assert.True(set.ExitCode == 0, set.Output);
            watched.Remains.Add("the output of the command", set.Output);
        }

        await watched.Serve();
        foreach (var key in Directory.EnumerateFiles(Path.Combine(watched.Program, "data", "keys")))
            secrets.Remember(Path.GetFileName(key), await File.ReadAllBytesAsync(key));
        return watched;
    }

    /// <summary>Starts it, and lets it leave a core dump if it wants to.</summary>
    public async Task Serve()
    {
        program = await ChatSupportProcess.Serve(Program, Port, settings);
        serves = true;
        await Shell(string.Create(CultureInfo.InvariantCulture, $"prlimit --pid {program.Id} --core=unlimited"));
    }

    /// <summary>It ends by a signal that makes others leave a core dump.</summary>
    public async Task Crash()
    {
        await Shell(string.Create(CultureInfo.InvariantCulture, $"kill -SYS {program.Id}"));
        await program.Ended();
        await Keep("crash");
    }

    public async Task Stop()
    {
        Assert.Equal(0, await program.Stop());
        await Keep("stop");
    }

    /// <summary>What a start with these settings instead says.</summary>
    public Task<Ended> Try(params (string Name, string Value)[] other) =>
        ChatSupportProcess.Run(Program, ["serve", "--urls", "http://127.0.0.1:0"], [.. settings, .. other]);

    public async Task<string> Figures()
    {
        var read = await Read("/metrics") + await Read("/health/ready") + await Read("/health/live");
        Remains.Add("figures and health", read);
        return read;
    }

    /// <summary>Waits until it wrote one of these.</summary>
    public async Task WaitForOutput(params string[] parts)
    {
        for (var began = Stopwatch.StartNew(); !parts.Any(part => Said.Contains(part, StringComparison.Ordinal)); await Task.Delay(50, TestContext.Current.CancellationToken))
            Assert.True(began.Elapsed < patience, $"It did not write '{parts[0]}', but:\n{Output}");
    }

    /// <summary>A connection of somebody else to its database.</summary>
    public SqliteConnection OpenDatabase()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (serves)
            await program.DisposeAsync();
        await Api.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }

    private async Task Keep(string when)
    {
        Remains.Add($"output until the {when}", program.Output);
        Remains.AddFolder(root);
        serves = false;
        await program.DisposeAsync();
    }

    private async Task<string> Read(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Url, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", metricsToken);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task Shell(string command)
    {
        using var shell = Process.Start("sh", ["-c", command]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(shell.ExitCode == 0, command);
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;
}
