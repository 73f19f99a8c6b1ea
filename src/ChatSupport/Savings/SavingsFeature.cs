using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Savings.Carrying;
using ChatSupport.Savings.Checking;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Figures;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Leaders;
using ChatSupport.Savings.Meetings;
using ChatSupport.Savings.Office;
using ChatSupport.Savings.Pages;
using ChatSupport.Savings.Seats;
using ChatSupport.Savings.Statements;
using ChatSupport.Staff;
using ChatSupport.Staff.Accounts;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ChatSupport.Savings;

/// <summary>The door of the savings: a ledger that members can trust, and their groups.</summary>
internal static class SavingsFeature
{
    /// <summary>Adds the ledger; calling it again changes nothing. The storage and the accounts of the staff must be there.</summary>
    public static IServiceCollection AddSavings(this IServiceCollection services)
    {
        if (services.Any(s => s.ServiceType == typeof(Ledger)))
            return services;

        services.AddOptions<SavingsOptions>().BindConfiguration(SavingsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LedgerChain>();
        services.AddSingleton<LedgerHeadFile>();
        services.AddSingleton<LedgerHeads>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<LedgerCheck>();
        services.AddSingleton<LedgerExport>();
        services.AddSingleton<LedgerImport>();
        services.AddSingleton<LedgerJournal>();
        services.AddSingleton<GroupSeals>();
        services.AddSingleton<GroupRows>();
        services.AddSingleton<GroupRoll>();
        services.AddSingleton<LeaderRoll>();
        services.AddSingleton<MeetingPens>();
        services.AddSingleton<MeetingDesk>();
        services.AddSingleton<OfficePens>();
        services.AddSingleton<SeatDesk>();
        return services;
    }

    /// <summary>Adds what leaders do in conversations. Comes before the desk, which takes all that its people type and the dialogs of meetings do not.</summary>
    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services.AddAccounts().AddSavings();
        services.AddSingleton<ITurnPart>(provider => new LeaderSide(
            provider.GetRequiredService<MeetingPens>(), provider.GetRequiredService<StoreReaders>(), provider.GetRequiredService<DialogWalk>(), provider.GetRequiredService<DialogTurn>));
        foreach (var spec in MeetingActions.All.Where(spec => spec.Kind == ActionKind.Query))
            services.AddSingleton<IBotQuery>(provider => new MeetingQuery(spec, provider.GetRequiredService<MeetingPens>()));
        return services;
    }

    /// <summary>Adds what the savings officer's pages of the console stand on.</summary>
    public static IServiceCollection AddSavingsPages(this IServiceCollection services)
    {
        services.AddSingleton<SealCodes>();
        services.AddSingleton<RollBook>();
        services.AddSingleton<OpeningBook>();
        services.AddSingleton<WithdrawalBook>();
        services.AddSingleton<CashBook>();
        services.AddSingleton<CorrectionBook>();
        services.AddSingleton<CheckBook>();
        services.AddSingleton<MeetingBook>();
        services.AddSingleton<SeatBook>();
        services.AddSingleton<DisputeBook>();
        services.AddSingleton<FundBook>();
        services.AddSingleton<FigureBook>();
        services.AddSingleton<TakeOutBook>();
        services.AddSingleton(provider => new Staff.Shell.Need(person => Task.FromResult(SavingsNeeds.Of(person, provider.GetRequiredService<OfficePens>(), provider.GetRequiredService<AccountRows>()))));
        return services;
    }

    /// <summary>Adds the members' half of the bot. The conversations must be there.</summary>
    public static IServiceCollection AddSeats(this IServiceCollection services)
    {
        services.AddAccounts().AddSavings();
        services.TryAddSingleton(HashCost.Usual);
        services.AddSingleton(provider =>
        {
            var time = provider.GetRequiredService<TimeProvider>();
            var gate = new KdfGate(Math.Min(2, Environment.ProcessorCount), waiting: 50, TimeSpan.FromSeconds(2), time); // a turn that waits holds others up
            var slow = new SlowHash(SlowHash.PepperOf(provider.GetRequiredService<KeyRing>(), "chatsupport savings pin pepper 1"), gate);
            return new SeatPins(provider.GetRequiredService<StoreWriter>(), provider.GetRequiredService<StoreReaders>(), slow, provider.GetRequiredService<HashCost>(), time);
        });
        services.AddSingleton<SeatEntries>();
        services.AddSingleton<SeatActs>();
        services.AddSingleton<SeatReminders>();
        services.AddHostedService<SeatClock>();
        services.Insert(0, ServiceDescriptor.Singleton<ITurnPart, SeatSide>()); // before the desk: a code that she types is nothing for her helper
        foreach (var spec in SavingsActions.All.Where(spec => spec.Kind == ActionKind.Query))
            services.AddSingleton<IBotQuery>(provider => QueryOf(provider, spec));
        services.TryAddSingleton<StateLook>();
        services.AddSingleton<IMediaSource>(provider => new StatementFile(provider.GetRequiredService<Library>(), provider.GetRequiredService<StateLook>(),
            QueryOf(provider, SavingsActions.All.Single(spec => spec.Name == SavingsActions.Statement)), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<HearDelivery>(_ => SeatPicture.Hear);
        return services;
    }

    private static SeatQuery QueryOf(IServiceProvider provider, ActionSpec spec) => new(spec, provider.GetRequiredService<StoreReaders>(), provider.GetRequiredService<Ledger>(),
        provider.GetRequiredService<GroupRows>(), provider.GetRequiredService<FieldCipher>(), provider.GetRequiredService<IOptions<SavingsOptions>>());
}
