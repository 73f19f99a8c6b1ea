using ChatSupport.Conversations;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatSupport.Channels.DirectLine;

/// <summary>The door of the web chat: a server that speaks Direct Line 3.0.</summary>
internal static class DirectLineFeature
{
    /// <summary>Where all calls begin.</summary>
    public const string Base = "/v3/directline";

    /// <summary>Adds the channel.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services)
    {
        services.AddOptions<DirectLineOptions>().BindConfiguration(DirectLineOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddCors();
        services.AddSingleton(new ChannelState("Web chat", $"on; clients of Direct Line 3.0 are answered at {Base}"));
        services.AddSingleton<Sites>();
        services.AddSingleton<Tokens>();
        services.AddSingleton<Tickets>();
        services.AddSingleton<Streams>();
        services.AddSingleton<Origins>();
        services.AddSingleton<History>();
        services.AddSingleton<AddressLimits>();
        services.AddSingleton<CallerCheck>();
        services.AddSingleton<Door>();
        services.AddSingleton<ChatFinder>();
        services.AddSingleton<ConversationCalls>();
        services.AddSingleton<ActivityCalls>();
        services.AddSingleton<StreamCalls>();
        services.AddSingleton<FileTickets>();
        services.AddSingleton<Underway>();
        services.AddSingleton<SpareDisk>();
        services.AddSingleton<Files>();
        services.AddSingleton<FileCalls>();
        services.TryAddSingleton<ReadRecording>((_, _) => Task.FromResult<byte[]?>(null)); // content without recordings
        services.AddSingleton<Retention>();
        services.AddHostedService(provider => provider.GetRequiredService<Retention>());
        services.AddSingleton<IMediaSource, WebMedia>();
        services.AddSingleton<LineFiles>();
        services.AddSingleton<IChannelOut, DirectLineOut>();
        return services;
    }

    /// <summary>Opens the door.</summary>
    public static WebApplication MapDirectLine(this WebApplication app)
    {
        app.UseWhen(call => call.Request.Path.StartsWithSegments(Base, StringComparison.Ordinal), branch => branch
            .UseCors(AllowSites(app.Services.GetRequiredService<Sites>()))
            .UseWebSockets());
        var open = app.MapGroup(Base).AddEndpointFilter(app.Services.GetRequiredService<Door>());
        open.MapPost("/tokens/generate", (HttpContext call, ConversationCalls calls) => calls.Generate(call));
        open.MapGet("/conversations/{id}/stream", (HttpContext call, string id, StreamCalls calls) => calls.Open(call, id));
        open.MapGet("/conversations/{id}/files/{file}", (HttpContext call, string id, string file, FileCalls calls) => calls.ReadFile(call, id, file));
        open.MapGet("/conversations/{id}/recordings/{number:long}", (HttpContext call, string id, long number, FileCalls calls) => calls.ReadRecording(call, id, number));
        open.Map("/{**rest}", () => Refusal.NoSuchCall);

        var known = open.MapGroup("").AddEndpointFilter(app.Services.GetRequiredService<CallerCheck>());
        known.MapPost("/tokens/refresh", (HttpContext call, ConversationCalls calls) => calls.Refresh(call));
        known.MapPost("/conversations", (HttpContext call, ConversationCalls calls) => calls.Start(call));
        known.MapGet("/conversations/{id}", (HttpContext call, string id, ConversationCalls calls) => calls.Return(call, id));
        known.MapPost("/conversations/{id}/activities", (HttpContext call, string id, ActivityCalls calls) => calls.Post(call, id));
        known.MapPost("/conversations/{id}/leave", (HttpContext call, string id, ActivityCalls calls) => calls.Leave(call, id)).WithMetadata(new NeverTooMany());
        known.MapPost("/conversations/{id}/upload", (HttpContext call, string id, FileCalls calls) => calls.Upload(call, id)).WithMetadata(new LongBody(UploadBody.Longest));
        known.MapGet("/conversations/{id}/activities", (HttpContext call, string id, ActivityCalls calls) => calls.Read(call, id));
        return app;
    }

    /// <summary>What browsers on the pages of sites may send. Whether a page may use the site it names is looked at with each call.</summary>
    private static Action<Microsoft.AspNetCore.Cors.Infrastructure.CorsPolicyBuilder> AllowSites(Sites sites) => policy => policy
        .SetIsOriginAllowed(sites.IsKnown)
        .WithMethods("GET", "POST")
        .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
        .WithExposedHeaders("retry-after")
        .SetPreflightMaxAge(TimeSpan.FromMinutes(10));
}
