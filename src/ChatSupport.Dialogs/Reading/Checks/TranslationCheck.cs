using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Languages: every text in each that is offered, and who reviewed it.</summary>
internal static class TranslationCheck
{
    public static void Find(Inspection content)
    {
        foreach (var wording in content.Wordings)
            FindMissing(content, wording);

        foreach (var dialog in content.Set.Dialogs.Values)
            FindUnreviewed(content, dialog);
    }

    private static void FindMissing(Inspection content, Wording wording)
    {
        if (content.Set.Languages.All(language => wording.Texts.Exactly(language) is not null) || !wording.Texts.Languages.Any() || content.Map(wording.Part, wording.Path) is not { } map)
            return; // no text at all is found elsewhere, where one is needed

        foreach (var language in content.Set.Languages.Where(language => map.Find(language) is null))
        {
            content.Find(TextRules.MissingTranslation.At(map.Mark, $"The {Name(wording)} '{Shown(wording.Texts)}' is missing in '{language}'.",
                $"Add '{language}: …', or do not offer the language in phrases.yaml."));
        }
    }

    private static void FindUnreviewed(Inspection content, Dialog dialog)
    {
        var drafts = content.Set.Languages.Where(language => dialog.Status.GetValueOrDefault(language) != ReviewStatus.Reviewed).ToList();
        if (drafts.Count == 0)
            return;

        var mark = content.At(dialog, content.At(dialog, dialog.Mark, "dialog"), "status");
        content.Find(TextRules.Unreviewed.At(content.At(dialog, mark, "status", drafts[0]), $"The dialog '{dialog.Id}' is not reviewed in {string.Join(", ", drafts)}.",
            "Let a native speaker and, for rights, a lawyer read it, then write 'reviewed'."));
    }

    private static string Name(Wording wording) => Words.Kebab(wording.Use.ToString());

    private static string Shown(Texts texts) => Khmer.Clusters.Cut(texts.In("").ReplaceLineEndings(" "), 30);
}
