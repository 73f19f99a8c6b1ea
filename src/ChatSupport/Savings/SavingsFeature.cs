using ChatSupport.Savings.Carrying;
using ChatSupport.Savings.Checking;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;

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
        return services;
    }
}
