using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Khmer that looks right and is written in another order: search and comparison would miss it.</summary>
internal static class OrderCheck
{
    public static void Find(Inspection content)
    {
        foreach (var wording in content.Wordings)
        {
            foreach (var language in wording.Texts.Languages)
            {
                if (Disorder.In(wording.Texts.Exactly(language)!) is { } found)
                    Refuse(content, found, content.Scalar(wording, language)?.At(found.At) ?? wording.Mark);
            }
        }

        foreach (var keywords in content.Set.Phrases.Words.Values)
            Find(content, keywords);
        foreach (var entry in content.Set.RiskWords.Entries)
            Find(content, entry.Words);
        foreach (var dialog in content.Set.Dialogs.Values)
        {
            Find(content, dialog.Keywords);
            foreach (var choice in dialog.Screens.Values.SelectMany(screen => screen.Choices))
                Find(content, choice.Keywords);
        }
    }

    private static void Find(Inspection content, Keywords keywords)
    {
        foreach (var word in keywords.Words.Values.Concat(keywords.Not.Values).SelectMany(words => words))
        {
            if (Disorder.In(word.Text) is { } found)
                Refuse(content, found, word.Mark);
        }
    }

    private static void Refuse(Inspection content, Disorder found, Mark mark) =>
        content.Find(TextRules.NotCanonical.At(mark, $"'{found.Written}' is written in another order than the standard, '{found.Canonical}', which looks the same.",
            "Replace the text by what 'chatsupport khmer normalize' prints for it."));

    /// <summary>The first cluster that is written in another order.</summary>
    private sealed record Disorder(int At, string Written, string Canonical)
    {
        public static Disorder? In(string text)
        {
            var canonical = CanonicalOrder.Of(text);
            if (ReferenceEquals(canonical, text))
                return null;

            var first = text.AsSpan().CommonPrefixLength(canonical);
            for (int at = 0, length; at < text.Length; at += length)
            {
                length = Clusters.Next(text.AsSpan(at));
                if (first < at + length)
                    return new Disorder(at, text.Substring(at, length), canonical.Substring(at, length));
            }

            return null;
        }
    }
}
