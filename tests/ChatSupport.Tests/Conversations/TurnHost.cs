using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Hosting;
using ChatSupport.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Conversations;

/// <summary>The real thing: a silo on loopback, a database file in a folder of its own, small content. A second one on the same folder is a restart.</summary>
internal sealed class TurnHost : IAsyncDisposable
{
    private readonly IHost host;
    private readonly bool ownsFolder;

    private TurnHost(IHost host, string folder, bool ownsFolder, FakeTimeProvider time) =>
        (this.host, Folder, this.ownsFolder, Time) = (host, folder, ownsFolder, time);

    public string Folder { get; }

    public FakeTimeProvider Time { get; }

    public ConversationOptions Options => Get<Microsoft.Extensions.Options.IOptions<ConversationOptions>>().Value;

    public static async Task<TurnHost> Start(
        string? folder = null, FakeTimeProvider? time = null, Interpreter? content = null, Action<IServiceCollection>? also = null, params string[] settings)
    {
        var ownsFolder = folder is null;
        folder ??= Directory.CreateTempSubdirectory("chatsupport-turn-").FullName;
        time ??= new FakeTimeProvider(Some.Night);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = folder });
        builder.Configuration.AddCommandLine(settings);
        builder.Services.AddSingleton<TimeProvider>(new HostClock(time));
        builder.Services.AddConversations();
        builder.Services.AddSingleton<Library>();
        builder.UseConversationCluster();
        var log = new TestLog();
        builder.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(log).AddSingleton(log);
        also?.Invoke(builder.Services);
        var host = builder.Build();
        host.Services.GetRequiredService<Library>().Replace(content ?? TurnContent.Read());
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new TurnHost(host, folder, ownsFolder, time);
    }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Content for the turns from now on.</summary>
    public void Publish(Interpreter content) => Get<Library>().Replace(content);

    /// <summary>A conversation that nobody began yet.</summary>
    public Talk Meet() => new(this, Some.Key("test"));

    /// <summary>A worker who agreed and stands at home.</summary>
    public async Task<Talk> Welcome()
    {
        var talk = Meet();
        await talk.Types("hello");
        await talk.Presses("Agree");
        return talk;
    }

    /// <summary>The messages of a conversation that wait to be sent, from a row number on.</summary>
    public List<(long Id, OutboundBody Body)> Waiting(string key, long after)
    {
        var seals = Get<TurnSeals>();
        return Get<StoreReaders>().Read(session => session["SELECT id, turn, part, body FROM outbox WHERE conversation = $1 AND id > $2 ORDER BY id"].All(
            row => (row.GetInt64(0), seals.OpenBody(key, row.GetInt64(1), row.GetInt32(2), (byte[])row.GetValue(3))), key, after));
    }

    /// <summary>When something becomes due; null for never.</summary>
    public DateTimeOffset? Due(string key, DueKind kind) =>
        Get<StoreReaders>().Read(session => session["SELECT due_at FROM schedule WHERE conversation = $1 AND kind = $2"].One(key, kind.ToString())) is long at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Stops, and leaves the folder to the next one.</summary>
    public async Task StopKeeping()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await host.StopAsync(limit.Token);
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopKeeping();
        if (ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }
}
