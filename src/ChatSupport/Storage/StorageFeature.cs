using ChatSupport.Storage.Encryption;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatSupport.Storage;

/// <summary>The door of the storage: the database, its one writer and the keys.</summary>
internal static class StorageFeature
{
    /// <summary>Registers the storage; calling it again changes nothing. The database is made ready before any other part starts.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        if (services.Any(s => s.ServiceType == typeof(Database)))
            return services;

        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KeyOptions>().BindConfiguration(KeyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Database>();
        services.AddSingleton<DatabaseStart>();
        services.AddSingleton<DatabaseCare>();
        services.AddSingleton(provider => provider.GetRequiredService<DatabaseStart>().Prepare());
        services.AddSingleton(provider => new FieldCipher(provider.GetRequiredService<KeyRing>().FieldKey));
        services.AddSingleton<StoreHealth>();
        services.AddSingleton<StoreFigures>();
        services.AddSingleton<StoreWriter>();
        services.AddSingleton<StoreReaders>();
        services.AddHostedService<BeforeOthers>();
        return services;
    }

    private sealed class BeforeOthers(DatabaseStart database) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken)
        {
            database.Prepare();
            return Task.CompletedTask;
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
