using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content;

/// <summary>Reads revisions, with everything that the features of this program have to say of them.</summary>
internal sealed class RevisionReader(IEnumerable<ContentPart> parts, TimeProvider time)
{
    private static readonly TimeSpan phnomPenh = TimeSpan.FromHours(7);

    /// <summary>Reads and checks.</summary>
    public RevisionReading Read(IReadOnlyList<ContentFile> files) => RevisionReading.Read(files, parts, Today());

    /// <summary>The day where the workers are: a start in another country checks the same.</summary>
    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(phnomPenh).DateTime);
}
