using ChatSupport.Content;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Places;
using Microsoft.Extensions.Options;

namespace ChatSupport.Hosting;

/// <summary>Makes the places a part of every revision. Content and Places do not know each other: they meet here.</summary>
internal static class PlacesOfRevision
{
    public static IServiceCollection AddPlacesToContent(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var library = provider.GetRequiredService<PlaceLibrary>();
        var environment = provider.GetRequiredService<IHostEnvironment>();
        var options = provider.GetRequiredService<IOptions<PlacesOptions>>();
        return new ContentPart((files, today) => Read(files, today, library, environment, options.Value));
    });

    private static PartReading Read(IReadOnlyList<ContentFile> files, DateOnly today, PlaceLibrary library, IHostEnvironment environment, PlacesOptions options)
    {
        var (book, issues) = PlaceCheck.Read(files, today);
        return new PartReading(
            issues,
            PlacesFeature.RefuseUnverifiedInProduction(environment, options, book),
            dialogs => library.Add(dialogs, book),
            (call, language, now) => PlaceQueries.Run(book, call, language, now));
    }
}
