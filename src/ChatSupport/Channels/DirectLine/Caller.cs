using ChatSupport.Conversations;
using Microsoft.AspNetCore.Http.Features;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Who calls: a site with its secret, or a client with a token.</summary>
/// <param name="Site">The site.</param>
/// <param name="Token">What the token says; null where the site's secret was sent.</param>
internal sealed record Caller(DirectLineSite Site, TokenClaims? Token)
{
    /// <summary>The caller that <see cref="CallerCheck"/> found.</summary>
    public static Caller Of(HttpContext call) => call.Features.GetRequiredFeature<Caller>();
}

/// <summary>Lets nobody through but sites with their secret and clients with a good token, from pages of the site.</summary>
internal sealed class CallerCheck(Sites sites, Tokens tokens) : IEndpointFilter
{
    private const string Bearer = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var call = context.HttpContext;
        if (Check(call, out var caller) is { } refusal)
            return refusal;
        call.Features.Set(caller);
        return await next(context).ConfigureAwait(false);
    }

    /// <summary>Finds the caller.</summary>
    /// <returns>Why it is refused; null where it may go on.</returns>
    public Refusal? Check(HttpContext call, out Caller? caller)
    {
        caller = null;
        var header = call.Request.Headers.Authorization.ToString();
        if (header.Length == 0)
            return Refusal.NoCredential;
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return Refusal.NotOurs;
        var credential = header[Bearer.Length..].Trim();
        if (tokens.Read(credential, out var expired) is { } claims)
            caller = sites.Named(claims.Site) is { } site ? new Caller(site, claims) : null;
        else if (expired)
            return Refusal.Expired;
        else
            caller = sites.WithSecret(credential) is { } secretSite ? new Caller(secretSite, null) : null;

        if (caller is null)
            return Refusal.NotOurs;
        if (!Sites.Allows(caller.Site, call.Request))
            return Refusal.ForeignOrigin;
        return call.GetRouteValue("id") is string id && caller.Token is { } token && token.Conv != id ? Refusal.OtherConversation : null;
    }
}

/// <summary>Finds the conversation that a call is about.</summary>
internal sealed class ChatFinder(History history, ConversationKeys keys)
{
    /// <summary>The key of a conversation.</summary>
    public string KeyOf(string conversationId) => keys.KeyOf(conversationId);

    /// <summary>The conversation, where it is one of the caller's site.</summary>
    public Chat? Find(Caller caller, string conversationId, out string key)
    {
        key = keys.KeyOf(conversationId);
        return history.Find(key) is { } chat && chat.Site == caller.Site.Name ? chat : null;
    }
}
