using System.Text;
using ChatSupport.Content;
using ChatSupport.Content.Translations;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Tests.Content.Translations;

/// <summary>The shipped content as a translator gets it.</summary>
internal static class Shipped
{
    public static readonly IReadOnlyList<ContentFile> Files = ContentFolder.Read(ContentFolder.Find(AppContext.BaseDirectory)!);

    public static readonly TranslationSheet Khmer = Sheet(Files);

    /// <summary>A part of it, for tests that read it again and again.</summary>
    public static readonly IReadOnlyList<ContentFile> Few = [.. Files.Where(file => file.Path is "phrases.yaml" or "decoy.yaml" or "rights/hours.yaml" or "rights/wages.yaml" or "services.yaml")];

    public static readonly TranslationSheet FewInKhmer = Sheet(Few);

    public static TranslationSheet Sheet(IReadOnlyList<ContentFile> files, string language = "km") =>
        TranslationSheet.Of(files, language, out var refused) ?? throw new InvalidOperationException(string.Join('\n', refused));

    /// <summary>The content with a change in one file; the change must change something.</summary>
    public static IReadOnlyList<ContentFile> With(string path, string old, string now) => With(Files, path, old, now);

    public static IReadOnlyList<ContentFile> With(IReadOnlyList<ContentFile> files, string path, string old, string now)
    {
        var text = Encoding.UTF8.GetString(files.Single(file => file.Path == path).Bytes.Span);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return [.. files.Select(file => file.Path == path ? file with { Bytes = Encoding.UTF8.GetBytes(text.Replace(old, now, StringComparison.Ordinal)) } : file)];
    }

    public static IReadOnlyList<TranslationEdit> Edits(byte[] bytes, string name, IReadOnlyList<ContentFile>? files = null) => Read(bytes, name, files) switch
    {
        ImportReading.Ready ready => ready.Edits,
        ImportReading.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Problems)),
        _ => [],
    };

    public static IReadOnlyList<TranslationProblem> Problems(byte[] bytes, string name, IReadOnlyList<ContentFile>? files = null) =>
        Read(bytes, name, files) is ImportReading.Refused refused ? refused.Problems : [];

    private static ImportReading Read(byte[] bytes, string name, IReadOnlyList<ContentFile>? files) =>
        TranslationImport.Read(new MemoryStream(bytes), name, files ?? Files);
}
