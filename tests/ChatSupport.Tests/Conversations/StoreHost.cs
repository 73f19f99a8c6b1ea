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

    public long Count(string table, string where = "1 = 1") =>
        (long)Get<StoreReaders>().Read(session => session[$"SELECT count(*) FROM {table} WHERE {where}"].One()!);

    public async ValueTask DisposeAsync()
    {
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
