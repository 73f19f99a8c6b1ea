using System.Collections.Frozen;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running.Prepared;

/// <summary>A text in several languages with its templates read.</summary>
internal sealed class PreparedText
{
    private readonly FrozenDictionary<string, Template> byLanguage;
    private readonly Template fallback;

    public PreparedText(Texts texts, Mark mark)
    {
        byLanguage = texts.Languages.ToFrozenDictionary(
            language => language, language => Read(texts.Exactly(language)!, mark), StringComparer.Ordinal);
        fallback = byLanguage.GetValueOrDefault("km") ?? byLanguage.GetValueOrDefault("en") ?? Read(texts.In(""), mark);
    }

    public bool IsEmpty => byLanguage.Count == 0;

    /// <summary>The same fallback as <see cref="Texts.In"/>.</summary>
    public Template In(string language) => byLanguage.GetValueOrDefault(language) ?? fallback;

    public static Template Read(string text, Mark mark) =>
        Template.TryParse(text, out var template, out var problem) ? template : throw Broken(mark, problem);

    public static Condition ReadCondition(string text, Mark mark) =>
        Condition.TryParse(text, out var condition, out var problem) ? condition : throw Broken(mark, problem);

    private static ArgumentException Broken(Mark mark, string problem) =>
        new($"{mark.File}:{mark.Line}:{mark.Column}: {problem} Content with errors cannot be run; check it first.");
}
