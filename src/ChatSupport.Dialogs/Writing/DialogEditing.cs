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
        return plan.Make(edit) ?? FileWriting.Make(file, read, plan.Changes, plan.Expected);
    }
}
