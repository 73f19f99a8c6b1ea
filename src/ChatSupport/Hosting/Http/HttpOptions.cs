using System.ComponentModel.DataAnnotations;
using System.Net;

namespace ChatSupport.Hosting.Http;

/// <summary>Settings under <c>ChatSupport:Http</c>, for every door that listens. Wrong ones stop the start.</summary>
internal sealed class HttpOptions : IValidatableObject
{
    public const string Section = "ChatSupport:Http";

    /// <summary>How many requests one address may make at once, where a door limits them. Default 60.</summary>
    [Range(1, 100_000, ErrorMessage = Section + ":Burst must be between 1 and 100000 requests, for example 60.")]
    public int Burst { get; init; } = 60;

    /// <summary>How many requests one address may make a minute, over time, where a door limits them. Default 120.</summary>
    [Range(1, 1_000_000, ErrorMessage = Section + ":PerMinute must be between 1 and 1000000 requests, for example 120.")]
    public int PerMinute { get; init; } = 120;

    /// <summary>The largest body of a request, in bytes, where a door does not set its own. Default 262144 (256 KiB).</summary>
    [Range(1024, 104_857_600, ErrorMessage = Section + ":MaxBodyBytes must be between 1024 and 104857600 bytes, for example 262144.")]
    public long MaxBodyBytes { get; init; } = 262_144;

    /// <summary>The addresses of reverse proxies whose <c>X-Forwarded-For</c> says who really asks, separated by commas. Default: this machine alone.</summary>
    public string TrustedProxies { get; init; } = "127.0.0.1,::1";

    /// <summary>The addresses in <see cref="TrustedProxies"/>; only whole after validation.</summary>
    public IEnumerable<IPAddress> Proxies => Names.Select(name => IPAddress.TryParse(name, out var address) ? address : null).OfType<IPAddress>();

    private string[] Names => TrustedProxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Names.FirstOrDefault(name => !IPAddress.TryParse(name, out _)) is { } wrong)
            yield return new($"{Section}:TrustedProxies must hold addresses separated by commas, for example 127.0.0.1,10.0.0.2; '{wrong}' is none.", [nameof(TrustedProxies)]);
    }
}
