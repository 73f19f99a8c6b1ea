using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace ChatSupport.Channels.DirectLine;

/// <summary>How much one address may ask of this server. Addresses are held in memory only, while they are busy.</summary>
internal sealed class AddressLimits(IOptions<DirectLineOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> calls = Bucket(options.Value.CallsPerAddress * 3, TimeSpan.FromSeconds(1), options.Value.CallsPerAddress);
    private readonly PartitionedRateLimiter<IPAddress> chats = PerHour(options.Value.ChatsPerAddress);
    private readonly PartitionedRateLimiter<IPAddress> uploads = PerHour(options.Value.UploadsPerAddress);

    // A file is held in memory while it comes: that many of one address, and of all together so many that the memory bears it.
    private readonly PartitionedRateLimiter<IPAddress> uploadPlaces = PartitionedRateLimiter.CreateChained(
        Places(10, address => address),
        Places(40, _ => IPAddress.None));

    private readonly PartitionedRateLimiter<IPAddress> streams = Places(options.Value.StreamsPerAddress, address => address);

    /// <summary>One more call.</summary>
    public bool TakeCall(HttpContext call) => Take(calls, call);

    /// <summary>One more chat.</summary>
    public bool TakeChat(HttpContext call) => Take(chats, call);

    /// <summary>One more picture or recording.</summary>
    public bool TakeUpload(HttpContext call) => Take(uploads, call);

    /// <summary>A place for an upload while it comes; disposed when it ends. Null where there are too many at this moment.</summary>
    public RateLimitLease? TakeUploadPlace(HttpContext call) => TakePlace(uploadPlaces, call);

    /// <summary>One more stream; disposed when it ends. Null where there are too many.</summary>
    public RateLimitLease? TakeStream(HttpContext call) => TakePlace(streams, call);

    /// <summary>A number for the address of a call. Each start of the program makes others.</summary>
    public static int PlaceOf(HttpContext call) => HashCode.Combine(Of(call));

    public void Dispose()
    {
        calls.Dispose();
        chats.Dispose();
        uploads.Dispose();
        uploadPlaces.Dispose();
        streams.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<IPAddress> limiter, HttpContext call)
    {
        using var lease = limiter.AttemptAcquire(Of(call));
        return lease.IsAcquired;
    }

    private static RateLimitLease? TakePlace(PartitionedRateLimiter<IPAddress> limiter, HttpContext call)
    {
        var lease = limiter.AttemptAcquire(Of(call));
        if (lease.IsAcquired)
            return lease;
        lease.Dispose();
        return null;
    }

    /// <summary>In IPv6 everybody has a whole network of 64 bits: that counts as one address.</summary>
    private static IPAddress Of(HttpContext call)
    {
        var address = call.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private static PartitionedRateLimiter<IPAddress> Places(int most, Func<IPAddress, IPAddress> of) =>
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
            RateLimitPartition.GetConcurrencyLimiter(of(address), _ => new ConcurrencyLimiterOptions { PermitLimit = most }));

    private static PartitionedRateLimiter<IPAddress> PerHour(int most) => Bucket(most, TimeSpan.FromHours(1) / most, 1);

    private static PartitionedRateLimiter<IPAddress> Bucket(int room, TimeSpan period, int perPeriod) =>
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = room,
            ReplenishmentPeriod = period,
            TokensPerPeriod = perPeriod,
            QueueLimit = 0,
        }));
}
