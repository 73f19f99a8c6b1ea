using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ChatSupport.Channels.DirectLine.Page;

/// <summary>Our own web client: the page at <c>/</c>, the same in a partner's frame at <c>/embed</c>, the script that puts it there, and their files.</summary>
internal static class PageEndpoints
{
    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddWebPage(this IServiceCollection services)
    {
        services.AddOptions<WebChatOptions>().BindConfiguration(WebChatOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PageFiles>();
        return services;
    }

    public static IEndpointRouteBuilder MapWebPage(this IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("").AddEndpointFilter(Slow);
        page.MapMethods("/", ReadMethods, (HttpContext context, PageFiles files) =>
        {
            PageHeaders.ForPage(context.Response, []);
            return Write(context, files.Whole);
        });
        page.MapMethods("/embed", ReadMethods, (HttpContext context, PageFiles files, IOptions<DirectLineOptions> partners) =>
        {
            PageHeaders.ForPage(context.Response, partners.Value.Sites.SelectMany(site => site.Origins).Distinct(StringComparer.Ordinal));
            return Write(context, files.Framed);
        });
        page.MapMethods("/embed.js", ReadMethods, (HttpContext context, PageFiles files) =>
        {
            PageHeaders.ForEmbedScript(context.Response);
            return WriteTagged(context, files.Embed);
        });
        page.MapMethods("/page/{hash}/{name}", ReadMethods, (string hash, string name, HttpContext context, PageFiles files) =>
        {
            if (hash != files.Hash || files.Find(name) is not { } file)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            PageHeaders.ForFile(context.Response);
            return WriteTagged(context, file);
        });
        return routes;
    }

    /// <summary>The page and its files count with the calls of the chat: one address may stand for all phones of a mobile network, so it may ask for much.</summary>
    private static ValueTask<object?> Slow(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<AddressLimits>().TakeCall(context.HttpContext)
            ? next(context)
            : ValueTask.FromResult<object?>(Refusal.TooMany("Too many calls come from this address. Slow down.", seconds: 1));

    private static Task WriteTagged(HttpContext context, PageFile file)
    {
        context.Response.Headers.ETag = file.ETag;
        if (context.Request.Headers.IfNoneMatch.Any(tags => tags is not null && tags.Contains(file.ETag, StringComparison.Ordinal)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return Write(context, file);
    }

    private static Task Write(HttpContext context, PageFile file)
    {
        var (bytes, encoding) = file.For(context.Request.Headers.AcceptEncoding.ToString());
        var response = context.Response;
        response.ContentType = file.ContentType;
        response.ContentLength = bytes.Length;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
