using ChatSupport.Content.Drafts;
using ChatSupport.Content.Insight;
using ChatSupport.Content.Pages;
using ChatSupport.Content.Recordings;
using ChatSupport.Content.Translations;
using ChatSupport.Content.TryOut;
using ChatSupport.Conversations;
using ChatSupport.Staff;
using ChatSupport.Staff.Shell;
using ChatSupport.Staff.Voices;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatSupport.Content;

/// <summary>The door of the feature: which content conversations run.</summary>
internal static class ContentFeature
{
    /// <summary>Adds the revisions, the start that puts one in place, and the watch that takes up later ones. Comes after the storage and before what posts to conversations.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(FolderAhead.Begin(configuration, environment));
        services.TryAddSingleton<SampleData>();
        services.AddRevisions();
        services.AddSingleton<ContentStart>();
        services.AddHostedService(provider => provider.GetRequiredService<ContentStart>());
        services.AddHostedService<RevisionWatch>();
        return services;
    }

    /// <summary>Adds what the console's pages of the content stand on.</summary>
    public static IServiceCollection AddContentDesk(this IServiceCollection services)
    {
        services.AddSingleton<DraftRows>();
        services.AddSingleton<Workspaces>();
        services.AddSingleton<Reviews>();
        services.AddSingleton<DraftWriting>();
        services.AddSingleton<DraftBook>();
        services.AddSingleton<Removals>();
        services.AddSingleton<ReviewBook>();
        services.AddSingleton<TranslationBook>();
        services.AddSingleton<Presence>();
        services.AddSingleton<ContentSearch>();
        services.AddSingleton<FolderCopy>();
        services.AddSingleton<PublishBook>();
        services.AddSingleton<PublicationRows>();
        services.AddSingleton<Publications>();
        services.AddHostedService<PublicationClock>();
        services.AddSingleton<TryOuts>();
        services.AddSingleton<InsightBook>();
        services.AddSingleton<VoiceConversion>();
        services.AddSingleton<RecordingBook>();
        services.AddSingleton<GraphDesk>();
        services.AddSingleton<ContentNeeds>();
        services.AddSingleton(provider => new Need(provider.GetRequiredService<ContentNeeds>().Of));
        return services;
    }

    /// <summary>Adds the revisions alone, for commands that publish without serving. The storage must be there.</summary>
    public static IServiceCollection AddRevisions(this IServiceCollection services)
    {
        services.AddOptions<ContentOptions>().BindConfiguration(ContentOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<Library>();
        services.AddSingleton<RevisionRows>();
        services.AddSingleton<RevisionReader>();
        services.AddSingleton<Publishing>();
        services.AddSingleton<LiveRevision>();
        services.AddSingleton<Media>();
        services.AddSingleton<RecordingRows>();
        services.AddSingleton<RecordingCopies>();
        services.AddSingleton<ReadRecording>(provider => provider.GetRequiredService<Media>().Read);
        return services;
    }
}
