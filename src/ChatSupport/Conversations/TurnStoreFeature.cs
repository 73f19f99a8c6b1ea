using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Conversations;

/// <summary>The door of what keeps conversations and carries their messages out.</summary>
internal static class TurnStoreFeature
{
    /// <summary>Registers the store with the storage below it, the sender and the schedule.</summary>
    public static IServiceCollection AddConversationStore(this IServiceCollection services)
    {
        services.AddStorage();
        services.AddSingleton(provider => new ConversationKeys(provider.GetRequiredService<KeyRing>().LookupKey));
        services.AddSingleton<TurnSeals>();
        services.AddSingleton<TurnFigures>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<ScheduleBell>();
        services.AddSingleton<TurnStore>();
        return services;
    }
}
