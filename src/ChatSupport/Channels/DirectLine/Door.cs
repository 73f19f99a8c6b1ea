using System.Text.Json;
using ChatSupport.Conversations;
using ChatSupport.Storage;
using Microsoft.AspNetCore.Http.Features;

namespace ChatSupport.Channels.DirectLine;

/// <summary>What holds for every call: how much an address may ask, how long a body may be, and that whatever goes wrong is said in the protocol's shape.</summary>
internal sealed class Door(AddressLimits limits, ILogger<Door> log) : IEndpointFilter
{
    /// <summary>The most bytes of a body without files.</summary>
    public const int LongestBody = 64 * 1024;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var call = context.HttpContext;
        call.Response.Headers.CacheControl = "no-store";
        call.Response.Headers.XContentTypeOptions = "nosniff";
        if (!limits.TakeCall(call) && call.GetEndpoint()?.Metadata.GetMetadata<NeverTooMany>() is null)
            return Refusal.TooMany("Too many calls come from this address. Slow down.", seconds: 1);
        var most = call.GetEndpoint()?.Metadata.GetMetadata<LongBody>()?.Most ?? LongestBody;
        if (call.Request.ContentLength > most)
            return Refusal.TooBig;
        if (call.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        try
        {
            return await next(context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge ? Refusal.TooBig : Refusal.Bad("The call cannot be read.");
        }
        catch (JsonException)
        {
            return Refusal.Bad("The body is no JSON of the protocol's form.");
        }
        catch (Exception e) when (e is ConversationUnavailableException or StoreUnavailableException)
        {
            return Refusal.Unavailable;
        }
        catch (IOException) when (call.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty; // the client went away in the middle of it
        }
        catch (Exception e) when (e is not OperationCanceledException || !call.RequestAborted.IsCancellationRequested)
        {
            log.CallFailed(call.GetEndpoint()?.DisplayName ?? "unknown", e.GetType().Name);
            return new Refusal(StatusCodes.Status502BadGateway, "ServiceError", "The fault is ours. Try again later.");
        }
    }

    /// <summary>Reads a body; null where there is none.</summary>
    public static async Task<T?> Read<T>(HttpContext call)
        where T : class
    {
        if (call.Request.ContentLength == 0 || !call.Features.GetRequiredFeature<IHttpRequestBodyDetectionFeature>().CanHaveBody)
            return null;
        return await JsonSerializer.DeserializeAsync<T>(call.Request.Body, Wire.Options, call.RequestAborted).ConfigureAwait(false);
    }
}

/// <summary>A call that is taken however much its address asks: another phone behind it must not hinder a worker in leaving.</summary>
internal sealed record NeverTooMany;

/// <summary>A call whose body may be longer than usual.</summary>
/// <param name="Most">Bytes.</param>
internal sealed record LongBody(long Most);
