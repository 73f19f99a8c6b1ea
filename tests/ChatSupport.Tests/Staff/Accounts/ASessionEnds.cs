using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Staff.Accounts;

public sealed class ASessionEnds : IAsyncLifetime
{
    private readonly StaffHost host = new();
    private Colleague dara = null!;
    private string session = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => session = await (dara = await host.Joined("Dara", StaffRole.Editor)).Session();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Twelve_hours_after_it_began_however_much_it_is_used()
    {
        var began = host.Time.GetUtcNow();
        while (host.Time.GetUtcNow() - began < TimeSpan.FromHours(12) - TimeSpan.FromMinutes(20))
        {
            host.Time.Advance(TimeSpan.FromMinutes(20));
            Assert.NotNull(host.Sessions.Use(session));
            await host.Until(() => host.Sessions.Of(dara.Id)[0].UsedAt == host.Time.GetUtcNow(), "the use was marked");
        }

        host.Time.Advance(TimeSpan.FromMinutes(20) - TimeSpan.FromMilliseconds(1));
        Assert.NotNull(host.Sessions.Use(session));
        host.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(host.Sessions.Use(session));
        Assert.Empty(host.Sessions.Of(dara.Id));
    }

    [Fact]
    public void Thirty_minutes_after_its_last_use_and_a_look_is_no_use()
    {
        host.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.True(host.Sessions.Stands(session));
        host.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(host.Sessions.Stands(session));
        Assert.Null(host.Sessions.Use(session));
    }

    [Fact]
    public async Task By_its_owner_and_by_nobody_else_without_the_role()
    {
        var other = await host.Joined("Sokha", StaffRole.Editor);
        var hers = await other.Session();

        await host.Own.EndSession(hers, session, Cancel);
        Assert.True(host.Sessions.Stands(session));

        await host.Own.EndSession(session, session, Cancel);
        Assert.False(host.Sessions.Stands(session));
        Assert.Throws<SessionEndedException>(() => host.Own.Sessions(session));
        Assert.True(host.Sessions.Stands(hers));
    }

    [Fact]
    public async Task And_open_pages_are_told()
    {
        var told = 0;
        host.Sessions.Ended += () => told++;
        var admin = await (await host.Joined("Sokha", StaffRole.Administrator)).Session();

        await host.Own.EndSession(session, session, Cancel);
        await host.Book.Stop(admin, dara.Id, Cancel);

        Assert.Equal(2, told);
    }

    [Fact]
    public async Task Another_begins_under_a_new_id_and_is_listed_with_its_device()
    {
        host.Time.Advance(TimeSpan.FromMinutes(5));
        var second = await dara.Session();

        Assert.NotEqual(session, second);
        Assert.Equal([second, session], host.Own.Sessions(second).Select(one => one.Id));
        Assert.All(host.Own.Sessions(second), one => Assert.Equal("Firefox, Linux", one.Device));
    }
}
