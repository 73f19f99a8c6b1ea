using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace ChatSupport.Hosting.Logging;

/// <summary>Passes on so many lines of one kind a minute, then only how many more there were: a stranger who makes the program complain
/// must not be able to fill the disk or to bury what matters.</summary>
/// <param name="next">Where lines go.</param>
internal sealed class WithoutFloods(ILogEventSink next) : ILogEventSink, IDisposable
{
    /// <summary>Lines of one kind a minute. A kind is a template, whatever stands in it.</summary>
    public const int Most = 60;

    private static readonly TimeSpan window = TimeSpan.FromMinutes(1);
    private static readonly MessageTemplate more = new MessageTemplateParser().Parse("{Count} more lines like this were left out within a minute: {Like:l}");

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private DateTimeOffset since;

    public void Emit(LogEvent logEvent)
    {
        lock (gate)
        {
            var age = logEvent.Timestamp - since;
            if (age >= window || age < TimeSpan.Zero) // a clock that was set back begins anew as well
            {
                Sum(logEvent.Timestamp);
                since = logEvent.Timestamp;
            }

            var count = counts.GetValueOrDefault(logEvent.MessageTemplate.Text) + 1;
            counts[logEvent.MessageTemplate.Text] = count;
            if (count > Most)
                return;
        }

        next.Emit(logEvent);
    }

    public void Dispose()
    {
        lock (gate)
            Sum(since);
        (next as IDisposable)?.Dispose();
    }

    private void Sum(DateTimeOffset at)
    {
        foreach (var (like, count) in counts.Where(kind => kind.Value > Most))
        {
            next.Emit(new LogEvent(at, LogEventLevel.Warning, exception: null, more,
                [new LogEventProperty("Count", new ScalarValue(count - Most)), new LogEventProperty("Like", new ScalarValue(like))]));
        }

        counts.Clear();
    }
}
