using ChatSupport.Dialogs.Reading;
using ChatSupport.Places;

namespace ChatSupport.Tests.Places;

/// <summary>The facts of the repository as they are shipped.</summary>
internal static class ShippedPlaces
{
    public static IReadOnlyList<ContentFile> Files { get; } = Read();

    public static PlaceBook Book { get; } = PlaceBook.Read(Files, []);

    private static ContentFile[] Read()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ChatSupport.sln")))
            root = root.Parent;

        var folder = Path.Combine(root?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository."), "dialogs");
        return [.. Directory.EnumerateFiles(Path.Combine(folder, "places"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => new ContentFile("places/" + Path.GetFileName(file), File.ReadAllBytes(file)))];
    }
}
