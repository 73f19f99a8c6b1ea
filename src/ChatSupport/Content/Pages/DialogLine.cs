using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content.Pages;

/// <summary>A dialog as the tree shows it.</summary>
/// <param name="Id">Its path.</param>
/// <param name="Title">Its title in the console's language.</param>
/// <param name="Depth">How deep its folder lies.</param>
/// <param name="Screens">How many screens it has.</param>
/// <param name="Errors">Findings that stop publishing.</param>
/// <param name="Warnings">Findings that do not.</param>
/// <param name="IsDraft">Whether it has unpublished changes.</param>
internal sealed record DialogLine(string Id, string Title, int Depth, int Screens, int Errors, int Warnings, bool IsDraft)
{
    public static List<DialogLine> Of(Workspace workspace, string language)
    {
        var issues = workspace.Reading.Issues.ToLookup(issue => issue.Mark.File, StringComparer.Ordinal);
        return [.. (workspace.Reading.Found?.Dialogs.Values ?? []).OrderBy(dialog => dialog.Id, StringComparer.Ordinal).Select(dialog =>
        {
            var file = $"{dialog.Id}.yaml";
            return new DialogLine(
                dialog.Id, dialog.Title.In(language), dialog.Id.Count(letter => letter == '/'), dialog.Screens.Count,
                issues[file].Count(issue => issue.Severity == Severity.Error), issues[file].Count(issue => issue.Severity == Severity.Warning),
                workspace.Drafts.ContainsKey(file));
        })];
    }
}
