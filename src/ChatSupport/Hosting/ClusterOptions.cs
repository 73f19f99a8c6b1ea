using System.ComponentModel.DataAnnotations;

namespace ChatSupport.Hosting;

/// <summary>Settings under <c>ChatSupport:Cluster</c>. Wrong ones stop the start.</summary>
internal sealed class ClusterOptions
{
    public const string Section = "ChatSupport:Cluster";

    /// <summary>The loopback port on which the conversations' runtime listens. Default 0: any free one.</summary>
    [Range(0, 65535, ErrorMessage = Section + ":SiloPort must be between 0 and 65535; 0 takes any free port.")]
    public int SiloPort { get; init; }
}
