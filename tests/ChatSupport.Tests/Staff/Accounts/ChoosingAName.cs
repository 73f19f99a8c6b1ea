using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Staff.Accounts;

public sealed class ChoosingAName : IAsyncLifetime
{
    private readonly StaffHost host = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await host.Invited("Sok Dara", StaffRole.Editor);
        await host.Invited("សុខា ចាន់", StaffRole.Editor);
        await host.Invited("Renée", StaffRole.Editor);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("Sok Dara")]
    [InlineData(" sok  DARA ")]
    [InlineData("Sok\u00a0Dara")]
    [InlineData("Sok\u200b Da\u200cra\u200d")]
    [InlineData("S\u00adok \ufeffDara\u2060")]
    [InlineData("សុខា\u200b \u200bចាន់")]
    [InlineData("Rene\u0301e")]
    public async Task What_looks_like_anothers_is_anothers(string name)
    {
        Assert.Contains("already", Assert.IsType<BookOutcome.Refused>(await Invite(name)).Why, StringComparison.Ordinal);
        Assert.NotNull(host.Accounts.FindByName(name));
    }

    [Theory]
    [InlineData("", "Write a name")]
    [InlineData(" \u200b ", "Write a name")]
    [InlineData("So\tkha", "cannot be seen")]
    [InlineData("So\nkha", "cannot be seen")]
    [InlineData("So\u0000kha", "cannot be seen")]
    [InlineData("So\u202ekha", "cannot be seen")]
    [InlineData("So\u2066kha", "cannot be seen")]
    [InlineData("So\ue000kha", "cannot be seen")]
    [InlineData("So\ufffdkha", "cannot be seen")]
    [InlineData("!!! 123", "at least one letter")]
    [InlineData("System", "Choose another name")]
    [InlineData("command  LINE", "Choose another name")]
    [InlineData("Nobody", "Choose another name")]
    public async Task What_could_deceive_is_refused(string name, string why) =>
        Assert.Contains(why, Assert.IsType<BookOutcome.Refused>(await Invite(name)).Why, StringComparison.Ordinal);

    [Fact]
    public async Task Half_a_letter_is_refused() => // here, because no attribute can hold one
        Assert.Contains("cannot be seen", Assert.IsType<BookOutcome.Refused>(await Invite("So\ud83dkha")).Why, StringComparison.Ordinal);

    [Fact]
    public async Task Sixty_characters_are_the_most()
    {
        Assert.IsType<BookOutcome.Link>(await Invite(new string('a', 60)));
        Assert.Contains("60 characters", Assert.IsType<BookOutcome.Refused>(await Invite(new string('b', 61))).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("O'Neill; DROP TABLE staff")]
    public async Task What_is_only_odd_is_kept_as_it_is(string name)
    {
        Assert.IsType<BookOutcome.Link>(await Invite(name));
        Assert.Equal(name, host.Accounts.FindByName(name)?.Name);
    }

    private Task<BookOutcome> Invite(string name) => host.Book.Invite(StaffHost.Machine, name, [StaffRole.Editor], Cancel);
}
