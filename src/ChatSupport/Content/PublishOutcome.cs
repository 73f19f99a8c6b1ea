using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content;

/// <summary>What became of a wish to publish or to roll back.</summary>
internal abstract record PublishOutcome
{
    /// <summary>It is live; running processes take it up within a second.</summary>
    public sealed record Published(long Number, RevisionReading Reading) : PublishOutcome;

    /// <summary>The same content is live already.</summary>
    public sealed record Unchanged(long Number, RevisionReading Reading) : PublishOutcome;

    /// <summary>It has errors; nothing changed.</summary>
    public sealed record Broken(RevisionReading Reading) : PublishOutcome;

    /// <summary>Its talks fail; nothing changed.</summary>
    /// <param name="Failures">What failed, with place and mend.</param>
    public sealed record TalksFail(IReadOnlyList<DialogIssue> Failures) : PublishOutcome;

    /// <summary>It holds facts that may not stand in production; nothing changed.</summary>
    public sealed record NotForProduction(IReadOnlyList<string> Facts) : PublishOutcome;

    /// <summary>There is no revision of that number, or none to go back to; nothing changed.</summary>
    public sealed record NoSuchRevision : PublishOutcome;

    /// <summary>Somebody else published at the same moment; nothing changed.</summary>
    public sealed record Overtaken : PublishOutcome;
}
