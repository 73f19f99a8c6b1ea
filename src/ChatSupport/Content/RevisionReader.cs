using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content;

/// <summary>Reads revisions, with everything that the features of this program have to say of them.</summary>
internal sealed class RevisionReader(IEnumerable<ContentPart> parts, TimeProvider time)
{
    private static readonly TimeSpan phnomPenh = TimeSpan.FromHours(7);

    /// <summary>Reads and checks.</summary>
    /// <param name="files">Every file of the revision.</param>
    /// <param name="dialogs">Its dialogs, where they were read already.</param>
    public RevisionReading Read(IReadOnlyList<ContentFile> files, ReadingResult? dialogs = null) => RevisionReading.Read(files, parts, Today(time), dialogs);

    /// <summary>Whether what was read says today what it would say if it were read again.</summary>
    public bool IsOfToday(RevisionReading reading) => reading.Today == Today(time);

    /// <summary>The day where the workers are: a start in another country checks the same.</summary>
    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(phnomPenh).DateTime);
}
