using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Writing;

/// <summary>Changes the file of a dialog where it must change, and nowhere else: comments, order, quotes, indentation and line ends of all that
/// was not edited stay as they are, so that people who edit the same file by hand see small differences.</summary>
public static class DialogEditing
{
    /// <summary>Makes an edit. Pure, and whatever is given: the answer is a file or a refusal, never an exception.</summary>
    /// <param name="file">The file as it is on disk.</param>
    /// <param name="edit">What to change.</param>
    /// <returns><see cref="EditResult.Written"/> only where the new file, read again, says exactly what the old one said with this edit, and no
    /// comment is lost but those of what was taken away.</returns>
    public static EditResult Apply(ContentFile file, DialogEdit edit)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(edit);
        if (EditedFile.Read(file, out var unreadable) is not { } read)
            return unreadable!;

        var plan = new EditPlan(read.Root, read.Dialog);
        if (plan.Make(edit) is { } refused)
            return refused;
        if (plan.Changes.Count == 0)
            return new EditResult.Written(file);

        return Write(file, read, plan, quoteAll: false) ?? Write(file, read, plan, quoteAll: true)
            ?? new EditResult.Refused(EditRefusal.WouldChangeMore, $"{file.Path} is written in a way in which this could not be changed without changing something else, so nothing was changed. Edit the file by hand.");
    }

    /// <summary>One attempt; null where the outcome is not exactly the edit.</summary>
    private static EditResult? Write(ContentFile file, EditedFile read, EditPlan plan, bool quoteAll)
    {
        var text = read.Text;
        foreach (var change in plan.Changes)
        {
            if (TextWriting.Apply(text, change, quoteAll) is not { } next)
                return null;
            text = next;
        }

        var written = read.With(file, text);
        if (written.Bytes.Length > YamlFile.MaxBytes)
        {
            return new EditResult.Refused(EditRefusal.TooLong,
                $"{file.Path} would be larger than {YamlFile.MaxBytes} bytes, the most that is read, so nothing was changed. Split it into several dialogs.");
        }

        return EditedFile.Read(written, out _) is { } again && again.Root.IsSame(plan.Expected) && KeepsComments(read.Text, text, plan.Changes)
            ? new EditResult.Written(written)
            : null;
    }

    private static bool KeepsComments(string before, string after, IReadOnlyList<Change> changes)
    {
        var (old, now) = (Comments(before), Comments(after));
        return changes.Any(change => change is Change.Remove) ? Writing.Comments.IsWithin(now, old) : now.SequenceEqual(old);
    }

    private static IReadOnlyList<string> Comments(string text)
    {
        var file = new FileText(text);
        return Piece.Read(file) is { } root ? Writing.Comments.Of(file, root) : [];
    }
}
