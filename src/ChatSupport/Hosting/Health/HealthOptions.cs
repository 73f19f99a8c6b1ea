using System.ComponentModel.DataAnnotations;

namespace ChatSupport.Hosting.Health;

/// <summary>Settings under <c>ChatSupport:Health</c>. Wrong ones stop the start.</summary>
internal sealed class HealthOptions
{
    public const string Section = "ChatSupport:Health";

    /// <summary>How long the oldest message may wait to be sent before <c>/health/ready</c> tells operators of it. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = Section + ":OldestUnsent must be between 10 seconds and 1 day, for example 00:05:00.")]
    public TimeSpan OldestUnsent { get; init; } = TimeSpan.FromMinutes(5);
}
