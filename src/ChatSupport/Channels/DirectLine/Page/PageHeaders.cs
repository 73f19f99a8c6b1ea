using Microsoft.Net.Http.Headers;

namespace ChatSupport.Channels.DirectLine.Page;

/// <summary>What a browser may do with the page: nothing but talk to us.</summary>
internal static class PageHeaders
{
    /// <summary>Writes the headers of a page.</summary>
    /// <param name="response">The answer that carries the page.</param>
    /// <param name="framedBy">Origins whose pages may frame it; empty for nobody.</param>
    public static void ForPage(HttpResponse response, IEnumerable<string> framedBy)
    {
        var headers = response.Headers;
        headers.CacheControl = "no-store"; // neither the disk nor the back button keeps it
        headers.ContentSecurityPolicy = Policy(response.HttpContext.Request, string.Join(' ', framedBy));
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Permissions-Policy"] = "geolocation=(self), microphone=(self), camera=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    /// <summary>Writes the headers of a file whose address changes with its content.</summary>
    public static void ForFile(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    /// <summary>Writes the headers of the script for partners: any page may load it, for an hour without asking again.</summary>
    public static void ForEmbedScript(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=3600";
        response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static string Policy(HttpRequest request, string framedBy)
    {
        // Older Safari does not take 'self' for our own WebSocket.
        var stream = request.Host.HasValue ? $" {(request.IsHttps ? "wss" : "ws")}://{request.Host.ToUriComponent()}" : "";
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; "
            + $"manifest-src 'self'; connect-src 'self'{stream}; base-uri 'none'; form-action 'none'; "
            + $"frame-ancestors {(framedBy.Length == 0 ? "'none'" : framedBy)}; require-trusted-types-for 'script'; trusted-types 'none'";
    }
}
