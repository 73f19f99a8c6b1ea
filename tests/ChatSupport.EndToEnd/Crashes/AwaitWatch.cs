using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace ChatSupport.EndToEnd.Crashes;

/// <summary>Inside of the real program: sees each await of its code at which a method stops and waits, and ends the process with SIGKILL at one of them. A point is named after its
/// method and how often it stopped there: <c>Sending.Prepare#1</c>. It is armed by SIGUSR1.</summary>
internal sealed partial class AwaitWatch : EventListener
{
    /// <summary>The folder that its findings go to and its wishes are taken from.</summary>
    public const string Setting = "CHATSUPPORT_TEST_AWAITS";

    /// <summary>In that folder: written once it watches.</summary>
    public const string Armed = "armed";

    /// <summary>In that folder: each point, a line each, as it came.</summary>
    public const string Points = "points";

    /// <summary>In that folder: the point to be killed at.</summary>
    public const string Wish = "wish";

    private const string Tasks = "System.Threading.Tasks.TplEventSource";
    private const int WaitBegins = 10; // TaskWaitBegin
    private const EventKeywords keywords = (EventKeywords)3; // TaskTransfer and Tasks
    private const int UserSignal = 10;
    private const int KillSignal = 9;

    private static AwaitWatch? watch;
    private static PosixSignalRegistration? signal;

    [ThreadStatic]
    private static bool isLooking;

    private readonly Lock writing = new();
    private readonly Dictionary<string, int> times = new(StringComparer.Ordinal);
    private readonly string folder;
    private readonly string? wish;

    private AwaitWatch(string folder) => (this.folder, wish) = (folder, File.Exists(Path.Combine(folder, Wish)) ? File.ReadAllText(Path.Combine(folder, Wish)) : null);

    /// <summary>Waits for its signal. Called by the runtime; does nothing where no folder is set.</summary>
    public static void Begin()
    {
        if (Environment.GetEnvironmentVariable(Setting) is not { Length: > 0 } folder)
            return;
        signal = PosixSignalRegistration.Create((PosixSignal)UserSignal, context =>
        {
            context.Cancel = true;
            watch = new AwaitWatch(folder);
            foreach (var source in EventSource.GetSources().Where(source => source.Name == Tasks))
                watch.EnableEvents(source, EventLevel.Informational, keywords);
            File.WriteAllText(Path.Combine(folder, Armed), "");
        });
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventId != WaitBegins || isLooking)
            return;
        isLooking = true;
        try
        {
            if (NameOf(new StackTrace(false)) is { } name)
                Reach(name);
        }
        finally
        {
            isLooking = false;
        }
    }

    private void Reach(string name)
    {
        lock (writing)
        {
            var point = $"{name}#{times[name] = times.GetValueOrDefault(name) + 1}";
            if (point == wish)
                _ = Kill(Environment.ProcessId, KillSignal);
            File.AppendAllText(Path.Combine(folder, Points), $"{Environment.CurrentManagedThreadId} {point}\n");
        }
    }

    /// <summary>The method of ours that stops; null where it is none of ours.</summary>
    private static string? NameOf(StackTrace stack)
    {
        foreach (var frame in stack.GetFrames())
        {
            if (frame.GetMethod()?.DeclaringType is not { } type || type == typeof(AwaitWatch) || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
                continue;
            if (type.Assembly.GetName().Name != "chatsupport")
                return null;
            var outer = type;
            while (outer.DeclaringType is { } more)
                outer = more;
            return $"{outer.Name}.{MethodName().Match(type.Name + frame.GetMethod()!.Name).Groups[1].Value}";
        }
        return null;
    }

    [GeneratedRegex("<+([^<>]+)>")]
    private static partial Regex MethodName();

    [DllImport("libc", EntryPoint = "kill", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
