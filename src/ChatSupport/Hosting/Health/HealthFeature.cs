using ChatSupport.Hosting.Http;
using ChatSupport.Hosting.Metrics;

namespace ChatSupport.Hosting.Health;

/// <summary>The door of the health: <c>/health/live</c> while the process runs, <c>/health/ready</c> while it can serve, with details for operators.</summary>
internal static class HealthFeature
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddOptions<HealthOptions>().BindConfiguration(HealthOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Readiness>();
        return services;
    }

    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        // Looking at readiness asks the database: strangers may not do it as often as they like.
        var health = app.MapGroup("/health").RequireRateLimiting(HttpDoors.PerAddress);
        health.MapGet("/live", () => Results.Json(new { live = true }));
        health.MapGet("/ready", (HttpContext context, Readiness readiness, OperatorsOnly operators) =>
        {
            var report = readiness.Look();
            return Results.Json(
                operators.Admits(context) ? report : report with { Details = null },
                statusCode: report.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
        return app;
    }
}
