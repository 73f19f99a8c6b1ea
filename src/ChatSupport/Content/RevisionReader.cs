using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content;

/// <summary>Reads revisions, with everything that the features of this program have to say of them.</summary>
internal sealed class RevisionReader(IEnumerable<ContentPart> parts, TimeProvider time)
{
    /// <summary>Reads and checks.</summary>
    public RevisionReading Read(IReadOnlyList<ContentFile> files) => RevisionReading.Read(files, parts, Today());

    private DateOnly Today() => DateOnly.FromDateTime(time.GetLocalNow().DateTime);
}
