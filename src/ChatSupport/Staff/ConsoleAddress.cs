using System.Globalization;
using System.Net;

namespace ChatSupport.Staff;

/// <summary>Where a person at this machine reaches the console.</summary>
internal static class ConsoleAddress
{
    /// <summary>What is listened on, with a name in it: browsers give a passkey to names only, not to numbers.</summary>
    /// <exception cref="FormatException">It is no address.</exception>
    public static string Named(string address)
    {
        var parsed = BindingAddress.Parse(address);
        var host = IPAddress.TryParse(parsed.Host.Trim('[', ']'), out var ip) && (IPAddress.IsLoopback(ip) || ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
            || parsed.Host is "*" or "+" ? "localhost" : parsed.Host;
        return string.Create(CultureInfo.InvariantCulture, $"{parsed.Scheme}://{host}:{parsed.Port}");
    }
}
