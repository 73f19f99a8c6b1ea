using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Two labels of one screen that read the same: typed, nobody knows which is meant. Two that stand under conditions may take turns.</summary>
internal static class LabelCheck
{
    public static void Find(Inspection content)
    {
        foreach (var screen in content.Graph.Screens.Where(screen => screen.Choices.Count > 1))
        {
            foreach (var language in content.Set.Languages)
                Find(content, screen, language);
        }
    }

    private static void Find(Inspection content, Screen screen, string language)
    {
        var first = new Dictionary<string, Choice>(StringComparer.Ordinal);
        foreach (var choice in screen.Choices)
        {
            if (choice.Label.Exactly(language) is not { } label || StrictKey.Of(label) is not { Length: > 0 } key || first.TryAdd(key, choice))
                continue;

            if (choice.When is not null && first[key].When is not null)
                continue;

            content.Find(TextRules.EqualLabels.At(content.At(choice, choice.Mark, "label", language),
                $"The label '{label}' reads like that of line {first[key].Mark.Line} in '{language}'.", "Say how the two differ."));
        }
    }
}
