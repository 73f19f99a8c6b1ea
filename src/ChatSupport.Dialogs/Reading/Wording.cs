using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>One text of the content in all its languages, with a name that stays when other texts come and go.</summary>
/// <param name="Group">Its dialog, or <see cref="PhrasesGroup"/>.</param>
/// <param name="Name">Its screen, or the phrase; empty for a title.</param>
/// <param name="Use">What it is for.</param>
/// <param name="Leads">Where its choice leads; null for what is no label.</param>
/// <param name="Time">The how-manieth label of its screen that leads there, from 1.</param>
/// <param name="Texts">The text.</param>
/// <param name="Part">The part of the content that it belongs to.</param>
/// <param name="Path">Where it stands below that part.</param>
/// <param name="Mark">Where that part begins.</param>
internal sealed record Wording(string Group, string Name, WordingUse Use, string? Leads, int Time, Texts Texts, object Part, string[] Path, Mark Mark)
{
    /// <summary>The group of the engine's own texts; no dialog can have this name, because its file holds them.</summary>
    public const string PhrasesGroup = "phrases";

    /// <summary>Its name within the group: <c>title</c>, <c>start text</c>, <c>start label refused</c>, <c>pin retry</c>, <c>old-button</c>.</summary>
    public string Key => Use switch
    {
        WordingUse.Title => "title",
        WordingUse.Phrase => Name,
        WordingUse.Text => $"{Name} text",
        WordingUse.Retry => $"{Name} retry",
        _ => Time == 1 ? $"{Name} label {Leads}" : $"{Name} label {Leads} {Time}",
    };

    private static readonly string[] title = ["title"];
    private static readonly string[] text = ["text"];
    private static readonly string[] label = ["label"];
    private static readonly string[] retry = ["retry"];

    /// <summary>Every text, in the order of the content.</summary>
    public static IEnumerable<Wording> All(DialogSet set) =>
        set.Dialogs.Values.SelectMany(Of).Concat(set.Phrases.Said.OrderBy(said => said.Key).Select(said => Of(set.Phrases, said.Key, said.Value)));

    private static IEnumerable<Wording> Of(Dialog dialog)
    {
        yield return new Wording(dialog.Id, "", WordingUse.Title, null, 1, dialog.Title, dialog, title, dialog.Mark);
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var screen in dialog.Screens.Values)
        {
            times.Clear();
            yield return new Wording(dialog.Id, screen.Id.Screen, WordingUse.Text, null, 1, screen.Text, screen, text, screen.Mark);
            foreach (var choice in screen.Choices)
            {
                var leads = LeadsTo(choice, dialog.Id);
                var time = times[leads] = times.GetValueOrDefault(leads) + 1;
                yield return new Wording(dialog.Id, screen.Id.Screen, WordingUse.Label, leads, time, choice.Label, choice, label, choice.Mark);
            }

            if (screen.Ask is { } ask)
                yield return new Wording(dialog.Id, screen.Id.Screen, WordingUse.Retry, null, 1, ask.Retry, ask, retry, ask.Mark);
        }
    }

    private static Wording Of(Phrases phrases, Phrase phrase, Texts texts)
    {
        var name = Words.Kebab(phrase.ToString());
        return new Wording(PhrasesGroup, name, WordingUse.Phrase, null, 1, texts, phrases, ["phrases", name], new Mark(PhrasesFile.Path, 1, 1));
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
