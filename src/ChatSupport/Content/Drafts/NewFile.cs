using System.Text;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Content.Drafts;

/// <summary>The file of a dialog that somebody just named.</summary>
internal static class NewFile
{
    /// <summary>Makes it, with one screen.</summary>
    /// <param name="id">A good name.</param>
    /// <param name="khmer">Its title in Khmer, which the first screen says as well.</param>
    /// <param name="english">Its title in English.</param>
    /// <param name="refused">Why there is none.</param>
    public static ContentFile? Of(string id, string khmer, string english, out EditOutcome.Refused? refused)
    {
        var text = $$"""
            format: 1
            dialog: {{id}}
            title: { km: ថ្មី, en: New }
            keywords: { km: [ថ្មី], en: [new] }
            status: { km: draft, en: draft }
            screens:
              start:
                text: { km: ថ្មី, en: New }

            """;
        var file = new ContentFile($"{id}.yaml", Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
        refused = null;
        // The words of a person go in as every edit does: quoted where they must be, refused where they cannot be kept.
        foreach (var (language, title) in new[] { ("km", khmer), ("en", english) })
        {
            DialogEdit[] edits = [new DialogEdit.SetTitle(language, title), new DialogEdit.SetKeywords(language, [title]), new DialogEdit.SetText("start", language, title)];
            foreach (var edit in edits)
            {
                if (DialogEditing.Apply(file, edit) is EditResult.Written written)
                {
                    file = written.File;
                    continue;
                }
                refused = new EditOutcome.Refused(((EditResult.Refused)DialogEditing.Apply(file, edit)).Message);
                return null;
            }
        }
        return file;
    }
}
