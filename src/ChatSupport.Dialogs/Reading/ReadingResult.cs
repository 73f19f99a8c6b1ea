using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>What became of a content folder.</summary>
/// <param name="Set">The content, linked, even where it has errors, so that an editor can show it; null where no dialog at all could be read.</param>
/// <param name="Issues">Every finding, by file, line and column.</param>
public sealed record ReadingResult(DialogSet? Set, IReadOnlyList<DialogIssue> Issues)
{
    /// <summary>The content must not run.</summary>
    public bool HasErrors => Set is null || Issues.Any(issue => issue.Severity == Severity.Error);
}
