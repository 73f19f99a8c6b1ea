using ChatSupport.Conversations.Insight;
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
        services.AddSingleton(provider => new LinkCodes(provider.GetRequiredService<KeyRing>().LookupKey));
        services.AddSingleton<TurnSeals>();
        services.AddSingleton<Standing>();
        services.AddSingleton<FootstepCounts>();
        services.AddSingleton<ScreenCountRows>();
        services.AddSingleton(provider => new Workers(provider.GetRequiredService<KeyRing>().LookupKey));
        services.AddSingleton<MissedWordRows>();
        services.AddSingleton<FootstepKeeper>();
        services.AddSingleton<TurnFigures>();
        services.AddSingleton(provider => new Outbox(provider.GetServices<IChannelOut>()));
        services.AddSingleton<OutboxRows>();
        services.AddSingleton<OutboxMarks>();
        services.AddSingleton<ScheduleBell>();
        services.AddSingleton<ScheduleRows>();
        services.AddSingleton<ScheduleRetention>();
        services.AddSingleton<SenderFigures>();
        services.AddSingleton<SenderDesk>();
        services.AddSingleton<TurnStore>();
        services.AddHostedService<Sender>();
        services.AddHostedService<Schedule>();
        return services;
    }
}
