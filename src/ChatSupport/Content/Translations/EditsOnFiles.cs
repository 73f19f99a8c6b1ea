using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Content.Translations;

/// <summary>Makes edits in the files of the content, and finds what would be wrong with it afterwards.</summary>
internal static class EditsOnFiles
{
    /// <summary>Makes what can be made.</summary>
    public static (IReadOnlyList<ContentFile> Changed, IReadOnlyList<(TranslationEdit Edit, string Message)> Refused) Make(
        IReadOnlyList<ContentFile> files, IEnumerable<TranslationEdit> edits)
    {
        var (changed, refused) = (new List<ContentFile>(), new List<(TranslationEdit, string)>());
        foreach (var ofFile in edits.GroupBy(edit => edit.Path, StringComparer.Ordinal))
        {
            if (files.FirstOrDefault(file => file.Path == ofFile.Key) is not { } file)
            {
                refused.AddRange(ofFile.Select(edit => (edit, $"There is no file {ofFile.Key} any more.")));
                continue;
            }

            var now = file;
            foreach (var edit in ofFile)
                now = Make(now, edit.Set, message => refused.Add((edit, message)));
            foreach (var edit in ofFile.DistinctBy(edit => ContentLanguages.LanguageOf(edit.Set.Language)).Where(edit => now != file && TranslationSheet.IsReviewed(file, edit.Set.Language)))
                now = Make(now, new DialogEdit.SetStatus(ContentLanguages.LanguageOf(edit.Set.Language), ReviewStatus.Draft), message => refused.Add((edit, message)));
            if (now != file)
                changed.Add(now);
        }

        return (changed, refused);
    }

    /// <summary>What cannot be written, and the errors that the content would have with the edits and has not now.</summary>
    public static IEnumerable<TranslationProblem> Find(IReadOnlyList<ContentFile> files, IReadOnlyList<(SheetLine Line, TranslationEdit Edit)> edits)
    {
        var (changed, refused) = Make(files, edits.Select(edit => edit.Edit));
        var lines = edits.ToDictionary(edit => edit.Edit, edit => edit.Line);
        foreach (var (edit, message) in refused)
            yield return new TranslationProblem($"{lines[edit].Where} ({lines[edit].Id})", message, "Mend it in the file.");
        if (changed.Count == 0)
            yield break;

        var after = files.Select(file => changed.FirstOrDefault(other => other.Path == file.Path) ?? file).ToList();
        var known = Errors(files).Select(Said).ToHashSet();
        foreach (var issue in Errors(after).Where(issue => !known.Contains(Said(issue))))
            yield return new TranslationProblem(issue.Mark.File, $"With these translations: {issue.Message}", issue.Mend);
    }

    private static ContentFile Make(ContentFile file, DialogEdit edit, Action<string> refuse)
    {
        var result = DialogEditing.Apply(file, edit);
        if (result is EditResult.Written written)
            return written.File;
        if (result is EditResult.Refused refused)
            refuse(refused.Message);
        return file;
    }

    // The day does not matter: what is wrong with a source is so before and after.
    private static IEnumerable<DialogIssue> Errors(IReadOnlyList<ContentFile> files) =>
        DialogReader.Read(files, KnownActions.All, DateOnly.MinValue).Issues.Where(issue => issue.Severity == Severity.Error);

    private static (string Code, string File, string Message) Said(DialogIssue issue) => (issue.Code, issue.Mark.File, issue.Message);
}
