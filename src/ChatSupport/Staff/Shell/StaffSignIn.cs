using System.Security.Claims;
using ChatSupport.Staff.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ChatSupport.Staff.Shell;

/// <summary>The cookie that ties a browser to a session. It holds two opaque ids, sealed; what they are worth is looked up at every use.</summary>
internal static class StaffSignIn
{
    public const string Scheme = "staff";
    public const string Page = "/console/sign-in";
    public const string SessionClaim = "session";

    /// <summary>Signs the browser in, with a session that begins now.</summary>
    /// <param name="context">The request.</param>
    /// <param name="sessions">Where it begins.</param>
    /// <param name="staff">The account.</param>
    /// <param name="stamp">Its stamp when the person proved who she is.</param>
    /// <param name="how">How the person proved who she is.</param>
    /// <returns>False where the account was stopped or recovered since the proof.</returns>
    public static async Task<bool> Begin(HttpContext context, Sessions sessions, string staff, string stamp, string how)
    {
        if (context.User.FindFirst(SessionClaim)?.Value is { } former)
            await sessions.End(staff, former, context.RequestAborted);
        if (await sessions.Begin(staff, stamp, Device.Of(context.Request.Headers.UserAgent.ToString()), how, context.RequestAborted) is not { } session)
            return false;
        await context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, staff), new Claim(SessionClaim, session)], Scheme)));
        return true;
    }

    /// <summary>Sets the cookie up.</summary>
    public static void Set(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "console";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.IsEssential = true;
        cookie.LoginPath = Page;
        cookie.AccessDeniedPath = "/console";
        cookie.ReturnUrlParameter = "to";
        cookie.ExpireTimeSpan = TimeSpan.FromHours(24); // the session itself ends sooner
        cookie.SlidingExpiration = false;
        cookie.Events.OnValidatePrincipal = Check;
        cookie.Events.OnRedirectToLogin = context =>
        {
            context.Response.Redirect(Page);
            return Task.CompletedTask;
        };
    }

    private static async Task Check(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (sessions.Stands(context.Principal?.FindFirst(SessionClaim)?.Value))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }
}
