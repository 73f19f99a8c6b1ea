using ChatSupport.Content.Drafts;
using ChatSupport.Content.Insight;
using ChatSupport.Content.Pages;
using ChatSupport.Dialogs.Graph;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Content;

/// <summary>Draws the content with all drafts, and what was found in it, for who may see it.</summary>
internal sealed class GraphDesk(DraftBook drafts, InsightBook insight)
{
    /// <summary>With more screens than this a picture of all is neither read nor drawn quickly: there is no such picture then.</summary>
    public const int MostScreens = 400;

    /// <summary>Draws a picture.</summary>
    /// <param name="session">Opaque id of the session.</param>
    /// <param name="wish">What to draw.</param>
    /// <param name="language">Language tag of titles, texts and labels.</param>
    /// <param name="say">A word of the console in the language of who looks at it.</param>
    /// <exception cref="Staff.Roles.SessionEndedException">There is no such session any more.</exception>
    /// <exception cref="Staff.Roles.StaffDeniedException">None of the roles allows it.</exception>
    public async Task<GraphPicture> Draw(string? session, GraphWish wish, string language, Func<string, string> say)
    {
        var workspace = await drafts.Look(session);
        if (workspace.Reading.Found is not { } dialogs)
            return new GraphPicture(null, say("No dialog can be read"), [], HasAll: false);
        var graph = DialogGraph.Of(dialogs, KnownActions.All);
        var hasAll = graph.Screens.Count <= MostScreens;
        var titles = dialogs.Dialogs.Values.OrderBy(dialog => dialog.Id, StringComparer.Ordinal).Select(dialog => (dialog.Id, dialog.Title.In(language))).ToList();
        if (wish.Dialog is { } wanted && !dialogs.Dialogs.ContainsKey(wanted))
            return new GraphPicture(null, say("No such dialog"), titles, hasAll);

        var known = await insight.Lately(session, language);
        var visits = known.Count == 0 ? null : known.GroupBy(one => one.Screen).ToDictionary(group => group.Key, group => group.Sum(one => one.Visits));
        var (layout, title) = wish switch
        {
            { Dialog: { } dialog } => (GraphLayout.Of(graph, dialog), dialogs.Dialogs[dialog].Title.In(language)),
            { IsAll: true } when hasAll => (GraphLayout.Of(graph), say("All screens")),
            _ => (GraphLayout.Overview(graph), say("All dialogs")),
        };
        var svg = SvgDrawing.Draw(dialogs, layout, GraphMarks.Of(dialogs, workspace.Reading.Issues, visits, workspace.Difference.Screens.Select(change => change.Screen)).With(Figures(known, say)), new SvgLook
        {
            Language = language,
            Label = $"{say("Graph")}: {title}",
            AddressOf = DialogPage.Address,
            AddressOfDialog = id => id == wish.Dialog ? DialogPage.Address(id) : PageOf(id), // what is looked at already leads to its editor
            Say = say,
        });
        return new GraphPicture(svg, title, titles, hasAll);
    }

    /// <summary>What workers did on each screen lately, a line for each language.</summary>
    private static Dictionary<ScreenId, ScreenFigures> Figures(IReadOnlyList<ScreenInsight> known, Func<string, string> say) =>
        known.GroupBy(one => one.Screen).ToDictionary(group => group.Key, group => new ScreenFigures(
            [.. group.Select(one => $"{one.Language}: {string.Join(", ", ScreenInsight.Figures.Select(figure => $"{say(figure.Name)} {ScreenInsight.Says(figure.Of(one))}"))}")],
            group.MaxBy(one => one.Visits)?.StoppedShare));

    /// <summary>The picture of a dialog.</summary>
    public static string PageOf(string dialog) => $"/console/graph/{dialog}";
}

/// <summary>What to draw.</summary>
/// <param name="Dialog">This dialog and its neighbours; null for all dialogs.</param>
/// <param name="IsAll">Of all dialogs each screen, where there are not too many.</param>
internal sealed record GraphWish(string? Dialog, bool IsAll);

/// <summary>A picture, and what else there is to look at.</summary>
/// <param name="Svg">The picture; null where there is no such dialog.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Dialogs">Every dialog with its title.</param>
/// <param name="HasAll">Whether there is a picture of all screens.</param>
internal sealed record GraphPicture(string? Svg, string Title, IReadOnlyList<(string Id, string Title)> Dialogs, bool HasAll);
