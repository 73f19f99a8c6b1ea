using ChatSupport.Conversations;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatSupport.Content;

/// <summary>The door of the feature: which content conversations run.</summary>
internal static class ContentFeature
{
    /// <summary>Adds the library, and the start that fills it. Comes after the conversations, whose database it needs.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddOptions<ContentOptions>().BindConfiguration(ContentOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<Library>();
        services.AddSingleton<ContentStart>();
        services.AddHostedService(provider => provider.GetRequiredService<ContentStart>());
        return services;
    }
}
