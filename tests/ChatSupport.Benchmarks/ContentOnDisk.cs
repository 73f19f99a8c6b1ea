using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Benchmarks;

/// <summary>The shipped dialogs, found from where the benchmark is started.</summary>
internal static class ContentOnDisk
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly VariableKind Any = VariableKind.List;

    /// <summary>Enough to walk from the first screen.</summary>
    public static IReadOnlyList<ActionSpec> Actions { get; } =
    [
        .. EngineActions.All,
        new("peer.request", ActionKind.Effect, [new("topic", false)], Lands: ScreenId.Of("person")),
        new("services.nearby", ActionKind.Query, [new("need", true), new("near", false)], Any),
        new("places.find", ActionKind.Query, [new("near", true)], VariableKind.Fields),
        new("hotlines.list", ActionKind.Query, [new("need", false)], Any),
    ];

    public static IReadOnlyList<ContentFile> Files { get; } = Read();

    public static DialogSet Set { get; } = DialogReader.Read(Files, Actions, Today).Set!;

    private static List<ContentFile> Read()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "ChatSupport.sln")))
            at = at.Parent;

        var folder = Path.Combine(at?.FullName ?? throw new InvalidOperationException("Start the benchmarks inside the repository."), "dialogs");
        return [.. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new ContentFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)))];
    }
}
