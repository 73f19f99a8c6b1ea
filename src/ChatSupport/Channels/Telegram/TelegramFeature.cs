using ChatSupport.Conversations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ChatSupport.Channels.Telegram;

/// <summary>The door of the channel: one Telegram bot, by long polling or by webhook. Without a token it is off.</summary>
internal static class TelegramFeature
{
    /// <summary>Adds the channel where a token is set.</summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => StateOf(provider.GetRequiredService<IOptions<TelegramOptions>>().Value));
        if (string.IsNullOrEmpty(configuration[TelegramOptions.Section + ":Token"]))
            return services;

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TelegramBot>();
        services.AddSingleton<LetGoOfBuffers>(provider => provider.GetRequiredService<TelegramBot>().LetGoOfBuffers);
        services.AddSingleton<FileReferences>();
        services.AddSingleton<Albums>();
        services.AddSingleton<UpdateReader>();
        services.AddSingleton<SendTrouble>();
        services.AddSingleton<Eraser>();
        services.TryAddSingleton<ReadRecording>((_, _) => Task.FromResult<byte[]?>(null)); // content without recordings
        services.AddSingleton<Recordings>();
        services.TryAddSingleton<StartLinks>();
        services.AddSingleton<Topics>();
        services.AddSingleton<FindTopicKey>(provider => provider.GetRequiredService<Topics>().KeyOf);
        services.AddSingleton<LineOut>();
        services.AddSingleton<IMediaSource, TelegramMedia>();
        services.AddSingleton<IChannelOut, TelegramOut>();
        services.AddSingleton<CommandMenu>();
        services.AddSingleton<GroupAnswer>();
        services.AddSingleton<PressAnswers>();
        services.AddHostedService(provider => provider.GetRequiredService<PressAnswers>());
        services.AddSingleton<TelegramIntake>();
        services.AddSingleton<WebhookDoor>();
        services.AddHostedService<FirstContact>();
        services.AddHostedService<PollingLoop>();
        return services;
    }

    /// <summary>Opens the door for Telegram's calls where the mode is <c>Webhook</c>.</summary>
    public static IEndpointRouteBuilder MapTelegram(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<IOptions<TelegramOptions>>().Value;
        if (options.IsOn && options.Mode == TelegramOptions.Webhook)
            app.MapPost(WebhookDoor.Path, (HttpContext call, WebhookDoor door) => door.Receive(call)).ExcludeFromDescription();
        return app;
    }

    private static ChannelState StateOf(TelegramOptions options) => new("Telegram", options switch
    {
        { IsOn: false } => $"off; set {TelegramOptions.Section}:Token to the token of a bot from @BotFather to turn it on",
        { Mode: TelegramOptions.Webhook } => $"on, waiting for calls at {WebhookDoor.Path}",
        _ => "on, by long polling",
    });
}
