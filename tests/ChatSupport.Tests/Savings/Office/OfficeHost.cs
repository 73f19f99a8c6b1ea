using ChatSupport.Savings;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Office;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Savings.Office;

/// <summary>The savings over a real file, with staff who are signed in to the console.</summary>
internal sealed class OfficeHost(SavingsOptions? options = null) : IAsyncDisposable
{
    public SavingsHost Savings { get; } = new(options: options);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => Savings.Get<T>();

    /// <summary>Somebody new on the staff.</summary>
    /// <returns>Her session.</returns>
    public async Task<string> SignIn(string name, params StaffRole[] roles)
    {
        await Savings.Employ(name, roles is [] ? [StaffRole.SavingsOfficer] : roles);
        return (await Get<Sessions>().Begin(name, "x", "test", "test", Cancel))!;
    }

    public IReadOnlyList<AuditEntry> Audit(string act) => [.. Get<AuditTrail>().All(new AuditFilter(Act: act))];

    /// <summary>What the audit log holds in all.</summary>
    public int AuditCount => Get<AuditTrail>().All(AuditFilter.Everything).Count();

    /// <summary>Cash in the safe, counted at the opening by two.</summary>
    public async Task<long> Safe(long riel)
    {
        var (safe, opening) = (await Savings.Open(AccountKind.NgoSafe), await Savings.Open(AccountKind.Opening));
        await Savings.Must(new EntryWish(Savings.Id(), EntryKind.OpeningCash, safe, opening, Money.Riel(riel), "a") { Confirmer = "b" });
        return safe;
    }

    /// <summary>A member saves with a leader.</summary>
    public async Task<EntryReceipt> Saves(SavingsMember member, long riel, string leader = SavingsHost.Leader, Currency currency = Currency.Khr, DateOnly? day = null)
    {
        var (cash, savings) = (await Savings.Float(leader, currency), await Savings.Savings(member, currency));
        return await Savings.Must(new EntryWish(Savings.Id(), EntryKind.Deposit, cash, savings, new Money(riel, currency), leader) { OccurredOn = day, CentsAreMeant = true });
    }

    public static void Is(string told, OfficeAnswer answer) => Assert.Equal(new OfficeAnswer.Good(told), answer);

    public static void Refused(string why, OfficeAnswer answer) => Assert.Equal(new OfficeAnswer.Refused(why), answer);

    public ValueTask DisposeAsync() => Savings.DisposeAsync();
}
