using System.Diagnostics;
using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace ChatSupport.Hosting.Logging;

/// <summary>What is logged, and how: our own lines, which hold opaque ids only, and failures of others without their words.</summary>
internal static class LogSetup
{
    private const string Lines = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}";

    // Their lines carry addresses, paths, statements or arguments; what goes wrong in them reaches us as an exception.
    // The runtime's last one complains at every stop of calls that it cancelled itself.
    private static readonly string[] silent =
        ["Microsoft.EntityFrameworkCore", "System.Net.Http", "Microsoft.AspNetCore.Hosting", "Microsoft.Extensions.Hosting", "Orleans.Runtime.GrainCallCancellationManager"];

    /// <summary>Lines for people in development, a JSON object a line elsewhere.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="onlyErrors">Nothing but errors, on the error output: the standard output belongs to something else.</param>
    public static IHostApplicationBuilder UseLog(this IHostApplicationBuilder builder, bool onlyErrors = false)
    {
        // No trace id is made, sent or written: it would tie lines of different parts to one person's request.
        DistributedContextPropagator.Current = DistributedContextPropagator.CreateNoOutputPropagator();
        builder.Logging.ClearProviders().Configure(factory => factory.ActivityTrackingOptions = ActivityTrackingOptions.None);
        builder.Logging.AddSerilog(Make(builder.Environment.IsDevelopment(), onlyErrors), dispose: true);
        return builder;
    }

    private static Serilog.Core.Logger Make(bool forPeople, bool onlyErrors)
    {
        var setup = new LoggerConfiguration()
            .MinimumLevel.Is(onlyErrors ? LogEventLevel.Error : LogEventLevel.Information)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Error)
            .MinimumLevel.Override("System", LogEventLevel.Error)
            .MinimumLevel.Override("Orleans", LogEventLevel.Error)
            .MinimumLevel.Override("Polly", LogEventLevel.Error) // the runtime's, which tells of every conversation that wakes
            .MinimumLevel.Override("OpenTelemetry", LogEventLevel.Error);
        foreach (var category in silent)
            setup.MinimumLevel.Override(category, LevelAlias.Off);
        var console = new LoggerConfiguration().WriteTo.Console(
            forPeople ? new MessageTemplateTextFormatter(Lines, CultureInfo.InvariantCulture) : new RenderedCompactJsonFormatter(),
            standardErrorFromLevel: onlyErrors ? LogEventLevel.Verbose : null).CreateLogger();
        return setup.WriteTo.Sink(new WithoutFloods(new WithoutForeignWords(console))).CreateLogger();
    }
}
