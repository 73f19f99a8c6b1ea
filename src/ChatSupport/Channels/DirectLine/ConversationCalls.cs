using System.Buffers.Text;
using System.Security.Cryptography;
using ChatSupport.Conversations;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Tokens, and the start and return of conversations.</summary>
internal sealed class ConversationCalls(
    Sites sites, CallerCheck check, ChatFinder chats, History history, Tokens tokens, Tickets tickets, Streams streams, AddressLimits limits,
    ConversationDoor door, TimeProvider time)
{
    /// <summary><c>POST tokens/generate</c>: a token for a conversation that is yet to be started. A site's secret is needed, but for our own page.</summary>
    public async Task<IResult> Generate(HttpContext call)
    {
        DirectLineSite site;
        if (call.Request.Headers.Authorization.Count == 0 && Sites.IsOurPage(call.Request))
            site = sites.Own;
        else if (check.Check(call, out var caller) is { } refusal)
            return refusal == Refusal.NoCredential ? Refusal.SecretNeeded : refusal;
        else if (caller!.Token is not null)
            return Refusal.SecretNeeded;
        else
            site = caller.Site;
        if (!limits.TakeChat(call))
            return TooManyChats;
        var request = await Door.Read<StartRequest>(call).ConfigureAwait(false) ?? new StartRequest();
        return Answer(new Opened(NewId(), request.UserId, site.Name), null, StatusCodes.Status200OK);
    }

    /// <summary><c>POST tokens/refresh</c>: a newer token for the same conversation.</summary>
    public Task<IResult> Refresh(HttpContext call)
    {
        if (Caller.Of(call).Token is not { } token)
            return Task.FromResult<IResult>(Refusal.TokenNeeded);
        streams.Extend(chats.KeyOf(token.Conv), time.GetUtcNow() + tokens.Life);
        return Task.FromResult(Answer(new Opened(token.Conv, token.User, token.Site), null, StatusCodes.Status200OK));
    }

    /// <summary><c>POST conversations</c>: starts a conversation, or finds the one of the token. The welcome is raised here: clients do not.</summary>
    public async Task<IResult> Start(HttpContext call)
    {
        var caller = Caller.Of(call);
        if (caller.Token is null && !limits.TakeChat(call))
            return TooManyChats;
        var request = await Door.Read<StartRequest>(call).ConfigureAwait(false) ?? new StartRequest();
        var opened = new Opened(caller.Token?.Conv ?? NewId(), caller.Token?.User ?? request.UserId, caller.Site.Name);
        var key = chats.KeyOf(opened.ConversationId);
        var chat = await history.Begin(key, opened.Site, request.InPlace, call.RequestAborted).ConfigureAwait(false);
        if (chat.Site != opened.Site)
            return Refusal.Ended;
        if (chat.LastNumber == 0)
            await Welcome(key, opened.ConversationId, IncomingActivity.Short(request.Locale), call.RequestAborted).ConfigureAwait(false);
        var stream = await StreamUrl(call, key, opened.ConversationId, "-").ConfigureAwait(false);
        return Answer(opened, stream, chat.LastNumber == 0 ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary><c>GET conversations/{id}</c>: goes on with a conversation, after the watermark that the client has.</summary>
    public async Task<IResult> Return(HttpContext call, string id)
    {
        var caller = Caller.Of(call);
        if (chats.Find(caller, id, out var key) is not { } chat)
            return Refusal.Ended;
        var watermark = call.Request.Query["watermark"].ToString();
        if (!Watermark.TryRead(watermark, chat, out var number))
            return Watermark.Refused;
        var stream = await StreamUrl(call, key, id, Watermark.Write(number)).ConfigureAwait(false);
        return Answer(new Opened(id, caller.Token?.User, caller.Site.Name), stream, StatusCodes.Status200OK);
    }

    private static Refusal TooManyChats { get; } = Refusal.TooMany("Too many chats were begun from this address. Try again in some minutes.", seconds: 60);

    private async Task Welcome(string key, string conversationId, string? locale, CancellationToken cancel) => await door.Receive(new Inbound
    {
        Id = $"{key}:start",
        Conversation = key,
        Address = conversationId,
        Event = new InboundEvent.Commanded("start"),
        ArrivedAt = time.GetUtcNow(),
        LanguageHint = locale,
    }, cancel).ConfigureAwait(false);

    private async Task<string> StreamUrl(HttpContext call, string key, string id, string watermark)
    {
        var until = Caller.Of(call).Token?.Until ?? (time.GetUtcNow() + tokens.Life);
        var ticket = await tickets.Issue(key, until, call.RequestAborted).ConfigureAwait(false);
        var scheme = call.Request.IsHttps ? "wss" : "ws";
        return $"{scheme}://{call.Request.Host}{DirectLineFeature.Base}/conversations/{id}/stream?watermark={watermark}&t={ticket}";
    }

    private IResult Answer(Opened opened, string? streamUrl, int status) => Results.Json(new
    {
        opened.ConversationId,
        Token = tokens.Issue(opened.ConversationId, opened.User, opened.Site),
        ExpiresIn = (int)tokens.Life.TotalSeconds,
        StreamUrl = streamUrl,
    }, Wire.Tokens, statusCode: status);

    private static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    private sealed record Opened(string ConversationId, string? User, string Site);
}
