using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Places;

/// <summary>Reads a text in several languages: <c>{ km: …, en: … }</c>. Khmer is kept in canonical order, however it was written.</summary>
internal sealed class TextsReader(ICollection<DialogIssue> issues)
{
    private static readonly string[] Needed = ["km", "en"];

    /// <returns>Null where it is missing or of another shape; a text that lacks a language is kept.</returns>
    public Texts? Read(YamlFields fields, string key, bool required = false)
    {
        if (fields.Fields(key, required) is not { } map)
            return null;

        var texts = new List<Written>(map.Count);
        foreach (var entry in map.Entries)
        {
            if (entry.Value is not YamlScalar { IsNothing: false } text)
            {
                fields.RefuseShape(entry.Key, entry.Value, "a text");
                continue;
            }

            texts.Add(new Written(entry.Key, Canonical(text), text.Mark));
        }

        foreach (var language in Needed.Where(language => map.Find(language) is null))
        {
            issues.Add(PlaceRules.MissingLanguage.At(map.Mark, $"'{key}' has no '{language}'.", $"Add '{language}: …'; every text stands in Khmer and English."));
        }

        return new Texts(texts);
    }

    private string Canonical(YamlScalar text)
    {
        var canonical = CanonicalOrder.Of(text.Value);
        if (!string.Equals(canonical, text.Value, StringComparison.Ordinal))
        {
            issues.Add(PlaceRules.NotCanonical.At(text.Mark, $"'{text.Value}' is not in canonical Khmer order; it is read as if it were.",
                "Replace it by what 'chatsupport khmer normalize' prints for it."));
        }

        return canonical;
    }
}
