using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>One text of the content in all its languages, with a name that stays when other texts come and go.</summary>
/// <param name="Group">Its dialog, or <see cref="PhrasesGroup"/>.</param>
/// <param name="Key">Its name within the group: <c>title</c>, <c>start text</c>, <c>start label refused</c>, <c>pin retry</c>, <c>old-button</c>.</param>
/// <param name="Use">What it is for.</param>
/// <param name="Texts">The text.</param>
/// <param name="Part">The part of the content that it belongs to.</param>
/// <param name="Path">Where it stands below that part.</param>
/// <param name="Mark">Where that part begins.</param>
internal sealed record Wording(string Group, string Key, WordingUse Use, Texts Texts, object Part, string[] Path, Mark Mark)
{
    /// <summary>The group of the engine's own texts; no dialog can have this name, because its file holds them.</summary>
    public const string PhrasesGroup = "phrases";

    private static readonly string[] title = ["title"];
    private static readonly string[] text = ["text"];
    private static readonly string[] label = ["label"];
    private static readonly string[] retry = ["retry"];

    /// <summary>Every text, in the order of the content.</summary>
    public static IEnumerable<Wording> All(DialogSet set) =>
        set.Dialogs.Values.SelectMany(Of).Concat(set.Phrases.Said.OrderBy(said => said.Key).Select(said => Of(set.Phrases, said.Key, said.Value)));

    private static IEnumerable<Wording> Of(Dialog dialog)
    {
        yield return new Wording(dialog.Id, "title", WordingUse.Title, dialog.Title, dialog, title, dialog.Mark);
        foreach (var screen in dialog.Screens.Values)
        {
            yield return new Wording(dialog.Id, $"{screen.Id.Screen} text", WordingUse.Text, screen.Text, screen, text, screen.Mark);
            var times = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var choice in screen.Choices)
            {
                var leads = LeadsTo(choice, dialog.Id);
                var time = times[leads] = times.GetValueOrDefault(leads) + 1;
                var key = time == 1 ? $"{screen.Id.Screen} label {leads}" : $"{screen.Id.Screen} label {leads} {time}";
                yield return new Wording(dialog.Id, key, WordingUse.Label, choice.Label, choice, label, choice.Mark);
            }

            if (screen.Ask is { } ask)
                yield return new Wording(dialog.Id, $"{screen.Id.Screen} retry", WordingUse.Retry, ask.Retry, ask, retry, ask.Mark);
        }
    }

    private static Wording Of(Phrases phrases, Phrase phrase, Texts texts)
    {
        var name = Words.Kebab(phrase.ToString());
        return new Wording(PhrasesGroup, name, WordingUse.Phrase, texts, phrases, ["phrases", name], new Mark(PhrasesFile.Path, 1, 1));
    }

    private static string LeadsTo(Choice choice, string dialog) =>
        choice.Go.Screen is not { } screen ? choice.Go.Action ?? "" : screen.Dialog == dialog ? screen.Screen : screen.ToString();
}

/// <summary>What a text is for.</summary>
internal enum WordingUse
{
    /// <summary>A dialog's name, shown as a button of "did you mean".</summary>
    Title,

    /// <summary>What a screen says.</summary>
    Text,

    /// <summary>What a choice is called.</summary>
    Label,

    /// <summary>What is said when an answer does not fit.</summary>
    Retry,

    /// <summary>A small text of the engine.</summary>
    Phrase,
}
