using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Hosting.Logging;
using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace ChatSupport.Tests.Hosting;

public sealed class TheLog
{
    [Fact]
    public void Tells_kind_and_place_of_a_fault_but_not_its_words()
    {
        var lines = Write(new InvalidOperationException("she wrote marked-words", new FormatException("marked-too")));

        var line = Assert.Single(lines);
        Assert.Contains("It failed", line, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException at ChatSupport.Tests.Hosting.TheLog.", line, StringComparison.Ordinal);
        Assert.Contains("<- System.FormatException", line, StringComparison.Ordinal);
        Assert.DoesNotContain("marked", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_the_words_that_are_known_to_quote_nothing() =>
        Assert.Contains("The database could not be written.", Write(new StoreUnavailableException("The database could not be written.")).Single(), StringComparison.Ordinal);

    [Fact]
    public void An_event_in_a_line_of_the_runtime_is_its_opaque_ids()
    {
        var inbound = Some.Inbound(Some.Key(), address: "marked-address", happened: new InboundEvent.Did(new Input.Text("marked-words")));

        Assert.Equal($"event {inbound.Id} of {inbound.Conversation}", inbound.ToString());
    }

    private static List<string> Write(Exception fault)
    {
        var kept = new Kept();
        var inner = new LoggerConfiguration().WriteTo.Sink(kept).CreateLogger();
        using var sink = new WithoutForeignWords(inner);
        using var log = new LoggerConfiguration().WriteTo.Sink(sink).CreateLogger();
        try
        {
            throw fault;
        }
        catch (Exception thrown)
        {
            log.Error(thrown, "It failed");
        }
        return kept.Lines;
    }

    private sealed class Kept : ILogEventSink
    {
        public List<string> Lines { get; } = [];

        public void Emit(LogEvent logEvent) => Lines.Add($"{logEvent.RenderMessage(CultureInfo.InvariantCulture)} {logEvent.Exception}");
    }
}
