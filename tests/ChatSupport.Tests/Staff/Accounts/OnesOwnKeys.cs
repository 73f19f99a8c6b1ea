using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Staff.Accounts;

public sealed class OnesOwnKeys : IAsyncLifetime
{
    private readonly StaffHost host = new();
    private Colleague dara = null!;
    private string session = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => session = await (dara = await host.Joined("Dara", StaffRole.Editor)).Session();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Are_added_listed_and_removed()
    {
        Assert.Null(await host.Own.AddKey(session, StaffHost.Passkey(1), Cancel));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await host.Own.AddKey(session, StaffHost.Passkey(2), Cancel));
        Assert.Equal(2, host.Own.Keys(session).Select(key => key.Name).Distinct().Count()); // told apart by their names

        Assert.Null(await host.Own.RemoveKey(session, "01", Cancel));
        Assert.Equal("02", Assert.Single(host.Own.Keys(session)).Id);
        Assert.NotNull(await host.Own.RemoveKey(session, "01", Cancel));
        Assert.Null(await host.Own.RemoveKey(session, "02", Cancel)); // the password is there still
    }

    [Fact]
    public async Task Are_nobody_elses()
    {
        var other = await (await host.Joined("Sokha", StaffRole.Editor)).Session();
        await host.Own.AddKey(session, StaffHost.Passkey(1), Cancel);

        Assert.Contains("in use", await host.Own.AddKey(other, StaffHost.Passkey(1), Cancel), StringComparison.Ordinal);
        Assert.NotNull(await host.Own.RemoveKey(other, "01", Cancel));

        Assert.Equal(dara.Id, host.Get<PasskeyRows>().Find([1])?.Staff);
        Assert.Empty(host.Own.Keys(other));
    }

    [Fact]
    public async Task Are_never_all_removed_also_not_by_two_clicks_at_the_same_moment()
    {
        await host.Writer.Write(store => store["UPDATE staff SET password = NULL, code_key = NULL WHERE id = $1"].Run(dara.Id), Cancel);
        await host.Own.AddKey(session, StaffHost.Passkey(1), Cancel);
        await host.Own.AddKey(session, StaffHost.Passkey(2), Cancel);

        var gate = new TaskCompletionSource();
        var holding = host.Writer.Write(_ => gate.Task.Wait(TimeSpan.FromSeconds(20)), Cancel);
        Task<string?>[] both = [host.Own.RemoveKey(session, "01", Cancel), host.Own.RemoveKey(session, "02", Cancel)]; // one transaction for both
        gate.SetResult();
        await holding;

        Assert.Single(await Task.WhenAll(both), outcome => outcome is null);
        Assert.Contains("last way in", await host.Own.RemoveKey(session, host.Own.Keys(session)[0].Id, Cancel), StringComparison.Ordinal);
    }
}
