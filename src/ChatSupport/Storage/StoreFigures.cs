using System.Diagnostics.Metrics;

namespace ChatSupport.Storage;

/// <summary>Figures of the writer.</summary>
internal sealed class StoreFigures
{
    private readonly Histogram<int> groupSize;
    private readonly Histogram<double> commitSeconds;
    private readonly Counter<long> failures;

    public StoreFigures(IMeterFactory meters)
    {
        var meter = meters.Create("ChatSupport");
        groupSize = meter.CreateHistogram<int>("chatsupport.store.group_size", "{write}", "Writes that shared one commit");
        commitSeconds = meter.CreateHistogram<double>("chatsupport.store.commit_duration", "s", "From the begin of a group to its being on disk");
        failures = meter.CreateCounter<long>("chatsupport.store.failures", "{group}", "Groups that could not be written");
    }

    public void Committed(int writes, TimeSpan took)
    {
        groupSize.Record(writes);
        commitSeconds.Record(took.TotalSeconds);
    }

    public void Failed() => failures.Add(1);
}
