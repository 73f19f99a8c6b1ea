using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Writing;

/// <summary>Changes entries of a file where they must change, and nowhere else, with the promises of <see cref="DialogEditing"/>.</summary>
public static class EntryEditing
{
    /// <summary>Makes edits, all or none. Pure, and whatever is given: the answer is a file or a refusal, never an exception.</summary>
    /// <param name="file">The file as it is on disk.</param>
    /// <param name="edits">What to change. New entries come at the end, in their order.</param>
    /// <returns><see cref="EditResult.Written"/> only where the new file, read again, says exactly what the old one said with these edits, and no
    /// comment is lost but those of what was taken away.</returns>
    public static EditResult Apply(ContentFile file, IReadOnlyList<EntryEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(edits);
        if (EditedFile.Read(file, out var unreadable) is not { } read)
            return unreadable!;

        var plan = new EntryPlan(read.Root, file.Path);
        return plan.Make(edits) ?? FileWriting.Make(file, read, plan.Changes, plan.Expected);
    }
}
