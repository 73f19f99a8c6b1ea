using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Risk;
using ChatSupport.Dialogs.Tests.Reading;

namespace ChatSupport.Dialogs.Tests.Risk;

/// <summary>Risk words to look for: those of the repository, and small lists made up.</summary>
internal static class Lexicon
{
    /// <summary>The list of the repository.</summary>
    public static RiskWords Shipped { get; } = Content.Read(Content.Shipped()).Set!.RiskWords;

    /// <summary>Every word of it with its entry.</summary>
    public static IReadOnlyList<(RiskEntry Entry, string Word)> Words { get; } =
        [.. Shipped.Entries.SelectMany(entry => entry.Words.Words.Values.SelectMany(words => words.Select(word => (entry, word.Text))))];

    /// <summary>A list of one entry.</summary>
    public static RiskWords Of(string script, string[] words, params string[] harmless) => new([Entry("one", 1, script, words, harmless)]);

    /// <summary>An entry.</summary>
    public static RiskEntry Entry(string id, int level, string script, string[] words, params string[] harmless) =>
        new(id, RiskClass.Violence, level, new Keywords(Listed(script, words), Listed(script, harmless)), "", new Dictionary<string, ReviewStatus>(), new Mark("risk-words.yaml", 1, 1));

    private static Dictionary<string, IReadOnlyList<Keyword>> Listed(string script, string[] words) =>
        words.Length == 0 ? [] : new() { [script] = [.. words.Select(word => new Keyword(word, default))] };
}
