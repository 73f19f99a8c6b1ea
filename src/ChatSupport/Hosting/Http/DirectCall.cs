using System.Net;

namespace ChatSupport.Hosting.Http;

/// <summary>Says of a request that it comes from this machine itself, not through a proxy on it. Must look before the forwarded address is put in place.</summary>
internal static class DirectCall
{
    private static readonly object mark = new();

    private static readonly string[] signsOfAProxy =
        ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "X-Original-For", "CF-Connecting-IP", "True-Client-IP"];

    /// <summary>Looks at every request, first of all.</summary>
    public static void UseDirectCall(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (IsDirect(context))
            context.Items[mark] = mark;
        return next(context);
    });

    /// <summary>It comes from this machine itself.</summary>
    public static bool IsFromThisMachine(this HttpContext context) => context.Items.ContainsKey(mark);

    private static bool IsDirect(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && !signsOfAProxy.Any(context.Request.Headers.ContainsKey)
        && IsLoopbackName(context.Request.Host.Host); // a page in a browser on this machine that renamed itself (DNS rebinding) is not the operator

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
