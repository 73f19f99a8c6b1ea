using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Who may use this server, and from which pages.</summary>
internal sealed class Sites(IOptions<DirectLineOptions> options)
{
    private readonly DirectLineSite own = new() { Name = DirectLineSite.Own };

    private readonly (DirectLineSite Site, byte[] Hash)[] secrets =
        [.. options.Value.Sites.Select(site => (site, SHA256.HashData(Encoding.UTF8.GetBytes(site.Secret))))];

    private readonly HashSet<string> origins = options.Value.Sites.SelectMany(site => site.Origins).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Our own page.</summary>
    public DirectLineSite Own => own;

    /// <summary>A page of any site may come from there, so its browser may ask us.</summary>
    public bool IsKnown(string origin) => origins.Contains(origin);

    /// <summary>The site with this secret; takes the same time whichever it is.</summary>
    public DirectLineSite? WithSecret(string secret)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        DirectLineSite? found = null;
        foreach (var (site, known) in secrets)
        {
            if (CryptographicOperations.FixedTimeEquals(known, hash))
                found = site;
        }
        return found;
    }

    /// <summary>The site of this name; null where it is not there any more.</summary>
    public DirectLineSite? Named(string name) => name == own.Name ? own : options.Value.Sites.FirstOrDefault(site => site.Name == name);

    /// <summary>The page that calls is one of the site's. A call without an origin comes from no foreign page: browsers always send it.</summary>
    public static bool Allows(DirectLineSite site, HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || IsSame(origin, request) || site.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The call comes from a page of this very server.</summary>
    public static bool IsOurPage(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 ? IsSame(origin, request) : request.Headers["Sec-Fetch-Site"] == "same-origin";
    }

    // The scheme is left out: behind a proxy that ends TLS it may look like another one.
    private static bool IsSame(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
