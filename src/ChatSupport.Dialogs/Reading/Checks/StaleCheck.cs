namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Texts that changed in some languages and not in the others since people last said that they belong together.</summary>
internal static class StaleCheck
{
    public static void Find(Inspection content)
    {
        foreach (var wording in content.Wordings)
        {
            if (content.Record.Left(wording) is not { } left)
                continue;

            var mark = content.Scalar(wording, left.Behind[0])?.Mark ?? wording.Mark;
            content.Find(TextRules.StaleTranslation.At(mark,
                $"'{wording.Key}' changed in {string.Join(", ", left.Changed)}, but not in {string.Join(", ", left.Behind)}.",
                $"Translate it again; where the languages belong together, say so under 'Translations' in the console, or run 'chatsupport dialogs translated --dialog {wording.Group}'."));
        }
    }
}
