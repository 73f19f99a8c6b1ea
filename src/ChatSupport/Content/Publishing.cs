using ChatSupport.Dialogs.Reading;
using ChatSupport.Storage;

namespace ChatSupport.Content;

/// <summary>Makes revisions live: whole or not at all.</summary>
internal sealed class Publishing(RevisionRows rows, RevisionReader reader, TimeProvider time)
{
    private const int LongestWhy = 500;

    /// <summary>Publishes the files of a folder.</summary>
    /// <param name="files">All files.</param>
    /// <param name="by">The account that does it.</param>
    /// <param name="why">Why, in its words.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    /// <exception cref="Storage.StoreUnavailableException">Nothing was written.</exception>
    public async Task<PublishOutcome> Publish(IReadOnlyList<ContentFile> files, string by, string why, CancellationToken cancel) =>
        await Publish(files, reader.Read(files), by, why, cancel);

    /// <param name="files">All files.</param>
    /// <param name="reading">The same, read already.</param>
    /// <param name="by">The account that does it.</param>
    /// <param name="why">Why, in its words.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    /// <param name="also">What is committed with the revision, given its number; null for nothing.</param>
    /// <param name="onlyIf">What must still hold when it is written, or it was overtaken; null for nothing more.</param>
    /// <inheritdoc cref="Publish(IReadOnlyList{ContentFile}, string, string, CancellationToken)"/>
    public async Task<PublishOutcome> Publish(
        IReadOnlyList<ContentFile> files, RevisionReading reading, string by, string why, CancellationToken cancel,
        Action<StoreSession, long>? also = null, Func<StoreSession, bool>? onlyIf = null)
    {
        if (!reading.IsGood)
            return new PublishOutcome.Broken(reading);
        var live = rows.Live();
        if (live?.Fingerprint == reading.Fingerprint)
            return new PublishOutcome.Unchanged(live.Number, reading);
        if (reading.NotForProduction is [_, ..] facts)
            return new PublishOutcome.NotForProduction(facts);
        if (reading.PlayTalks() is [_, ..] failures)
            return new PublishOutcome.TalksFail(failures);
        return await Add(files, reading, live, by, why, restores: null, also, onlyIf, cancel);
    }

    /// <summary>Brings the content of an earlier revision back, as a new revision.</summary>
    /// <param name="number">Which; null for the one whose content was live before the content that is live now.</param>
    /// <param name="by">The account that does it.</param>
    /// <param name="why">Why, in its words.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    /// <param name="also">What is committed with the revision, given its number; null for nothing.</param>
    /// <exception cref="Storage.StoreUnavailableException">Nothing was written.</exception>
    public async Task<PublishOutcome> RollBack(long? number, string by, string why, CancellationToken cancel, Action<StoreSession, long>? also = null)
    {
        var live = rows.Live();
        if (live is null || (number ?? Before(live)) is not { } target || rows.Files(target) is not { } files)
            return new PublishOutcome.NoSuchRevision();
        var reading = reader.Read(files);
        if (!reading.IsGood)
            return new PublishOutcome.Broken(reading);
        if (live.Fingerprint == reading.Fingerprint)
            return new PublishOutcome.Unchanged(live.Number, reading);
        if (reading.NotForProduction is [_, ..] facts)
            return new PublishOutcome.NotForProduction(facts);
        // Its talks are not played: they passed when it was published, and a way back must not be barred.
        return await Add(files, reading, live, by, why, target, also, onlyIf: null, cancel);
    }

    /// <summary>A second step back must not come forward again: what a roll back restored counts as what it was.</summary>
    private long? Before(RevisionFacts live)
    {
        var origin = live.Restores ?? live.Number;
        return rows.All().FirstOrDefault(revision => revision.Number < origin && revision.Fingerprint != live.Fingerprint && revision.Restores is null)?.Number;
    }

    private async Task<PublishOutcome> Add(
        IReadOnlyList<ContentFile> files, RevisionReading reading, RevisionFacts? live, string by, string why, long? restores,
        Action<StoreSession, long>? also, Func<StoreSession, bool>? onlyIf, CancellationToken cancel)
    {
        var revision = new Revision
        {
            Fingerprint = reading.Fingerprint,
            Files = RevisionArchive.Pack(files),
            PublishedAt = time.GetUtcNow(),
            PublishedBy = by,
            Why = why.Length > LongestWhy ? why[..LongestWhy] : why,
            Findings = reading.Issues.Count,
            Restores = restores,
        };
        return await rows.Add(revision, live?.Number ?? 0, cancel, also, onlyIf) is { } number
            ? new PublishOutcome.Published(number, reading)
            : new PublishOutcome.Overtaken();
    }
}
