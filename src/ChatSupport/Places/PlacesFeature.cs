using ChatSupport.Conversations;
using ChatSupport.Places.Editing;
using ChatSupport.Places.Pages;

namespace ChatSupport.Places;

/// <summary>The door of the feature: services near a worker, and numbers to call.</summary>
internal static class PlacesFeature
{
    /// <summary>Adds the queries, and the <see cref="PlaceLibrary"/> that every revision brings its facts to.</summary>
    public static IServiceCollection AddPlaces(this IServiceCollection services)
    {
        services.AddOptions<PlacesOptions>().BindConfiguration(PlacesOptions.Section).ValidateOnStart();
        services.AddSingleton<PlaceLibrary>();
        services.AddSingleton<FindPlaces>(provider =>
        {
            var library = provider.GetRequiredService<PlaceLibrary>();
            return (content, typed, most) => PlaceSearch.Find(library.Of(content), typed, most);
        });
        services.AddSingleton<FindArea>(provider =>
        {
            var library = provider.GetRequiredService<PlaceLibrary>();
            return (content, named) => PlaceSearch.FindArea(library.Of(content), named);
        });
        foreach (var spec in PlaceQueries.Specs)
            services.AddSingleton<IBotQuery>(provider => new PlaceQuery(spec, provider.GetRequiredService<PlaceLibrary>()));
        return services;
    }

    /// <summary>Adds what the console's pages of the directory stand on. The host adds the <see cref="PlaceDrafts"/>.</summary>
    public static IServiceCollection AddPlaceDesk(this IServiceCollection services)
    {
        services.AddSingleton<PlaceChecks>();
        services.AddSingleton<PlaceDesk>();
        services.AddSingleton<PlaceSheets>();
        services.AddSingleton(provider => new Staff.Shell.Need(person => Task.FromResult(PlaceNeeds.Of(person, provider.GetRequiredService<PlaceDesk>()))));
        return services;
    }

    /// <summary>What keeps a production start back, a sentence each; empty where it may go on.</summary>
    public static IReadOnlyList<string> RefuseUnverifiedInProduction(IHostEnvironment environment, PlacesOptions options, PlaceBook book) =>
        environment.IsProduction() && !options.AllowUnverified ? ProductionFacts.Find(book) : [];
}
