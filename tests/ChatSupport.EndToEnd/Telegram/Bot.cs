using ChatSupport.BotApi;

namespace ChatSupport.EndToEnd.Telegram;

/// <summary>How updates come in.</summary>
public enum Way
{
    /// <summary>The program asks for them.</summary>
    Polling,

    /// <summary>Telegram calls.</summary>
    Webhook,
}

/// <summary>The program as a process of its own and a Bot API server of its own, over real HTTP.</summary>
internal sealed class Bot : IAsyncDisposable
{
    private const string Secret = "a-secret-that-only-tests-know";

    private readonly Way way;

    private Bot(BotApiServer api, ChatSupportProcess program, Way way) => (Api, Program, this.way) = (api, program, way);

    public BotApiServer Api { get; }

    public ChatSupportProcess Program { get; private set; }

    /// <summary>Starts both.</summary>
    public static async Task<Bot> Start(Way way = Way.Polling, string? folder = null, BotApiOptions? api = null)
    {
        var server = await BotApiServer.Start(api);
        var port = TestPort.Find();
        folder ??= ChatSupportProcess.NewFolder();
        if (way == Way.Webhook)
        {
            var set = await ChatSupportProcess.Run(folder, ["telegram", "webhook", "set"], Settings(server, way, port));
            Assert.True(set.ExitCode == 0, set.Output);
        }

        return new Bot(server, await ChatSupportProcess.Serve(folder, port, Settings(server, way, port)), way);
    }

    /// <summary>A new worker.</summary>
    public Talk Meet(string? language = "km") => new(Api.Worker(language));

    /// <summary>A new worker who agreed and stands at home.</summary>
    public async Task<Talk> Welcome()
    {
        var talk = Meet();
        await talk.Types("/start", "តើអ្នកយល់ព្រមទេ?");
        await talk.Presses("យល់ព្រម ចាប់ផ្តើម", "តើអ្នកចង់ដឹងអំពីអ្វី?");
        return talk;
    }

    /// <summary>The power fails and comes back.</summary>
    public async Task Restart()
    {
        var (folder, port) = (Program.Folder, Program.Port);
        await Program.Kill();
        await Program.DisposeAsync();
        Program = await ChatSupportProcess.Serve(folder, port, Settings(Api, way, port));
    }

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        await Api.DisposeAsync();
    }

    public static (string Name, string Value)[] Settings(BotApiServer api, Way way, int port) =>
    [
        ("ChatSupport:Telegram:Token", api.Token),
        ("ChatSupport:Telegram:ApiUrl", api.Url),
        ("ChatSupport:Telegram:Mode", way.ToString()),
        ("ChatSupport:Telegram:WebhookUrl", $"http://127.0.0.1:{port}/telegram/webhook"),
        ("ChatSupport:Telegram:WebhookSecret", Secret),
    ];
}
