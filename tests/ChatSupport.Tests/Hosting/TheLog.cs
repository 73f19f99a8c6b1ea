using System.Globalization;
using System.Reflection;
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

    [Fact]
    public void Repeats_a_line_so_often_a_minute_and_then_tells_how_many_more_there_were()
    {
        var kept = new Kept();
        using var sink = new WithoutFloods(kept);
        using var log = new LoggerConfiguration().CreateLogger();
        var start = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
        void Write(string template, int second)
        {
            Assert.True(log.BindMessageTemplate(template, [second], out var parsed, out var properties));
            sink.Emit(new LogEvent(start.AddSeconds(second), LogEventLevel.Warning, exception: null, parsed, properties));
        }

        for (var n = 0; n < 1000; n++)
            Write("Refused at {Second}", 1 + (n / 100));
        Write("Something else at {Second}", 30);
        Assert.Equal(WithoutFloods.Most + 1, kept.Lines.Count);
        Write("Refused at {Second}", 70);

        Assert.Equal(WithoutFloods.Most + 3, kept.Lines.Count);
        Assert.Equal($"{1000 - WithoutFloods.Most} more lines like this were left out within a minute: Refused at {{Second}} ", kept.Lines[^2]);
        Assert.Equal("Refused at 70 ", kept.Lines[^1]);
    }

    [Fact]
    public void Tells_how_many_were_left_out_also_when_the_program_stops()
    {
        var kept = new Kept();
        using (var log = new LoggerConfiguration().WriteTo.Sink(new WithoutFloods(kept)).CreateLogger())
        {
            for (var n = 0; n <= WithoutFloods.Most; n++)
                log.Warning("Refused");
        }

        Assert.Equal(WithoutFloods.Most + 1, kept.Lines.Count);
        Assert.StartsWith("1 more", kept.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_lines_share_a_number()
    {
        var numbers = typeof(LogSetup).Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(method => method.GetCustomAttribute<Microsoft.Extensions.Logging.LoggerMessageAttribute>()?.EventId).OfType<int>().ToList();

        Assert.True(numbers.Count > 40);
        Assert.Equal(numbers.Distinct().Order(), numbers.Order());
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
