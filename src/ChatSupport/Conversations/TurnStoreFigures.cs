using System.Diagnostics.Metrics;

namespace ChatSupport.Conversations;

/// <summary>Figures of the turns.</summary>
internal sealed class TurnFigures
{
    private readonly Counter<long> committed;
    private readonly Histogram<double> seconds;

    public TurnFigures(IMeterFactory meters)
    {
        var meter = meters.Create("ChatSupport");
        committed = meter.CreateCounter<long>("chatsupport.turns.committed", "{turn}", "Turns that are on disk");
        seconds = meter.CreateHistogram<double>("chatsupport.turns.commit_duration", "s", "From a finished turn to its being on disk");
    }

    public void Committed(TimeSpan took)
    {
        committed.Add(1);
        seconds.Record(took.TotalSeconds);
    }
}
