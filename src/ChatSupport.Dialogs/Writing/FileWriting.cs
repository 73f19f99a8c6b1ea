using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Writing;

/// <summary>Writes planned changes into a file, and reads it again before anybody may have it.</summary>
internal static class FileWriting
{
    /// <summary>The file with the changes, or why there is none.</summary>
    /// <param name="file">The file as it is.</param>
    /// <param name="read">What was read of it.</param>
    /// <param name="changes">What changes; nothing gives the file itself.</param>
    /// <param name="expected">What it must say afterwards.</param>
    public static EditResult Make(ContentFile file, EditedFile read, IReadOnlyList<Change> changes, Tree expected)
    {
        if (changes.Count == 0)
            return new EditResult.Written(file);

        return Write(file, read, changes, expected, quoteAll: false) ?? Write(file, read, changes, expected, quoteAll: true)
            ?? new EditResult.Refused(EditRefusal.WouldChangeMore, $"{file.Path} is written in a way in which this could not be changed without changing something else, so nothing was changed. Edit the file by hand.");
    }

    /// <summary>One attempt; null where the outcome is not exactly the edit.</summary>
    private static EditResult? Write(ContentFile file, EditedFile read, IReadOnlyList<Change> changes, Tree expected, bool quoteAll)
    {
        var text = read.Text;
        foreach (var change in changes)
        {
            if (TextWriting.Apply(text, change, quoteAll) is not { } next)
                return null;
            text = next;
        }

        var written = read.With(file, text);
        if (written.Bytes.Length > YamlFile.MaxBytes)
        {
            return new EditResult.Refused(EditRefusal.TooLong,
                $"{file.Path} would be larger than {YamlFile.MaxBytes} bytes, the most that is read, so nothing was changed. Split it into several files.");
        }

        return EditedFile.Read(written, out _) is { } again && again.Root.IsSame(expected) && KeepsComments(read.Text, text, changes)
            ? new EditResult.Written(written)
            : null;
    }

    private static bool KeepsComments(string before, string after, IReadOnlyList<Change> changes)
    {
        var (old, now) = (CommentsOf(before), CommentsOf(after));
        return changes.Any(change => change is Change.Remove) ? Comments.IsWithin(now, old) : now.SequenceEqual(old);
    }

    private static IReadOnlyList<string> CommentsOf(string text)
    {
        var file = new FileText(text);
        return Piece.Read(file) is { } root ? Comments.Of(file, root) : [];
    }
}
