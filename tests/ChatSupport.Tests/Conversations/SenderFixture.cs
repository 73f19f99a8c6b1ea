using ChatSupport.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Conversations;

/// <summary>A store with a sender, one channel and conversations that can be posted to.</summary>
internal static class SenderFixture
{
    public static StoreHost Host(TestChannel channel, TestGrains? grains = null, string? folder = null, FakeTimeProvider? time = null, int room = Outbox.Room,
        TestLog? log = null) =>
        new(folder, time, services =>
        {
            services.AddSingleton<IChannelOut>(channel);
            if (log is not null)
                services.AddLogging(logging => logging.AddProvider(log));
            services.AddSingleton((grains ?? new TestGrains()).Factory);
            services.AddSingleton<ConversationDoor>();
            services.AddSingleton(provider => new Outbox(provider.GetServices<IChannelOut>(), room));
        });

    /// <summary>Commits turns of one conversation, each with these messages.</summary>
    public static async Task CommitAll(this StoreHost host, string key, params OutboundBody[][] turns)
    {
        for (var n = 0; n < turns.Length; n++)
            await host.Commit(Some.Inbound(key), Some.Turn(n + 1, turns[n]));
    }
}
