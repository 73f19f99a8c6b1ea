using System.Diagnostics.Metrics;
using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>Figures of what is sent.</summary>
internal sealed class SenderFigures
{
    private readonly Counter<long> sends;
    private readonly Counter<long> waits;

    public SenderFigures(IMeterFactory meters, OutboxRows rows, TimeProvider time)
    {
        var meter = meters.Create("ChatSupport");
        sends = meter.CreateCounter<long>("chatsupport.sends", "{attempt}", "Attempts to send, by channel and outcome");
        waits = meter.CreateCounter<long>("chatsupport.rate_limit_waits", "{wait}", "Messages that waited, by channel and who asked for it");
        meter.CreateObservableGauge("chatsupport.outbox.depth", () => Depth(rows).Count, "{message}", "Messages that wait to be sent");
        meter.CreateObservableGauge("chatsupport.outbox.oldest_age",
            () => Depth(rows).Oldest is { } oldest ? (time.GetUtcNow() - oldest).TotalSeconds : 0, "s", "How long the oldest message waits");
    }

    public void Sent(string channel, string outcome) => sends.Add(1, new("channel", channel), new("outcome", outcome));

    /// <param name="channel">The channel.</param>
    /// <param name="by"><c>pace</c> for our own limit, <c>channel</c> where the channel asked.</param>
    public void Waited(string channel, string by) => waits.Add(1, new("channel", channel), new("by", by));

    private static (long Count, DateTimeOffset? Oldest) Depth(OutboxRows rows)
    {
        try
        {
            return rows.ReadDepth();
        }
        catch (StoreUnavailableException)
        {
            return (-1, null); // a figure must not fail for a database that the health check already reports
        }
    }
}
