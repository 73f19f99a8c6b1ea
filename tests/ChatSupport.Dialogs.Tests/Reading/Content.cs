using System.Text;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Tests.Reading;

/// <summary>Small content without any finding, to be broken in one place.</summary>
internal static class Content
{
    public static DateOnly Today { get; } = new(2026, 11, 24);

    public static IReadOnlyList<ActionSpec> Actions { get; } =
    [
        .. EngineActions.All,
        new ActionSpec("peer.request", ActionKind.Effect, [new("topic", false)], Lands: ScreenId.Of("person")),
        new ActionSpec("test.find", ActionKind.Query, [new("need", true), new("near", false)], VariableKind.List),
        new ActionSpec("test.one", ActionKind.Query, [], VariableKind.Fields),
    ];

    private static readonly Dictionary<string, byte[]> sound = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Reading", "base"))
        .ToDictionary(path => Path.GetFileName(path), path => Whole(File.ReadAllBytes(path)), StringComparer.Ordinal);

    /// <summary>A file of it.</summary>
    public static string Sound(string path) => Encoding.UTF8.GetString(sound[path]);

    /// <summary>The content with some files replaced or added, and some taken away.</summary>
    public static IReadOnlyList<ContentFile> With(IEnumerable<(string Path, byte[] Bytes)> files, params string[] without)
    {
        var all = new SortedDictionary<string, byte[]>(sound, StringComparer.Ordinal);
        foreach (var (path, bytes) in files)
            all[path] = Whole(bytes);
        foreach (var path in without)
            all.Remove(path);
        return [.. all.Select(file => new ContentFile(file.Key, file.Value))];
    }

    public static IReadOnlyList<ContentFile> With(string path, string text) => With([(path, Encoding.UTF8.GetBytes(text))]);

    public static ReadingResult Read(IReadOnlyList<ContentFile> files) => DialogReader.Read(files, Actions, Today);

    /// <summary>A line <c># every phrase but back</c> stands for all other phrases, so that a new one breaks no test here.</summary>
    private static byte[] Whole(byte[] bytes) => bytes.AsSpan().IndexOf("# every "u8) < 0
        ? bytes
        : Encoding.UTF8.GetBytes(string.Join('\n', Encoding.UTF8.GetString(bytes).Split('\n').SelectMany(Lines)));

    private static IEnumerable<string> Lines(string line) => line.Split(' ') switch
    {
        ["#", "every", "phrase", "but", .. var there] => Names<Phrase>(there).Select(name => $"  {name}: {{ km: ពាក្យ, en: Word }}"),
        ["#", "every", "word", "but", .. var there] => Names<Command>(there).Select(name => $"  {name}: {{ en: [{name} word] }}"),
        _ => [line],
    };

    private static IEnumerable<string> Names<T>(string[] there) where T : struct, Enum =>
        Enum.GetNames<T>().Select(name => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + c : c.ToString())).ToLowerInvariant()).Except(there);

    /// <summary>The content of the repository.</summary>
    public static IReadOnlyList<ContentFile> Shipped()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "dialogs", "rights")))
            folder = folder.Parent;
        var root = Path.Combine(folder.FullName, "dialogs");
        return
        [
            .. Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(path => new ContentFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes(path))),
        ];
    }
}
