using System.Diagnostics.Metrics;

namespace ChatSupport.Conversations;

/// <summary>Figures of the turns, from the meter <c>ChatSupport</c>.</summary>
internal sealed class ConversationFigures
{
    private readonly Counter<long> turns;
    private readonly Counter<long> faults;
    private readonly Histogram<double> duration;

    public ConversationFigures(IMeterFactory meters)
    {
        var meter = meters.Create("ChatSupport");
        turns = meter.CreateCounter<long>("chatsupport.turns", "{turn}", "Inbound events by what became of them");
        faults = meter.CreateCounter<long>("chatsupport.turn.faults", "{turn}", "Turns that failed through a fault of ours and were answered with an apology");
        duration = meter.CreateHistogram<double>("chatsupport.turn.duration", "s", "From an event reaching its conversation to its turn being on disk");
    }

    public void Ended(string outcome, TimeSpan took)
    {
        var tag = new KeyValuePair<string, object?>("outcome", outcome);
        turns.Add(1, tag);
        duration.Record(took.TotalSeconds, tag);
    }

    public void Failed() => faults.Add(1);
}
