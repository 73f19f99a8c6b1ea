using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Lengths that people and channels bear. Of a template its constant part counts.</summary>
internal static class LengthCheck
{
    internal const int LabelClusters = 24;
    internal const int TextClusters = 300;
    private const int Choices = 6;

    /// <summary>Telegram's limit of a message, in UTF-16 units.</summary>
    private const int MessageLength = 4096;

    /// <summary>What a number before a label and the line end take, in UTF-16 units.</summary>
    private const int NumberLength = 4;

    private static readonly Phrase[] buttons = [Phrase.Back, Phrase.Home, Phrase.Person, Phrase.Leave, Phrase.Listen, Phrase.OpenNotice];
    private static readonly HashSet<string> buttonKeys = [.. buttons.Select(button => Words.Kebab(button.ToString()))];

    public static void Find(Inspection content)
    {
        foreach (var wording in content.Wordings)
        {
            foreach (var language in wording.Texts.Languages)
                Find(content, wording, language);
        }

        foreach (var screen in content.Graph.Screens)
        {
            FindChoices(content, screen);
            foreach (var language in content.Set.Languages)
                FindMessage(content, screen, language);
        }
    }

    private static void Find(Inspection content, Wording wording, string language)
    {
        var text = wording.Texts.Exactly(language)!;
        var (most, rule, what) = IsButton(wording) ? (LabelClusters, TextRules.LongLabel, "label") : (TextClusters, TextRules.LongText, "text");
        if (text.Length <= most)
            return;

        var constant = wording.Use is WordingUse.Title or WordingUse.Phrase ? text : content.Constant(text);
        var clusters = Clusters.Count(constant);
        if (clusters > most)
        {
            content.Find(rule.At(content.Scalar(wording, language)?.Mark ?? wording.Mark,
                $"The {what} '{Clusters.Cut(constant.ReplaceLineEndings(" "), 30)}' has {clusters} clusters in '{language}', but {most} are the most.",
                what == "label" ? "Say it in fewer words." : "Say it in fewer words, or on two screens."));
        }
    }

    /// <summary>Choices that stand under a condition count as one: often only one of them is shown at a time.</summary>
    private static void FindChoices(Inspection content, Screen screen)
    {
        var shown = 0;
        var (conditional, repeated) = (false, false);
        foreach (var choice in screen.Choices)
        {
            var isMore = choice.Each is not null ? !repeated : choice.When is null || !conditional;
            repeated |= choice.Each is not null;
            conditional |= choice is { Each: null, When: not null };
            shown += isMore ? 1 : 0;
            if (shown <= Choices)
                continue;

            content.Find(TextRules.TooManyChoices.At(choice.Mark, $"This is choice {shown} of the screen '{screen.Id.Screen}', but {Choices} are the most that are shown.",
                "Put some of them on a screen of their own."));
            return;
        }
    }

    private static void FindMessage(Inspection content, Screen screen, string language)
    {
        if (screen.Text.Exactly(language) is not { } text)
            return;

        if (text.Length + screen.Choices.Sum(choice => NumberLength + choice.Label.In(language).Length) + 2 <= MessageLength)
            return;

        var length = content.Constant(text).Length + 2 + screen.Choices.Sum(choice => NumberLength + content.Constant(choice.Label.In(language)).Length);
        if (length > MessageLength)
        {
            content.Find(TextRules.TooLongForChannel.At(content.At(screen, screen.Mark, "text", language),
                $"The screen '{screen.Id.Screen}' has {length} UTF-16 units with its choices in '{language}', but a Telegram message holds {MessageLength}.",
                "Say it in fewer words, or on two screens."));
        }
    }

    private static bool IsButton(Wording wording) =>
        wording.Use is WordingUse.Title or WordingUse.Label || (wording.Use == WordingUse.Phrase && IsButton(wording.Name));

    /// <summary>Whether a phrase of the engine is the label of a button.</summary>
    internal static bool IsButton(string phrase) => buttonKeys.Contains(phrase);
}
