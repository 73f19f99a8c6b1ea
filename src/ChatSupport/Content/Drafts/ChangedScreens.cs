using System.Text;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content.Drafts;

/// <summary>Which screens are not as they were published: those whose lines in the draft differ.</summary>
internal static class ChangedScreens
{
    public static IReadOnlyList<ScreenId> Of(Workspace workspace) => [.. workspace.Drafts.Keys.SelectMany(path => Of(workspace, path))];

    private static IEnumerable<ScreenId> Of(Workspace workspace, string path)
    {
        if (workspace.Find(path) is not { } draft || workspace.Reading.Found?.Dialogs.Values.FirstOrDefault(dialog => dialog.Mark.File == path) is not { } dialog)
            return [];
        var published = workspace.Published.FirstOrDefault(file => file.Path == path);
        // Only where its screens begin is read here, and for that nothing else of the content is needed.
        var old = published is null ? null : DialogReader.Read([published], KnownActions.All, DateOnly.MinValue).Set?.Dialogs.GetValueOrDefault(dialog.Id);
        var before = old is null ? [] : Lines(published!, old);
        return Lines(draft, dialog).Where(screen => before.GetValueOrDefault(screen.Key) != screen.Value).Select(screen => screen.Key);
    }

    private static Dictionary<ScreenId, string> Lines(ContentFile file, Dialog dialog)
    {
        var lines = Encoding.UTF8.GetString(file.Bytes.Span).ReplaceLineEndings("\n").Split('\n');
        var screens = dialog.Screens.Values.OrderBy(screen => screen.Mark.Line).ToList();
        return screens.Select((screen, at) => (screen.Id, Text: string.Join('\n', lines[(screen.Mark.Line - 1)..(at + 1 < screens.Count ? screens[at + 1].Mark.Line - 1 : lines.Length)])))
            .ToDictionary(screen => screen.Id, screen => screen.Text.TrimEnd());
    }
}
