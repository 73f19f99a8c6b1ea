namespace ChatSupport.Hosting.Http;

/// <summary>Headers on every answer. A page that needs more sets its own, which then stands.</summary>
internal static class SecurityHeaders
{
    private static readonly (string Name, string Value)[] usual =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store"), // a shared phone keeps nothing
    ];

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            foreach (var (name, value) in usual)
                headers.TryAdd(name, value);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });
}
