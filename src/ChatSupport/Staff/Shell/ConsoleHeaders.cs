namespace ChatSupport.Staff.Shell;

/// <summary>What a browser is told about the console: everything from this server, nothing inline that runs, in nobody's frame, kept nowhere.</summary>
internal static class ConsoleHeaders
{
    // The component library sets styles on elements, which a policy can only allow for all of them.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; "
        + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public static void UseConsoleHeaders(this IApplicationBuilder console) => console.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });
}
