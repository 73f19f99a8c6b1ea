using System.Net.Sockets;
using ChatSupport.Conversations;
using ChatSupport.Storage;
using Serilog.Core;
using Serilog.Events;

namespace ChatSupport.Hosting.Logging;

/// <summary>Passes log lines on with exceptions told by kind and place only: the message of an exception that is not ours can quote
/// what a worker wrote, an address or a secret.</summary>
internal sealed class WithoutForeignWords(Logger inner) : ILogEventSink, IDisposable
{
    private const int Deepest = 5;
    private static readonly MessageTemplate withFault = new(
        [new Serilog.Parsing.PropertyToken("Line", "{Line:l}", format: "l"), new Serilog.Parsing.TextToken(". Fault: "), new Serilog.Parsing.PropertyToken("Fault", "{Fault:l}", format: "l")]);

    public void Emit(LogEvent logEvent) => inner.Write(logEvent.Exception is { } fault ? Plain(logEvent, fault) : logEvent);

    public void Dispose() => inner.Dispose();

    /// <summary>Kinds and places from the outermost to the innermost; the words only where they are known to quote nothing.</summary>
    public static string Describe(Exception fault)
    {
        var parts = new List<string>();
        for (var at = fault; at is not null && parts.Count < Deepest; at = at.InnerException)
            parts.Add($"{at.GetType().FullName}{(IsPlain(at) ? $" ({at.Message})" : "")} at {FaultPlace.Of(at)}");
        return string.Join(" <- ", parts);
    }

    private static bool IsPlain(Exception fault) =>
        fault is SocketException or StoreUnavailableException or ConversationUnavailableException or StartRefusedException || Database.IsUnavailable(fault);

    private static LogEvent Plain(LogEvent line, Exception fault)
    {
        var properties = line.Properties.Select(property => new LogEventProperty(property.Key, property.Value)).ToList();
        properties.Add(new LogEventProperty("Line", new ScalarValue(line.RenderMessage(System.Globalization.CultureInfo.InvariantCulture))));
        properties.Add(new LogEventProperty("Fault", new ScalarValue(Describe(fault))));
        return new LogEvent(line.Timestamp, line.Level, exception: null, withFault, properties);
    }
}
