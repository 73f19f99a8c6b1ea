using ChatSupport.Content.Drafts;
using ChatSupport.Places.Editing;

namespace ChatSupport.Hosting;

/// <summary>Makes every change of the directory a draft of the content. Content and Places do not know each other: they meet here.</summary>
internal static class PlacesInDrafts
{
    public static IServiceCollection AddPlacesToDrafts(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var (workspaces, book) = (provider.GetRequiredService<Workspaces>(), provider.GetRequiredService<DraftBook>());
        return new PlaceDrafts(
            () => Look(workspaces.Files()),
            async (session, files, also, cancel) => await book.PutFiles(session, [.. files.Select(one => new SeenFile(one.File, one.Seen))], also, cancel) switch
            {
                EditOutcome.Refused refused => new PlaceOutcome.Refused(refused.Why),
                EditOutcome.Overtaken overtaken => new PlaceOutcome.Overtaken(overtaken.By),
                _ => new PlaceOutcome.Kept(),
            },
            changed => workspaces.Changed += changed,
            changed => workspaces.Changed -= changed);
    });

    private static DraftedPlaces Look(DraftedFiles now) =>
        new(now.State, now.Files, now.VersionOf, path => now.Drafts.GetValueOrDefault(path)?.ChangedBy ?? "");
}
