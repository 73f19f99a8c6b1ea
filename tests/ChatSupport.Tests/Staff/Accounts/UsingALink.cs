using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Staff.Accounts;

public sealed class UsingALink : IAsyncDisposable
{
    private readonly StaffHost host = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task It_works_once()
    {
        var token = await host.Invited("Dara", StaffRole.Editor);
        Assert.Equal("Dara", host.Get<Joining>().Open(token)?.Name);

        await host.Joins(token, "");

        Assert.Null(host.Get<Joining>().Open(token));
        Assert.Contains("used already", Why((await host.Tries(token)).Outcome), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_works_once_also_for_two_at_the_same_moment()
    {
        var token = await host.Invited("Dara", StaffRole.Editor);

        var both = await Task.WhenAll(host.Tries(token), host.Tries(token));

        Assert.Single(both, tried => tried.Outcome is JoinOutcome.Joined);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task It_ends_after_three_days(int secondsTooLate, bool works)
    {
        var token = await host.Invited("Dara", StaffRole.Editor);
        host.Time.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1) + TimeSpan.FromSeconds(secondsTooLate));

        Assert.Equal(works, host.Get<Joining>().Open(token) is not null);
        Assert.Equal(works, (await host.Tries(token)).Outcome is JoinOutcome.Joined);
    }

    [Fact]
    public async Task A_newer_one_replaces_it()
    {
        var first = await host.Invited("Dara", StaffRole.Editor);
        var second = StaffHost.TokenOf(await host.Book.Recover(StaffHost.Machine, " dara ", Cancel));

        Assert.Null(host.Get<Joining>().Open(first));
        Assert.NotNull(host.Get<Joining>().Open(second));
    }

    [Fact]
    public async Task It_does_nothing_while_the_account_is_stopped()
    {
        var admin = await (await host.Joined("Sokha", StaffRole.Administrator)).Session();
        var token = await host.Invited("Dara", StaffRole.Editor);
        var id = host.Accounts.FindByName("Dara")!.Id;
        await host.Book.Stop(admin, id, Cancel);

        Assert.Null(host.Get<Joining>().Open(token));
        Assert.IsType<JoinOutcome.Refused>((await host.Tries(token)).Outcome);
        Assert.Null(await host.Get<Joining>().PasskeyOptions(token, ""));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no-such-token")]
    [InlineData("' OR 1 = 1 --")]
    public void Another_opens_nothing(string? token) => Assert.Null(host.Get<Joining>().Open(token));

    [Fact]
    public async Task The_first_one_makes_an_administrator_within_ten_minutes()
    {
        var (early, late) = (await host.FirstLink(), "");
        host.Time.Advance(TimeSpan.FromMinutes(9));
        late = await host.FirstLink();
        Assert.Null(host.Get<Joining>().Open(early)); // another start replaced it
        host.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(host.Get<Joining>().Open(late));
        Assert.IsType<JoinOutcome.Refused>((await host.Tries(late, "Sokha")).Outcome);

        var sokha = await host.Joins(await host.FirstLink(), "Sokha");

        Assert.Equal([StaffRole.Editor, StaffRole.Administrator], sokha.Account.Roles);
    }

    [Fact]
    public async Task The_first_one_is_over_once_there_is_an_administrator()
    {
        var token = await host.FirstLink();
        await host.Joined("Sokha", StaffRole.Administrator);

        Assert.Null(host.Get<Joining>().Open(token));
        Assert.IsType<JoinOutcome.Refused>((await host.Tries(token, "Somebody else")).Outcome);
        Assert.Single(host.Accounts.All());
    }

    [Fact]
    public async Task What_is_to_be_mended_leaves_the_link_as_it_was()
    {
        var token = await host.FirstLink();
        Assert.Contains("Write a name", Why((await host.Tries(token, " ")).Outcome), StringComparison.Ordinal);
        Assert.Contains("12 characters", Why((await host.Tries(token, "Sokha", "short")).Outcome), StringComparison.Ordinal);
        Assert.Contains("your name", Why((await host.Tries(token, "Sokha", "my sokha password")).Outcome), StringComparison.Ordinal);
        Assert.Contains("repeats", Why((await host.Tries(token, "Sokha", "abababababababab")).Outcome), StringComparison.Ordinal);
        Assert.Contains("200 characters", Why((await host.Tries(token, "Sokha", string.Concat(Enumerable.Range(0, 201).Select(n => (char)('a' + (n % 26)))))).Outcome), StringComparison.Ordinal);
        var joining = host.Get<Joining>();
        var (key, sealedKey) = joining.NewCodeKey();
        Assert.Contains("too old", Why(await joining.WithPassword(token, "Sokha", StaffHost.GoodPassword, "made up", new CodeApp(key).Code(), Cancel)), StringComparison.Ordinal);
        Assert.Contains("does not fit", Why(await joining.WithPassword(token, "Sokha", StaffHost.GoodPassword, sealedKey, new CodeApp(key).WrongCode(), Cancel)), StringComparison.Ordinal);
        Assert.Contains("does not fit", Why(await joining.WithPassword(token, "Sokha", StaffHost.GoodPassword, sealedKey, "", Cancel)), StringComparison.Ordinal);
        Assert.Empty(host.Accounts.All());

        await host.Joins(token, "Al"); // a short name may stand in a password
    }

    private static string Why(JoinOutcome outcome) => Assert.IsType<JoinOutcome.Refused>(outcome).Why;
}
