using System.ComponentModel.DataAnnotations;

namespace ChatSupport.Hosting.Metrics;

/// <summary>Settings under <c>ChatSupport:Metrics</c>. Wrong ones stop the start.</summary>
internal sealed class MetricsOptions
{
    public const string Section = "ChatSupport:Metrics";

    /// <summary>What must be sent as <c>Authorization: Bearer …</c> to read <c>/metrics</c> and the details of <c>/health/ready</c>.
    /// Empty: only from this machine itself. Behind a reverse proxy on this machine set one, because a proxy need not say that it is one.</summary>
    [RegularExpression("[!-~]{16,256}", ErrorMessage = Section + ":Token must have 16 to 256 characters without blanks. Make one, for example with: openssl rand -hex 32")]
    public string? Token { get; init; }
}
