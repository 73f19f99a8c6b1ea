using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Sources of legal and medical claims. Everything below <c>rights/</c> needs one; elsewhere a screen that names a law or a medicine does.</summary>
internal static class SourceCheck
{
    private const string RightsFolder = "rights/";

    /// <summary>Days after which a person should look again.</summary>
    private const int MostDays = 180;

    public static void Find(Inspection content)
    {
        foreach (var dialog in content.Set.Dialogs.Values)
        {
            if (dialog.Source is { } source)
                FindAge(content, source);
            else if (content.Map(dialog, "source") is null)
                FindClaim(content, dialog);
        }
    }

    private static void FindAge(Inspection content, Citation source)
    {
        if (source.Checked is not { } day)
            return;

        var mark = content.At(source, source.Mark, "checked");
        var age = content.Today.DayNumber - day.DayNumber;
        if (age < -1) // where the author is, the day may have begun already
        {
            content.Find(TextRules.LaterSource.At(mark, $"The source was checked on {day:yyyy-MM-dd}, a day that has not come yet.",
                "Write the day on which a person compared the text with it."));
        }
        else if (age > MostDays)
        {
            content.Find(TextRules.StaleSource.At(mark, $"The source was last checked {age} days ago, more than {MostDays}.",
                "Compare the text with it, and write today's day at 'checked'."));
        }
    }

    private static void FindClaim(Inspection content, Dialog dialog)
    {
        if (dialog.Id.StartsWith(RightsFolder, StringComparison.Ordinal))
        {
            content.Find(TextRules.RightsWithoutSource.At(content.At(dialog, dialog.Mark, "dialog"), $"The dialog '{dialog.Id}' is about rights, but names no source.",
                "Add 'source: { text: …, url: …, checked: … }'."));
            return;
        }

        foreach (var screen in dialog.Screens.Values)
        {
            if (FindClaim(content, dialog, screen))
                return; // one source mends them all
        }
    }

    private static bool FindClaim(Inspection content, Dialog dialog, Screen screen)
    {
        foreach (var language in content.Set.Languages)
        {
            if (screen.Text.Exactly(language) is not { } text || ClaimWords.Find(text) is not { } claim)
                continue;

            content.Find(TextRules.ClaimWithoutSource.At(content.Scalar(screen, "text", language)?.At(claim.At) ?? screen.Mark,
                $"The screen '{screen.Id.Screen}' names '{claim.Word}', but the dialog '{dialog.Id}' names no source.",
                "Add 'source: { text: …, url: …, checked: … }', or leave the claim to a dialog that has one."));
            return true;
        }

        return false;
    }
}
