using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Content.Translations;

/// <summary>What a new translation must keep, each with what to do.</summary>
internal static class TargetRules
{
    public static IEnumerable<(string Found, string Mend)> Find(TranslationRow row, string target, string language)
    {
        foreach (var found in FindPlaceholders(row, target))
            yield return found;

        if (TextLimits.Most(row.Place) is { } most && target.Length > most && TextLimits.Clusters(row.Place, target) is var clusters && clusters > most)
            yield return ($"The translation has {clusters} clusters, but {most} are the most.", "Say it in fewer words.");
        if (row.Place.IsWords && EmptyLine(target) is { } line)
            yield return ($"Line {line} of the words is empty.", "Write one word a line, without empty lines.");
        if (!ContentLanguages.IsRomanised(language) && !Script.Fits(Script.Plain(target), language))
            yield return ($"The translation is not in '{language}': its letters are those of another language.", $"Write it in '{language}'.");
    }

    /// <summary>The first line without a word; null where there is none.</summary>
    public static int? EmptyLine(string words)
    {
        var at = Array.FindIndex(Exported.Lines(words).Split('\n'), string.IsNullOrWhiteSpace);
        return at < 0 ? null : at + 1;
    }

    /// <summary>Those of the source count, or those of the translation as it was: a language may write its numbers with a filter of its own.</summary>
    private static IEnumerable<(string Found, string Mend)> FindPlaceholders(TranslationRow row, string target)
    {
        var (source, before, now) = (Placeholders.Of(row.Source), Placeholders.Of(row.Target), Placeholders.Of(target));
        if (now.SequenceEqual(source) || (row.Target.Length > 0 && now.SequenceEqual(before)))
            yield break;

        var (missing, odd) = (Placeholders.Beyond(source, now), Placeholders.Beyond(now, source));
        yield return (string.Join(' ', new[]
        {
            missing.Count > 0 ? $"The translation lacks {Names(missing)}, which the source has." : "",
            odd.Count > 0 ? $"The translation has {Names(odd)}, which the source has not." : "",
        }.Where(part => part.Length > 0)), "Copy what stands in braces from the source, letter for letter; move it to where it belongs in the sentence.");
    }

    private static string Names(IReadOnlyList<string> placeholders) =>
        string.Join(", ", placeholders.Take(5).Select(one => one.Length > 80 ? one[..80] + "…" : one)) + (placeholders.Count > 5 ? ", …" : "");
}
