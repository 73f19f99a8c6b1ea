using ChatSupport.Conversations.Insight;

namespace ChatSupport.Conversations;

/// <summary>The door of this folder.</summary>
internal static class ConversationsFeature
{
    /// <summary>Registers the conversations with the store, the sender and the schedule below them; the node that runs them is the cluster's.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddConversationStore();
        services.AddOptions<ConversationOptions>().BindConfiguration(ConversationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ConversationFigures>();
        services.AddHostedService(provider => provider.GetRequiredService<FootstepKeeper>());
        services.AddSingleton<ConversationDoor>();
        services.AddSingleton<LiveConversations>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<LinkStore>();
        services.AddSingleton<LinkGuard>();
        services.AddSingleton<LinkTurn>();
        services.AddSingleton<IBotQuery, LinkCodes.Query>();
        services.AddSingleton<DialogWalk>();
        services.AddSingleton<LeaveQuickly>();
        services.AddSingleton<EngineEffects>();
        services.AddSingleton<ConsentTurn>();
        services.AddSingleton<DialogTurn>();
        services.AddSingleton<DecoyTurn>();
        services.AddSingleton<NoticeTurn>();
        services.AddSingleton<DueTurn>();
        return services;
    }
}
