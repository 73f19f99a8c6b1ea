using ChatSupport.Conversations;
using ChatSupport.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Conversations;

/// <summary>The store over a real file in a folder of its own; a second one on the same folder is a restart.</summary>
internal sealed class StoreHost : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly bool ownsFolder;
    private readonly List<IHostedService> started = [];

    public StoreHost(string? folder = null, FakeTimeProvider? time = null, Action<IServiceCollection>? also = null)
    {
        ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("chatsupport-store-").FullName;
        Time = time ?? new FakeTimeProvider(Some.Night);
        var collection = new ServiceCollection();
        collection.AddLogging().AddMetrics();
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddSingleton<IHostEnvironment>(new Place(Folder));
        collection.AddConversationStore();
        also?.Invoke(collection);
        services = collection.BuildServiceProvider();
        services.GetRequiredService<DatabaseStart>().Prepare();
    }

    public string Folder { get; }

    public FakeTimeProvider Time { get; }

    public TurnStore Turns => Get<TurnStore>();

    public StoreWriter Writer => Get<StoreWriter>();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public Task<Receipt> Commit(Inbound inbound, Turn turn) => Turns.Commit(inbound, turn, TestContext.Current.CancellationToken);

    public Task<StoredConversation?> Load(string key) => Turns.Load(key, TestContext.Current.CancellationToken);

    /// <summary>Starts the sender, or the schedule.</summary>
    public async Task Start<T>() where T : IHostedService
    {
        var part = services.GetServices<IHostedService>().OfType<T>().Single();
        await part.StartAsync(TestContext.Current.CancellationToken);
        started.Add(part);
    }

    /// <summary>Waits until something is so, moving the clock on meanwhile.</summary>
    /// <param name="isSo">What is waited for.</param>
    /// <param name="what">What did not happen, should it not.</param>
    /// <param name="step">How far the clock moves between two looks; zero lets it stand.</param>
    public async Task Until(Func<bool> isSo, string what, TimeSpan step = default)
    {
        var began = System.Diagnostics.Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(began.Elapsed < TimeSpan.FromSeconds(20), $"It did not happen within 20 seconds: {what}");
            if (step > TimeSpan.Zero)
                Time.Advance(step);
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }

    public long Count(string table, string where = "1 = 1") =>
        (long)Get<StoreReaders>().Read(session => session[$"SELECT count(*) FROM {table} WHERE {where}"].One()!);

    public async ValueTask DisposeAsync()
    {
        foreach (var part in started)
            await part.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        if (ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private sealed class Place(string folder) : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "chatsupport";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();

        public string ContentRootPath { get; set; } = folder;

        public string EnvironmentName { get; set; } = "Testing";
    }
}
