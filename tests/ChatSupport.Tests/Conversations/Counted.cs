using System.Diagnostics.Metrics;

namespace ChatSupport.Tests.Conversations;

/// <summary>Counts what one figure of one store notes down, by any of its labels.</summary>
internal sealed class Counted : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <param name="host">Whose figures; others run beside it.</param>
    /// <param name="figure">The name, such as <c>chatsupport.rate_limit_waits</c>.</param>
    public Counted(StoreHost host, string figure)
    {
        var meters = host.Get<IMeterFactory>();
        listener.InstrumentPublished = (instrument, itself) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Name == figure)
                itself.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, labels, _) =>
        {
            lock (counts)
            {
                foreach (var (_, label) in labels)
                    counts[(string)label!] = counts.GetValueOrDefault((string)label!) + value;
            }
        });
        listener.Start();
    }

    /// <summary>How often it was noted with this label.</summary>
    public long this[string label]
    {
        get
        {
            lock (counts)
                return counts.GetValueOrDefault(label);
        }
    }

    public void Dispose() => listener.Dispose();
}
