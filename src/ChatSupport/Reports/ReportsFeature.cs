using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Sealing.Receipts;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Reports;

/// <summary>The door of the feature: reports that are sealed as they arrive, and opened only in a case worker's browser.</summary>
internal static class ReportsFeature
{
    private const int HashesWaiting = 50;
    private static readonly TimeSpan longestWait = TimeSpan.FromSeconds(10);

    /// <summary>Adds the list of readers and the receipts.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddOptions<ReportsOptions>().BindConfiguration(ReportsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ReaderBook>();
        services.AddSingleton(provider => new ReceiptLock(
            ReceiptLock.PepperOf(provider.GetRequiredService<KeyRing>()),
            new KdfGate(Math.Min(2, Environment.ProcessorCount), HashesWaiting, longestWait, provider.GetRequiredService<TimeProvider>())));
        return services;
    }
}
