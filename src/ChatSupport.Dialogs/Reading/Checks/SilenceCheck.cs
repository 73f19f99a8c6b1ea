using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Screens without a text: fine where a branch always leads on, an empty message where none does.</summary>
internal static class SilenceCheck
{
    public static void Find(Inspection content)
    {
        foreach (var screen in content.Graph.Screens)
        {
            if (screen.Text.Languages.Any() || HasText(content, screen) || screen.Branches.Any(branch => branch.If.Trim() == "true"))
                continue;

            content.Find(WayRules.SilentScreen.At(screen.Mark, screen.Branches.Count == 0
                    ? $"The screen '{screen.Id.Screen}' says nothing."
                    : $"The screen '{screen.Id.Screen}' says nothing where none of its branches holds.",
                screen.Branches.Count == 0 ? "Add 'text'." : "Add 'text', or end 'when' with 'if: \"true\"'."));
        }
    }

    /// <summary>A text that could not be read has a finding already.</summary>
    private static bool HasText(Inspection content, Screen screen) => content.Map(screen, "text") is { Count: > 0 } || content.At(screen, default, "text") != default;
}
