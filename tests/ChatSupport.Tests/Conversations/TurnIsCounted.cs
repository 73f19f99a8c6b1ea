using System.Diagnostics.Metrics;
using ChatSupport.Conversations;

namespace ChatSupport.Tests.Conversations;

public sealed class TurnIsCounted
{
    [Fact]
    public async Task Turns_are_counted_by_what_became_of_them_and_timed()
    {
        await using var host = await TurnHost.Start();
        var meters = host.Get<IMeterFactory>();
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var timed = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, itself) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Name is "chatsupport.turns" or "chatsupport.turn.duration" or "chatsupport.turn.faults")
                itself.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var outcome = tags.Length > 0 ? (string)tags[0].Value! : "fault";
            lock (counts)
                counts[outcome] = counts.GetValueOrDefault(outcome) + value;
        });
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref timed));
        listener.Start();
        var talk = await host.Welcome();

        await talk.Does(new InboundEvent.Commanded("start"), id: "test:1:counted");
        await talk.Does(new InboundEvent.Commanded("start"), id: "test:1:counted");
        await talk.Presses("Faulty");

        Assert.Equal(4, counts["committed"]);
        Assert.Equal(1, counts["repeated"]);
        Assert.Equal(1, counts["fault"]);
        Assert.Equal(5, timed);
    }
}
