using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using ChatSupport.Conversations;

namespace ChatSupport.Tests.Conversations;

/// <summary>Stands where the cluster is: what is posted to a conversation is noted and answered as told.</summary>
internal sealed class TestGrains
{
    /// <summary>What arrived, in order.</summary>
    public ConcurrentQueue<Inbound> Received { get; } = [];

    /// <summary>What a conversation does with an event.</summary>
    public Func<Inbound, Task<Receipt>> Answer { get; set; } = _ => Task.FromResult(Receipt.Committed);

    public IGrainFactory Factory
    {
        get
        {
            var factory = DispatchProxy.Create<IGrainFactory, FactoryProxy>();
            ((FactoryProxy)(object)factory).Grains = this;
            return factory;
        }
    }

    [SuppressMessage("Performance", "CA1852", Justification = "The proxy is made by deriving from this type.")]
    internal class FactoryProxy : DispatchProxy
    {
        internal TestGrains? Grains { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => new Grain(Grains!);
    }

    private sealed class Grain(TestGrains grains) : IConversationGrain
    {
        public Task<Receipt> Receive(Inbound inbound, CancellationToken cancel)
        {
            grains.Received.Enqueue(inbound);
            return grains.Answer(inbound);
        }
    }
}
