using System.Security.Cryptography;
using System.Text;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Dialogs.Reading;

/// <summary>The file <c>translations.yaml</c>: a short hash of every text in every language at the moment when people last said that its
/// languages belong together. Immutable.</summary>
public sealed class TranslationRecord
{
    /// <summary>Where it stands in the content folder.</summary>
    public const string Path = "translations.yaml";

    private const string Head = """
        # What each text was when people last said that its languages belong together.
        # Written by 'chatsupport dialogs translated'; nobody needs to edit it.
        format: 1

        """;

    private readonly SortedDictionary<string, SortedDictionary<string, string>> groups;

    private TranslationRecord(SortedDictionary<string, SortedDictionary<string, string>> groups) => this.groups = groups;

    /// <summary>Nothing was recorded yet.</summary>
    public static TranslationRecord None { get; } = new(Sorted<SortedDictionary<string, string>>());

    /// <summary>Reads it from the content.</summary>
    /// <param name="files">Every file below the content folder.</param>
    /// <param name="issues">Receives every finding about the file itself.</param>
    /// <returns><see cref="None"/> where it is missing or cannot be read.</returns>
    public static TranslationRecord Read(IReadOnlyList<ContentFile> files, ICollection<DialogIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(issues);
        if (files.FirstOrDefault(file => file.Path == Path) is not { } file || YamlFile.Read(file, issues) is not { } read || Migrations.Lift(read, issues) is not { } root)
            return None;

        var fields = new YamlFields(root, issues);
        fields.Node("format");
        var groups = Sorted<SortedDictionary<string, string>>();
        foreach (var (name, _, node) in fields.Fields("texts", required: true)?.Entries ?? [])
        {
            if (node is YamlMap texts)
                groups[name] = ReadGroup(texts, issues);
            else
                fields.RefuseShape(name, node, "names of texts with hashes");
        }

        fields.RefuseUnknown();
        return new TranslationRecord(groups);
    }

    /// <summary>The record with the texts as they are now. What is no longer in the content is forgotten.</summary>
    /// <param name="dialogs">The content.</param>
    /// <param name="dialog">Only this dialog, or only <c>phrases</c>; null for everything.</param>
    public TranslationRecord Renewed(DialogSet dialogs, string? dialog = null)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        var renewed = Sorted<SortedDictionary<string, string>>();
        if (dialog is not null)
        {
            foreach (var (name, texts) in groups.Where(group => group.Key != dialog))
                renewed[name] = texts;
        }

        foreach (var wording in Wording.All(dialogs).Where(wording => (dialog is null || wording.Group == dialog) && wording.Texts.Languages.Any()))
        {
            if (!renewed.TryGetValue(wording.Group, out var texts))
                renewed[wording.Group] = texts = Sorted<string>();
            texts[wording.Key] = string.Join(", ", wording.Texts.Languages.Order(StringComparer.Ordinal).Select(language => $"{language} {Hash(wording.Texts.Exactly(language)!)}"));
        }

        return new TranslationRecord(renewed);
    }

    /// <summary>The file, a line for each text, in an order that never depends on how the content is ordered.</summary>
    public string ToYaml()
    {
        var yaml = new StringBuilder(Head).Append(groups.Count == 0 ? "texts: {}\n" : "texts:\n");
        foreach (var (name, texts) in groups)
        {
            yaml.Append("  ").Append(Quoted(name)).Append(":\n");
            foreach (var (key, hashes) in texts)
                yaml.Append("    ").Append(Quoted(key)).Append(": ").Append(hashes).Append('\n');
        }

        return yaml.ToString();
    }

    /// <summary>The languages of a text that were left behind when another changed since people last said that they belong together.</summary>
    /// <param name="dialog">The dialog, or <c>phrases</c>.</param>
    /// <param name="text">The text, as <see cref="TextPlaces"/> lists it.</param>
    /// <returns>Empty where none was; always for lists of words, which are not recorded.</returns>
    public IReadOnlyList<string> Behind(string dialog, PlacedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Left(dialog, text.Place.Kind == TextKind.Phrase ? text.Place.Name : text.Place.ToString(), text.Texts)?.Behind ?? [];
    }

    /// <summary>The languages of a text that changed, and those left behind; null where none is: all changed, none did, or it was not recorded.</summary>
    internal (IReadOnlyList<string> Changed, IReadOnlyList<string> Behind)? Left(Wording wording) => Left(wording.Group, wording.Key, wording.Texts);

    private (IReadOnlyList<string> Changed, IReadOnlyList<string> Behind)? Left(string group, string key, Texts all)
    {
        if (!groups.TryGetValue(group, out var texts) || !texts.TryGetValue(key, out var hashes))
            return null;

        var (changed, behind) = (new List<string>(), new List<string>());
        foreach (var part in hashes.Split(", "))
        {
            if (part.Split(' ') is [var language, var hash] && all.Exactly(language) is { } text)
                (Hash(text) == hash ? behind : changed).Add(language);
        }

        return changed.Count > 0 && behind.Count > 0 ? (changed, behind) : null;
    }

    private static SortedDictionary<string, string> ReadGroup(YamlMap map, ICollection<DialogIssue> issues)
    {
        var texts = Sorted<string>();
        foreach (var (key, _, node) in map.Entries)
        {
            if (node is YamlScalar scalar && scalar.Value.Split(", ").All(part => part.Split(' ') is [{ Length: > 0 }, { Length: > 0 }]))
                texts[key] = scalar.Value;
            else if (node is not YamlHole)
                issues.Add(ShapeRules.Unreadable.At(node.Mark, $"'{key}' holds no hashes of languages.", "Delete the line; 'chatsupport dialogs translated' writes it again."));
        }

        return texts;
    }

    private static string Quoted(string name) =>
        name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or '.' or '#' or ' ') && !name.Contains(" #", StringComparison.Ordinal)
            ? name
            : "\"" + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static SortedDictionary<string, T> Sorted<T>() => new(StringComparer.Ordinal);

    /// <summary>A short hash of a text, by which it is known whether it changed.</summary>
    internal static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..4]);
    }
}
