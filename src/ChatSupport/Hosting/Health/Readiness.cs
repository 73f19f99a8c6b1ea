using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;

namespace ChatSupport.Hosting.Health;

/// <summary>Looks whether this process can take a worker's turn and answer it.</summary>
internal sealed class Readiness(
    StoreHealth store, OutboxRows outbox, LiveRevision content, IHostApplicationLifetime lifetime, IOptions<HealthOptions> options, TimeProvider time)
{
    public ReadinessReport Look()
    {
        var (waiting, oldest, readTrouble) = ReadOutbox();
        var reasons = new List<string>();
        if (!store.IsWell)
            reasons.Add("database");
        if (readTrouble is not null)
            reasons.Add("database");
        if (content.Number == 0)
            reasons.Add("content");
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            reasons.Add("stopping");
        return new ReadinessReport([.. reasons.Distinct()], new ReadinessDetails(
            store.Trouble ?? readTrouble, content.Number, content.Fingerprint, content.Trouble, waiting, Math.Round(oldest.TotalSeconds, 1),
            oldest > options.Value.OldestUnsent ? "A message waits longer than it should. Look at the log for the channel that does not take it." : null));
    }

    private (long Waiting, TimeSpan Oldest, string? Trouble) ReadOutbox()
    {
        try
        {
            var (count, oldest) = outbox.ReadDepth();
            return (count, oldest is { } since ? time.GetUtcNow() - since : TimeSpan.Zero, null);
        }
        catch (StoreUnavailableException e)
        {
            return (0, TimeSpan.Zero, e.Message);
        }
    }
}

/// <summary>Whether the process can serve.</summary>
/// <param name="Reasons">What keeps it from serving: <c>database</c>, <c>content</c>, <c>stopping</c>; empty where nothing does. One channel or chat that cannot
/// be reached is no reason: the others are served.</param>
/// <param name="Details">For operators only.</param>
internal sealed record ReadinessReport(IReadOnlyList<string> Reasons, ReadinessDetails? Details)
{
    public bool Ready => Reasons.Count == 0;
}

/// <summary>Figures and sentences for an operator. Nothing personal.</summary>
/// <param name="DatabaseTrouble">Why the database cannot be written; null where it can.</param>
/// <param name="Revision">The revision that is served.</param>
/// <param name="Fingerprint">Its fingerprint.</param>
/// <param name="ContentTrouble">Why newer content is not served; null where all is well.</param>
/// <param name="Waiting">Messages that wait to be sent.</param>
/// <param name="OldestSeconds">How long the oldest of them waits.</param>
/// <param name="OutboxTrouble">Said where that is longer than <see cref="HealthOptions.OldestUnsent"/>; else null.</param>
internal sealed record ReadinessDetails(
    string? DatabaseTrouble, long Revision, string Fingerprint, string? ContentTrouble, long Waiting, double OldestSeconds, string? OutboxTrouble);
