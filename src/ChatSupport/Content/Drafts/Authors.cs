using System.Security.Cryptography;
using System.Text;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Content.Drafts;

/// <summary>Who changed what in a draft since it began: whoever wrote a language does not sign it off, whoever last touched the file notwithstanding.</summary>
/// <remarks>Kept as text, a word for each: <c>account/km</c>; <c>account/</c> for any change at all.</remarks>
internal static class Authors
{
    private static readonly string[] sourceParts = ["text", "url"];

    /// <summary>The same with one more change.</summary>
    /// <param name="authors">Who changed what so far.</param>
    /// <param name="who">Opaque id of the account.</param>
    /// <param name="languages">The languages whose texts changed.</param>
    public static string With(string authors, string who, IEnumerable<string> languages) =>
        string.Join(' ', Words(authors).Concat(languages.Prepend("").Select(language => $"{who}/{language}")).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Whether an account changed anything.</summary>
    public static bool Has(string authors, string who) => Words(authors).Contains($"{who}/");

    /// <summary>Whether an account changed texts of a language.</summary>
    public static bool Has(string authors, string who, string language) => Words(authors).Contains($"{who}/{language}");

    /// <summary>Each account with the languages it wrote.</summary>
    public static IEnumerable<(string Who, IReadOnlyList<string> Languages)> Of(string authors) => Words(authors)
        .Select(word => word.Split('/')).GroupBy(word => word[0], word => word[1]).Select(one => (one.Key, (IReadOnlyList<string>)[.. one.Where(language => language.Length > 0)]));

    /// <summary>The languages in which two forms of a file say something else, or something leads elsewhere.</summary>
    public static IReadOnlyList<string> LanguagesBetween(ContentFile? before, ContentFile after)
    {
        var (old, now) = (TextsOf(before), TextsOf(after));
        return [.. old.Except(now).Concat(now.Except(old)).Select(text => text.Language).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>A short name for all that a file says in a language; for a claim, in all of them, and where it comes from.</summary>
    public static string PrintOf(ContentFile file, string language)
    {
        var isClaim = language == Reviews.Claim;
        var texts = TextsOf(file).Where(text => isClaim || text.Language == language)
            .Select(text => $"{(isClaim ? text.Language : "")}{text.Place}\n{text.Text}").Concat(isClaim ? Source(file) : []).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts))))[..16];
    }

    /// <summary>The law, article or page that it names, and its address; not the day, which the signature itself sets.</summary>
    private static IEnumerable<string> Source(ContentFile file) => YamlFile.Read(file, [])?.Find("source") is YamlMap source
        ? sourceParts.Select(source.Find).OfType<YamlScalar>().Select(part => part.Value) : [];

    private static HashSet<(string Language, TextPlace Place, string Text)> TextsOf(ContentFile? file) => file is null ? [] :
        [.. TextPlaces.Of(file).SelectMany(placed => placed.Texts.Languages.Select(language => (language, placed.Place, placed.Texts.Exactly(language)!)))];

    private static string[] Words(string authors) => authors.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
