using System.Diagnostics.Metrics;

namespace ChatSupport.Conversations;

/// <summary>Figures of the turns' way to the disk.</summary>
internal sealed class TurnFigures
{
    private readonly Histogram<double> seconds;

    public TurnFigures(IMeterFactory meters)
    {
        var meter = meters.Create("ChatSupport");
        seconds = meter.CreateHistogram<double>("chatsupport.turns.commit_duration", "s", "From a finished turn to its being on disk");
    }

    public void Committed(TimeSpan took) => seconds.Record(took.TotalSeconds);
}
