using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Places;

/// <summary>Every finding about the facts below <c>places/</c>, for <c>chatsupport dialogs check</c> and publishing.</summary>
internal static class PlaceCheck
{
    /// <param name="files">The files of one revision.</param>
    /// <param name="today">The day against which facts are stale.</param>
    /// <returns>In the order of files and lines.</returns>
    public static IReadOnlyList<DialogIssue> Find(IReadOnlyList<ContentFile> files, DateOnly today) => Read(files, today).Issues;

    /// <summary>The facts with every finding about them.</summary>
    public static (PlaceBook Book, IReadOnlyList<DialogIssue> Issues) Read(IReadOnlyList<ContentFile> files, DateOnly today)
    {
        var issues = new List<DialogIssue>();
        var book = PlaceBook.Read(files, issues);
        issues.AddRange(Freshness.Find(book, today));
        return (book, [.. issues.OrderBy(issue => issue.Mark.File, StringComparer.Ordinal).ThenBy(issue => issue.Mark.Line).ThenBy(issue => issue.Mark.Column)]);
    }
}
