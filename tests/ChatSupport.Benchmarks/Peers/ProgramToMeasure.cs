using System.Globalization;
using ChatSupport.EndToEnd;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>How one of the compared programs is started.</summary>
/// <param name="Id">Its folder and its argument.</param>
/// <param name="Name">As it stands in the table.</param>
/// <param name="WebhookPath">Where it takes updates.</param>
internal abstract record ProgramToMeasure(string Id, string Name, string WebhookPath)
{
    /// <summary>All of them, ours first, the limit last.</summary>
    public static IReadOnlyList<ProgramToMeasure> All { get; } =
    [
        new OurProgram(),
        new NodeProgram("grammy-conversations", "grammY with conversations"),
        new NodeProgram("grammy-session", "grammY with session"),
        new NodeProgram("telegraf-scenes", "Telegraf with scenes"),
        new NodeProgram("botbuilder-dialogs", "botbuilder with dialogs"),
        new BareProgram(),
    ];

    public abstract string Command { get; }

    public abstract IEnumerable<string> Arguments(int port, string folder);

    public abstract IEnumerable<(string Name, string Value)> Environment(int port, int apiPort, string folder);

    /// <summary>A program that was built beside this one.</summary>
    protected static string Built(string project, string assembly)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name; // bin/Release/net10.0
        return Path.Combine(Repository.Top, project, "bin", configuration, "net10.0", assembly);
    }

    protected static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The product, by webhook, as an operator starts it. Only the limits of Telegram itself are lifted.</summary>
internal sealed record OurProgram() : ProgramToMeasure("chatsupport", "ChatSupport", "/telegram/webhook")
{
    /// <summary>Further settings, as environment variables.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>Adds to the content before the program starts.</summary>
    public Action<string> AddContent { get; init; } = _ => { };

    public override string Command => "dotnet";

    public override IEnumerable<string> Arguments(int port, string folder) =>
        ["exec", Built("src/ChatSupport", "chatsupport.dll"), "serve", "--urls", $"http://127.0.0.1:{Text(port)}"];

    public override IEnumerable<(string Name, string Value)> Environment(int port, int apiPort, string folder) =>
    [
        ("ASPNETCORE_CONTENTROOT", folder),
        ("ChatSupport__Content__Folder", Content(folder)),
        ("ChatSupport__Telegram__Token", "4242:a-token-of-the-benchmark"),
        ("ChatSupport__Telegram__ApiUrl", $"http://127.0.0.1:{Text(apiPort)}"),
        ("ChatSupport__Telegram__Mode", "Webhook"),
        ("ChatSupport__Telegram__WebhookUrl", $"http://127.0.0.1:{Text(port)}/telegram/webhook"),
        ("ChatSupport__Telegram__WebhookSecret", RunningProgram.Secret),
        ("ChatSupport__Telegram__PerSecond", "10000"),
        ("ChatSupport__Telegram__PerChatPerSecond", "1000"),
        ("ChatSupport__Conversations__Burst", "1000"),
        .. Settings,
    ];

    /// <summary>The four screens, and the engine's own phrases as they are shipped.</summary>
    private string Content(string folder)
    {
        var content = Directory.CreateDirectory(Path.Combine(folder, "dialogs")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Top, "tests", "ChatSupport.Benchmarks", "Peers", "dialogs")))
            File.Copy(file, Path.Combine(content, Path.GetFileName(file)), overwrite: true);
        File.Copy(Path.Combine(Repository.Dialogs, "phrases.yaml"), Path.Combine(content, "phrases.yaml"), overwrite: true);
        AddContent(content);
        return content;
    }
}

/// <summary>The limit: the same rows and the same call, and nothing else.</summary>
internal sealed record BareProgram() : ProgramToMeasure("bare", "bare endpoint (the limit)", "/telegram/webhook")
{
    public override string Command => "dotnet";

    public override IEnumerable<string> Arguments(int port, string folder) =>
        ["exec", Built("tests/peers/bare", "bare.dll"), Text(port), Path.Combine(folder, "bare.db")];

    public override IEnumerable<(string Name, string Value)> Environment(int port, int apiPort, string folder) =>
        [("API_URL", $"http://127.0.0.1:{Text(apiPort)}"), ("DOTNET_gcServer", "0")];
}

/// <summary>A peer that runs on Node.</summary>
internal sealed record NodeProgram(string Id, string Name) : ProgramToMeasure(Id, Name, "/webhook")
{
    /// <summary>Where the programs lie, with their packages.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Top, "tests", "peers", "speed", "node");

    public override string Command => "node";

    public override IEnumerable<string> Arguments(int port, string folder) => [Path.Combine(Folder, Id + ".mjs")];

    public override IEnumerable<(string Name, string Value)> Environment(int port, int apiPort, string folder) =>
    [
        ("NODE_ENV", "production"),
        ("PORT", Text(port)),
        ("API_URL", $"http://127.0.0.1:{Text(apiPort)}"),
        ("TOKEN", "4242:a-token-of-the-benchmark"),
        ("DATABASE", Path.Combine(folder, "store.db")),
    ];
}
