using ChatSupport.Dialogs.Model;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Content.Drafts;

/// <summary>What is still to be read by a second person.</summary>
internal sealed class ReviewBook(Workspaces workspaces, Reviews reviews, StaffGuard guard, TimeProvider time)
{
    /// <summary>Days after which a claim is to be compared with its source again.</summary>
    public const int MostDays = 180;

    /// <summary>The work list: every dialog and language that nobody signed off, and every claim that nobody compared with its source, or not lately.</summary>
    /// <param name="session">Who looks.</param>
    /// <param name="language">Language of titles.</param>
    public async Task<IReadOnlyList<ReviewLine>> Waiting(string? session, string language)
    {
        guard.Require(session, StaffAct.SeeContent);
        return await Lines(language);
    }

    /// <summary>How much waits.</summary>
    public async Task<int> Count() => (await Lines("en")).Count;

    private async Task<IReadOnlyList<ReviewLine>> Lines(string language)
    {
        var workspace = await workspaces.Now();
        if (workspace.Reading.Found is not { } content)
            return [];
        var (signed, today) = (reviews.All(), RevisionReader.Today(time));
        return [.. content.Dialogs.Values.OrderBy(dialog => dialog.Id, StringComparer.Ordinal).SelectMany(dialog => Lines(workspace, dialog, content.Languages, language, signed, today))];
    }

    private static IEnumerable<ReviewLine> Lines(
        Workspace workspace, Dialog dialog, IReadOnlyList<string> languages, string language, IReadOnlyDictionary<(string, string), Review> signed, DateOnly today)
    {
        var (file, title) = (workspace.Find(dialog.Mark.File)!, dialog.Title.In(language));
        var isDraft = workspace.Drafts.ContainsKey(file.Path);
        foreach (var unread in languages.Where(one => dialog.Status.GetValueOrDefault(one) != ReviewStatus.Reviewed))
            yield return new ReviewLine(dialog.Id, title, unread, null, isDraft);
        if (dialog.Source is { } source && (!signed.ContainsKey((file.Path, Reviews.PrintOf(file, Reviews.Claim))) || source.Checked is not { } day || today.DayNumber - day.DayNumber > MostDays))
            yield return new ReviewLine(dialog.Id, title, Reviews.Claim, source.Checked, isDraft);
    }
}

/// <summary>Something to read.</summary>
/// <param name="Dialog">Its dialog.</param>
/// <param name="Title">The title of the dialog.</param>
/// <param name="What">The language, or <see cref="Reviews.Claim"/>.</param>
/// <param name="Checked">Of a claim, the day on which somebody last compared it with its source; null for none.</param>
/// <param name="IsDraft">Whether it changed and is not published yet.</param>
internal sealed record ReviewLine(string Dialog, string Title, string What, DateOnly? Checked, bool IsDraft);
