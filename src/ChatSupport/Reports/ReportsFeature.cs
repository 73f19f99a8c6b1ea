using ChatSupport.Conversations;
using ChatSupport.Reports.Figures;
using ChatSupport.Reports.Giving;
using ChatSupport.Reports.Intake;
using ChatSupport.Reports.Pages;
using ChatSupport.Reports.Retention;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Sealing.Receipts;
using ChatSupport.Reports.Threads;
using ChatSupport.Reports.Work;
using ChatSupport.Staff;
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
        services.AddSingleton<CaseReaders>();
        services.AddSingleton<KeyGiving>();
        services.AddSingleton<RecoveryDesk>();
        services.AddSingleton(provider => new ReceiptLock(
            ReceiptLock.PepperOf(provider.GetRequiredService<KeyRing>()),
            new KdfGate(Math.Min(2, Environment.ProcessorCount), HashesWaiting, longestWait, provider.GetRequiredService<TimeProvider>())));
        return services;
    }

    /// <summary>Adds what case workers' pages stand on. Comes after <see cref="AddReports"/>.</summary>
    public static IServiceCollection AddReportPages(this IServiceCollection services)
    {
        services.AddSingleton<FreedMemory>();
        services.AddSingleton<KeyProofs>();
        services.AddSingleton<CaseGate>();
        services.AddSingleton<CaseRoles>();
        services.AddSingleton<CaseBook>();
        services.AddSingleton<KeyBook>();
        services.AddSingleton<SealedCaseBook>();
        services.AddSingleton<GivingBook>();
        services.AddSingleton<NewKeyBook>();
        services.AddSingleton<OwnKeysBook>();
        services.AddSingleton(provider => new Staff.Shell.Need(person => Task.FromResult(KeyNeeds.Of(person, provider.GetRequiredService<NewKeyBook>()))));
        services.AddSingleton<DecisionBook>();
        services.AddSingleton<ReferralBook>();
        services.AddSingleton<TaskBook>();
        services.AddSingleton<HoldBook>();
        services.AddSingleton<ExportBook>();
        services.AddSingleton<ReportFiguresBook>();
        services.AddSingleton<ReportScript>();
        services.AddSingleton(provider => new Staff.Shell.Need(person =>
            Task.FromResult(ReportNeeds.Of(person, provider.GetRequiredService<CaseBook>(), provider.GetRequiredService<HoldBook>(), provider.GetRequiredService<TimeProvider>().GetUtcNow()))));
        return services;
    }

    /// <summary>Adds what a reporter meets in the bot, and the clock. Before every other part that takes what workers type: what she answers here is nobody else's.</summary>
    public static IServiceCollection AddReportIntake(this IServiceCollection services)
    {
        services.AddAccounts();
        services.AddSingleton<OwnerHash>();
        services.AddSingleton<RouteSeal>();
        services.AddSingleton<ReportBell>();
        services.AddSingleton<ReportKeys>();
        services.AddSingleton<NumberTries>();
        services.AddSingleton<ReportRoutes>();
        services.AddSingleton<ReportThread>();
        services.AddSingleton<ThreadKeys>();
        services.AddSingleton<OnePlace>();
        services.AddSingleton<Sending>();
        services.AddSingleton<SentFiles>();
        services.AddSingleton<DangerHeard>();
        services.AddSingleton<IntakeSide>();
        services.AddSingleton<ThreadSide>();
        services.AddSingleton<ReportLeaving>();
        services.AddSingleton<ITurnPart>(provider => ActivatorUtilities.CreateInstance<ReportSide>(
            provider, new Lazy<DialogTurn>(provider.GetRequiredService<DialogTurn>), new Lazy<EngineEffects>(provider.GetRequiredService<EngineEffects>)));
        services.AddSingleton<IBotQuery, ReportQuery>();
        services.AddSingleton<HearDelivery>(provider =>
        {
            var (bell, time) = (provider.GetRequiredService<ReportBell>(), provider.GetRequiredService<TimeProvider>());
            return (session, letters, delivery) => ShownOnce.Hear(session, letters, delivery, bell, time.GetUtcNow());
        });
        services.AddSingleton<Tombstones>();
        services.AddHostedService<ReportClock>();
        return services;
    }
}
