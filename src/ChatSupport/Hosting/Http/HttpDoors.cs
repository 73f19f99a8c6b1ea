using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace ChatSupport.Hosting.Http;

/// <summary>What holds for every door that listens on HTTP: sizes, times, rates, headers.</summary>
internal static class HttpDoors
{
    /// <summary>The policy that limits requests per address. A door opts in with <c>.RequireRateLimiting(HttpDoors.PerAddress)</c>;
    /// one whose callers prove themselves (Telegram's webhook) need not.</summary>
    public const string PerAddress = "per-address";

    private const string Calm = "Too many requests from this address. Nothing is lost: wait a few seconds, then try again.";

    public static IServiceCollection AddHttpDoors(this IServiceCollection services)
    {
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IMemoryPoolFactory<byte>, WipedPools>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<HttpOptions>>((kestrel, http) => Limit(kestrel, http.Value));
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<HttpOptions>>((forwarded, http) => Trust(forwarded, http.Value));
        services.AddHsts(always => always.MaxAge = TimeSpan.FromDays(365));
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, cancel) => Refuse(rejected.HttpContext, cancel);
            limiter.AddPolicy(PerAddress, Partition);
        });
        return services;
    }

    /// <summary>Must come before any door is mapped.</summary>
    public static WebApplication UseHttpDoors(this WebApplication app)
    {
        app.UseDirectCall();
        app.UseForwardedHeaders();
        app.UseHsts(); // who came by https once never comes by http again, where anybody between could read along
        app.UseSecurityHeaders();
        app.UseRouting();
        app.UseRateLimiter();
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel, HttpOptions http)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = http.MaxBodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    private static void Trust(ForwardedHeadersOptions forwarded, HttpOptions http)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = 1; // what stands further left was written by whoever asked
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in http.Proxies)
            forwarded.KnownProxies.Add(proxy);
    }

    private static RateLimitPartition<string> Partition(HttpContext context)
    {
        if (context.IsFromThisMachine())
            return RateLimitPartition.GetNoLimiter(""); // the operator's own watch
        var http = context.RequestServices.GetRequiredService<IOptions<HttpOptions>>().Value;
        return RateLimitPartition.GetTokenBucketLimiter(KeyOf(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = http.Burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1.0 / http.PerMinute),
            QueueLimit = 0,
            AutoReplenishment = true,
        });
    }

    /// <summary>One household or phone has a whole /64 of the newer addresses.</summary>
    private static string KeyOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static async ValueTask Refuse(HttpContext context, CancellationToken cancel)
    {
        context.Response.Headers.RetryAfter = "5";
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(Calm, cancel);
    }
}
