using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running.Talks;

namespace ChatSupport.Content;

/// <summary>What a feature reads of every revision, beside the dialogs. Registered once per feature; a revision is good only where all parts are.</summary>
/// <param name="Read">Reads the part: the files of one revision, and the day against which facts are stale.</param>
internal sealed record ContentPart(Func<IReadOnlyList<ContentFile>, DateOnly, PartReading> Read);

/// <summary>A part of a revision.</summary>
/// <param name="Issues">Every finding about it.</param>
/// <param name="NotForProduction">Facts that may not stand in production, a sentence with mend each.</param>
/// <param name="Attach">Brings the part to its feature, before turns run the revision.</param>
/// <param name="Answer">Answers the feature's queries in the talks from this part; null for what it does not know.</param>
internal sealed record PartReading(
    IReadOnlyList<DialogIssue> Issues, IReadOnlyList<string> NotForProduction, Action<DialogSet> Attach, TalkAnswer Answer);
