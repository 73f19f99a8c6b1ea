using ChatSupport.Dialogs.Reading;
using ChatSupport.Places;

namespace ChatSupport.Tests.Places;

/// <summary>A small folder of facts in which one file can be replaced by a broken one.</summary>
internal static class Broken
{
    private const string Needs = "format: 1\nneeds:\n  - { id: health, name: { km: ពេទ្យ, en: Health } }\n";
    private const string Communes = "format: 1\ncommunes:\n  - { code: \"1801\", kind: municipality, name: { km: ក, en: One } }\n";

    /// <summary>The findings, without hints, in a folder whose file <c>some.yaml</c> holds this text.</summary>
    public static IReadOnlyList<DialogIssue> Find(string text) => [.. FindAll(text).Where(issue => issue.Severity != Severity.Hint)];

    public static IReadOnlyList<DialogIssue> FindAll(string text) => PlaceCheck.Find(Files(text), Some.Today);

    public static IReadOnlyList<ContentFile> Files(string text) =>
        [Some.File("places/needs.yaml", Needs), Some.File("places/communes.yaml", Communes), Some.File("places/some.yaml", text)];

    /// <summary>A place of four lines and one more, which is broken.</summary>
    public static string Place(string line) =>
        $"format: 1\nplaces:\n  - id: a\n    kind: [health]\n    name: {{ km: ក, en: A }}\n    status: unverified\n    {line}\n";

    public static string Hotline(string line) =>
        $"format: 1\nhotlines:\n  - id: a\n    kind: [health]\n    name: {{ km: ក, en: A }}\n    number: \"115\"\n    {line}\n";
}
