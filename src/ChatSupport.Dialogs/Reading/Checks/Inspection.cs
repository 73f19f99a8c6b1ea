using System.Collections.Frozen;
using ChatSupport.Dialogs.Graph;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Dialogs.Running.Liquid;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Everything that a check looks at, and where its findings go. Lives for one reading.</summary>
/// <param name="set">The content.</param>
/// <param name="sources">Where each part of it came from.</param>
/// <param name="actions">Every action that content may name.</param>
/// <param name="today">The day against which sources are stale.</param>
/// <param name="unread">The dialogs whose files exist but could not be read: what they hold is not known.</param>
/// <param name="hasPhrases">Whether <c>phrases.yaml</c> could be read.</param>
/// <param name="record">What the texts were when people last said that their languages belong together.</param>
/// <param name="issues">Receives every finding.</param>
internal sealed class Inspection(
    DialogSet set, Sources sources, IReadOnlyList<ActionSpec> actions, DateOnly today, IReadOnlySet<string> unread, bool hasPhrases,
    TranslationRecord record, ICollection<DialogIssue> issues)
{
    /// <summary>Looking for similar words is slow in large content; so many findings have one.</summary>
    private const int MostSimilar = 200;

    private readonly Dictionary<ScreenId, Screen> screens = set.Dialogs.Values.SelectMany(dialog => dialog.Screens.Values).ToDictionary(screen => screen.Id);
    private readonly Dictionary<string, LiquidReading> templates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LiquidReading> conditions = new(StringComparer.Ordinal);
    private int similar;

    public DialogSet Set => set;

    public DateOnly Today => today;

    public IReadOnlySet<string> Unread => unread;

    public bool HasPhrases => hasPhrases;

    public TranslationRecord Record => record;

    public FrozenDictionary<string, ActionSpec> Actions { get; } = EngineActions.All.Concat(actions)
        .DistinctBy(action => action.Name, StringComparer.Ordinal).ToFrozenDictionary(action => action.Name, StringComparer.Ordinal);

    public DialogGraph Graph { get; } = DialogGraph.Of(set, actions);

    public IReadOnlyList<Wording> Wordings { get; } = [.. Wording.All(set)];

    /// <summary>The ways whose target is misspelt, as they were probably meant, so that one mistake makes one finding.</summary>
    public List<(ScreenId From, ScreenId To)> Meant { get; } = [];

    /// <summary>The screen at this address; null where there is none.</summary>
    public Screen? Find(ScreenId id) => screens.GetValueOrDefault(id);

    public void Find(DialogIssue issue) => issues.Add(issue);

    public YamlScalar? Scalar(object part, params ReadOnlySpan<string> path) => sources.Find(part, path) as YamlScalar;

    public YamlMap? Map(object part, params ReadOnlySpan<string> path) => sources.Find(part, path) as YamlMap;

    public Mark At(object part, Mark otherwise, params ReadOnlySpan<string> path) => sources.At(part, otherwise, path);

    /// <summary>The word behind <c>go</c> as it was written.</summary>
    public string Word(Target target) => sources.Word(target);

    /// <summary>The text of a wording in one language.</summary>
    public YamlScalar? Scalar(Wording wording, string language) => sources.Find(wording.Part, [.. wording.Path, language]) as YamlScalar;

    /// <summary>A text with blanks, read once however often it stands in the content.</summary>
    public LiquidReading Template(string text)
    {
        if (!Running.Template.HasBlanks(text))
            return LiquidReading.OfTemplate(text);

        if (!templates.TryGetValue(text, out var reading))
            templates[text] = reading = LiquidReading.OfTemplate(text);
        return reading;
    }

    /// <summary>The part of a text that stands there whatever is filled in.</summary>
    public string Constant(string text) => Running.Template.HasBlanks(text) ? Template(text).Constant : text;

    /// <summary>A condition, read once however often it stands in the content.</summary>
    public LiquidReading Condition(string text)
    {
        if (!conditions.TryGetValue(text, out var reading))
            conditions[text] = reading = LiquidReading.OfCondition(text);
        return reading;
    }

    /// <summary>"Did you mean 'x'?", or <paramref name="otherwise"/>.</summary>
    public string Mend(string word, IEnumerable<string> known, string otherwise) => Nearest(word, known) is { } near ? $"Did you mean '{near}'?" : otherwise;

    /// <summary>The nearest known word; null where none is near.</summary>
    public string? Nearest(string word, IEnumerable<string> known) => similar++ < MostSimilar ? Similar.To(word, known) : null;
}
