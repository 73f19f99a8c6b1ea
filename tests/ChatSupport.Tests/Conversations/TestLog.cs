using Microsoft.Extensions.Logging;

namespace ChatSupport.Tests.Conversations;

/// <summary>Log lines of warnings and worse go to the test's output, and are kept for facts about them.</summary>
internal sealed class TestLog : ILoggerProvider
{
    private readonly ITestOutputHelper? output = TestContext.Current.TestOutputHelper; // a grain's turn runs outside the test's context
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
                return [.. lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(TestLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var line = $"{name}: {formatter(state, exception)} {exception}";
            lock (log.lines)
                log.lines.Add(line);
            log.output?.WriteLine(line);
        }
    }
}
