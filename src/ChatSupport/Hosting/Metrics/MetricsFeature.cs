using ChatSupport.Conversations;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace ChatSupport.Hosting.Metrics;

/// <summary>The door of the figures: <c>/metrics</c> for Prometheus, for operators only.</summary>
internal static class MetricsFeature
{
    private const string Path = "/metrics";
    private const int MostSeries = 100; // of one figure: none has a label that grows, and room is kept for all of them
    private static readonly double[] seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddOptions<MetricsOptions>().BindConfiguration(MetricsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OperatorsOnly>();
        services.AddSingleton<ContentFigures>();
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("chatsupport", autoGenerateServiceInstanceId: false)).WithMetrics(metrics => metrics
            .AddMeter("ChatSupport")
            .AddView(instrument => instrument.Name.EndsWith("duration", StringComparison.Ordinal)
                ? new ExplicitBucketHistogramConfiguration { Boundaries = seconds, CardinalityLimit = MostSeries }
                : new MetricStreamConfiguration { CardinalityLimit = MostSeries })
            .AddPrometheusExporter(exporter => exporter.ScrapeEndpointPath = Path));
        return services;
    }

    /// <summary>Maps it. Who may not see it gets what a door that is not there gives.</summary>
    public static WebApplication MapFigures(this WebApplication app)
    {
        app.Services.GetRequiredService<SenderFigures>(); // its gauges read the outbox from now on, not only after the first message
        app.Services.GetRequiredService<ContentFigures>();
        app.MapPrometheusScrapingEndpoint(Path).Add(endpoint =>
        {
            var scrape = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context =>
            {
                if (context.RequestServices.GetRequiredService<OperatorsOnly>().Admits(context))
                    return scrape(context);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
        });
        return app;
    }
}
