using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using Microsoft.AspNetCore.Components.Authorization;

namespace ChatSupport.Staff.Shell;

/// <summary>Who looks at this page. Features are given <see cref="Session"/> with every call and decide by it themselves.</summary>
internal sealed class Caller(AuthenticationStateProvider states, Sessions sessions)
{
    /// <summary>Opaque id of the session; null where nobody is signed in.</summary>
    public string? Session { get; private set; }

    /// <summary>Who it is, as the account stood when a page was opened last; null where nobody is signed in.</summary>
    public StaffPerson? Person { get; private set; }

    /// <summary>Looks anew.</summary>
    public async Task Look()
    {
        Session = (await states.GetAuthenticationStateAsync()).User.FindFirst(StaffSignIn.SessionClaim)?.Value;
        Person = sessions.Use(Session);
    }
}
