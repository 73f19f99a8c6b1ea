using System.Net;
using System.Net.Sockets;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Serialization;

namespace ChatSupport.Hosting;

/// <summary>Runs the conversations as grains inside this process: one node, on loopback only, nothing to install.</summary>
internal static class Cluster
{
    public static IHostApplicationBuilder UseConversationCluster(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ClusterOptions>().BindConfiguration(ClusterOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(gatewayPort: 0); // 0: no gateway, all callers are in this process
            silo.Services.AddSerializer(serializer => serializer.AddJsonSerializer(type => typeof(Input).IsAssignableFrom(type)));
            silo.Services.AddOptions<EndpointOptions>().Configure<IOptions<ClusterOptions>>((endpoint, cluster) => Listen(endpoint, cluster.Value));
            silo.Services.AddOptions<DevelopmentClusterMembershipOptions>().Configure<IOptions<EndpointOptions>>(
                (membership, endpoint) => membership.PrimarySiloEndpoint = new IPEndPoint(IPAddress.Loopback, endpoint.Value.SiloPort));
            silo.Services.Configure<ClusterMembershipOptions>(StayAlive);
            // Every conversation is on this node: its directory is at hand, and a cache of it for a million of them would only take memory.
            silo.Services.Configure<GrainDirectoryOptions>(directory =>
            {
                directory.CachingStrategy = GrainDirectoryOptions.CachingStrategyType.None;
                directory.CacheSize = 1_000; // of another one that is made all the same
            });
            silo.Services.AddOptions<GrainCollectionOptions>().Configure<IOptions<ConversationOptions>>(
                (collection, conversations) => collection.CollectionAge = conversations.Value.IdleAfter);
        });
        return builder;
    }

    /// <summary>A node without others is never voted dead: a clock that is set right by more than minutes while it starts
    /// (a machine without a battery, a paused guest) made it evict itself, which ends the process.</summary>
    private static void StayAlive(ClusterMembershipOptions membership)
    {
        membership.LivenessEnabled = false;
        membership.EvictWhenMaxJoinAttemptTimeExceeded = false;
        membership.SiloGenerationRetirementAge = null;
        membership.DefunctSiloCleanupPeriod = null;
    }

    private static void Listen(EndpointOptions endpoint, ClusterOptions cluster)
    {
        endpoint.AdvertisedIPAddress = IPAddress.Loopback;
        endpoint.SiloPort = cluster.SiloPort == 0 ? FreePort.Find() : Free(cluster.SiloPort);
        endpoint.GatewayPort = 0;
        endpoint.SiloListeningEndpoint = new IPEndPoint(IPAddress.Loopback, endpoint.SiloPort);
    }

    /// <summary>Looks before the runtime does, whose own words name no setting.</summary>
    private static int Free(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return port;
        }
        catch (SocketException e)
        {
            throw new StartRefusedException(ClusterOptions.Section + ":SiloPort", $"Port {port} cannot be listened on: {e.Message}.", "Choose another one, or 0 for any free one.", e);
        }
    }
}
