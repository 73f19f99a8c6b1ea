using System.Net.Sockets;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;

namespace ChatSupport.Hosting;

/// <summary>Why the program cannot start, in sentences that an operator can act on.</summary>
internal static class StartRefusal
{
    private const string Wrapper = "with the error: '";

    /// <summary>The sentences, a line each; null for a fault that is the program's own.</summary>
    public static IReadOnlyList<string>? Of(Exception fault) => fault switch
    {
        AggregateException many => OfAll(many.InnerExceptions),
        OptionsValidationException wrong => [.. wrong.Failures.Select(Plain)],
        StartRefusedException refused => [refused.Message],
        InvalidOperationException { InnerException: FormatException or InvalidCastException or ArgumentException or OverflowException } unread
            when unread.Message.Contains("configuration value", StringComparison.Ordinal) => [Unreadable(unread)],
        InvalidOperationException tls when tls.Message.Contains("HTTPS", StringComparison.Ordinal) =>
            ["urls: An https address needs a certificate. Set Kestrel:Certificates:Default:Path (and Password or KeyPath), or listen on http behind a proxy that has one."],
        InvalidDataException unread => [$"{unread.Message} {unread.InnerException?.Message} Mend the file, then start again.".Replace("  ", " ", StringComparison.Ordinal)],
        IOException { InnerException: not null } io when SocketOf(io) is { } socket => [OfAddress(io.Message, socket)],
        SocketException socket => [OfAddress("An address cannot be listened on.", socket)],
        _ => null,
    };

    private static List<string>? OfAll(IEnumerable<Exception> faults)
    {
        var sentences = new List<string>();
        foreach (var fault in faults)
        {
            if (Of(fault) is not { } those)
                return null; // one that we cannot explain must not hide behind others
            sentences.AddRange(those);
        }
        return sentences;
    }

    /// <summary>The setting's own sentence, without the words that the validator wraps around it.</summary>
    private static string Plain(string failure) =>
        failure.IndexOf(Wrapper, StringComparison.Ordinal) is >= 0 and var at && failure.EndsWith("'.", StringComparison.Ordinal)
            ? failure[(at + Wrapper.Length)..^2]
            : failure;

    private static SocketException? SocketOf(Exception? fault) => fault switch
    {
        null => null,
        SocketException socket => socket,
        _ => SocketOf(fault.InnerException),
    };

    private static string OfAddress(string what, SocketException socket) => socket.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => $"{what} End the other program, or choose another address with --urls http://127.0.0.1:5001 (environment: ASPNETCORE_URLS).",
        SocketError.AccessDenied => $"{what} {socket.Message}. Ports below 1024 need a right of their own: choose a higher one with --urls http://127.0.0.1:5001 (environment: ASPNETCORE_URLS).",
        _ => $"{what} {socket.Message}. Choose an address of this machine with --urls http://127.0.0.1:5000 (environment: ASPNETCORE_URLS).",
    };

    /// <summary>Without the value: it may be a secret.</summary>
    private static string Unreadable(InvalidOperationException unread)
    {
        var quoted = unread.Message.Split('\'');
        var (setting, type) = quoted.Length >= 6 ? (quoted[^4], quoted[^2].Split('.')[^1]) : ("A setting", "its type");
        return $"{setting} cannot be read as {TypeWord(type)}.";
    }

    /// <summary>What a value of a type is called, and how it is written.</summary>
    public static string TypeWord(Type type) => TypeWord((Nullable.GetUnderlyingType(type) ?? type).Name);

    private static string TypeWord(string type) => type switch
    {
        "TimeSpan" => "a length of time. Write hours, minutes and seconds, for example 00:10:00",
        "Boolean" => "yes or no. Write true or false",
        "Int32" or "Int64" or "UInt16" => "a whole number. Write digits only, for example 20",
        "Double" => "a number. Write digits with a dot, for example 0.5",
        "Uri" => "an address. Write it whole, for example https://example.org",
        _ => $"{type}. See appsettings.example.json for an example",
    };
}
