using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using Microsoft.AspNetCore.Identity;

namespace ChatSupport.Tests.Staff.Accounts;

public sealed class LookingAfterPeople : IAsyncLifetime
{
    private readonly StaffHost host = new();
    private Colleague sokha = null!;
    private string session = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        sokha = await host.Joined("Sokha", StaffRole.Administrator);
        session = await sokha.Session();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_last_administrator_who_can_sign_in_is_neither_stopped_nor_given_other_roles()
    {
        await host.Invited("Never came", StaffRole.Administrator); // cannot sign in, so counts for nothing
        var stopped = await host.Joined("Dara", StaffRole.Administrator);
        Assert.IsType<BookOutcome.Done>(await host.Book.Stop(session, stopped.Id, Cancel));

        Assert.Contains("last administrator", Why(await host.Book.Stop(session, sokha.Id, Cancel)), StringComparison.Ordinal);
        Assert.Contains("last administrator", Why(await host.Book.SetRoles(session, sokha.Id, [StaffRole.Editor], Cancel)), StringComparison.Ordinal);
        Assert.IsType<BookOutcome.Done>(await host.Book.SetRoles(session, sokha.Id, [StaffRole.Editor, StaffRole.Administrator], Cancel));
        Assert.IsType<BookOutcome.Done>(await host.Book.Start(session, stopped.Id, Cancel));
        Assert.IsType<BookOutcome.Done>(await host.Book.Stop(session, sokha.Id, Cancel));
        Assert.Null(host.Sessions.Use(session));
    }

    [Fact]
    public async Task Two_administrators_who_stop_each_other_at_the_same_moment_do_not_both_go()
    {
        var dara = await host.Joined("Dara", StaffRole.Administrator);
        var hers = await dara.Session();

        var outcomes = await Task.WhenAll(host.Book.Stop(session, dara.Id, Cancel), host.Book.Stop(hers, sokha.Id, Cancel));

        Assert.Single(outcomes, outcome => outcome is BookOutcome.Done);
        Assert.True(host.Accounts.HasAdministrator());
    }

    [Fact]
    public async Task A_change_of_roles_holds_at_the_next_call_of_a_session_that_stands()
    {
        var dara = await host.Joined("Dara", StaffRole.Administrator);
        var hers = await dara.Session();
        _ = host.Book.List(hers);

        await host.Book.SetRoles(session, dara.Id, [StaffRole.Editor], Cancel);

        Assert.Throws<StaffDeniedException>(() => host.Book.List(hers));
        Assert.Equal("Dara", host.Sessions.Use(hers)?.Name);
        Assert.IsType<BookOutcome.Refused>(await host.Book.SetRoles(session, dara.Id, [], Cancel));
    }

    [Fact]
    public async Task Stopping_ends_her_sessions_and_starting_again_brings_none_back()
    {
        var dara = await host.Joined("Dara", StaffRole.Editor);
        var hers = await dara.Session();

        await host.Book.Stop(session, dara.Id, Cancel);
        Assert.Null(host.Sessions.Use(hers));
        Assert.Null(await dara.SignsIn(dara.App.Code()));

        await host.Book.Start(session, dara.Id, Cancel);
        Assert.Null(host.Sessions.Use(hers));
        Assert.NotNull(await dara.SignsIn(dara.App.Code(1)));
    }

    [Fact]
    public async Task All_sessions_of_a_person_are_ended_and_her_keys_stay()
    {
        var dara = await host.Joined("Dara", StaffRole.Editor);
        var (one, other) = (await dara.Session(), await dara.Session());

        Assert.IsType<BookOutcome.Done>(await host.Book.EndSessions(session, dara.Id, Cancel));

        Assert.Null(host.Sessions.Use(one) ?? host.Sessions.Use(other));
        Assert.NotNull(host.Sessions.Use(session));
        Assert.NotNull(await dara.SignsIn(dara.App.Code()));
        Assert.Contains(host.Log, entry => entry.Act == "staff.end-sessions" && entry.Who == sokha.Id && entry.Subject == dara.Id);
    }

    [Fact]
    public async Task Recovery_takes_all_keys_and_sessions_and_gives_new_ones_by_a_link()
    {
        var dara = await host.Joined("Dara", StaffRole.Editor);
        var hers = await dara.Session();
        await host.Own.AddKey(hers, StaffHost.Passkey(7, 7, 7), Cancel);

        var token = StaffHost.TokenOf(await host.Book.Recover(session, dara.Id, Cancel));

        Assert.Null(host.Sessions.Use(hers));
        Assert.Null(host.Get<PasskeyRows>().Find([7, 7, 7]));
        Assert.Null(await dara.SignsIn(dara.App.Code()));
        Assert.True(host.Book.List(session).Single(line => line.Id == dara.Id).IsInvited);
        var again = await host.Joins(token, "Dara");
        Assert.Equal(dara.Id, again.Id);
        Assert.Null(await again.SignsIn(dara.App.Code(1))); // the old phone is nothing any more
        Assert.NotNull(await again.SignsIn(again.App.Code()));
    }

    [Fact]
    public async Task Nobody_recovers_herself_because_the_link_would_go_away_with_her_session()
    {
        Assert.Contains("your own keys", Why(await host.Book.Recover(session, sokha.Id, Cancel)), StringComparison.Ordinal);
        Assert.NotNull(host.Sessions.Use(session));
        Assert.True(host.Accounts.HasAdministrator());
    }

    [Fact]
    public async Task Who_proved_herself_before_a_recovery_or_a_stop_gets_no_session_after_it()
    {
        var dara = await host.Joined("Dara", StaffRole.Editor);
        var proved = (await dara.SignsIn(dara.App.Code()))!;

        await host.Book.Recover(session, dara.Id, Cancel);

        Assert.Null(await host.Sessions.Begin(proved.Id, proved.Stamp, "", "test", Cancel));
        var stamp = dara.Account.Stamp;
        await host.Book.Stop(session, dara.Id, Cancel);
        Assert.Null(await host.Sessions.Begin(dara.Id, stamp, "", "test", Cancel));
        Assert.Null(await host.Sessions.Begin(dara.Id, dara.Account.Stamp, "", "test", Cancel));
        Assert.Null(await host.Sessions.Begin("no-such-account", "", "", "test", Cancel));
    }

    [Fact]
    public async Task A_passkey_that_was_taken_away_while_it_was_used_does_not_come_back()
    {
        var dara = await host.Joined("Dara", StaffRole.Editor);
        var key = StaffHost.Passkey(5, 5);
        await host.Own.AddKey(await dara.Session(), key, Cancel);
        var used = dara.Account;

        await host.Book.Recover(session, dara.Id, Cancel);
        await ((IUserPasskeyStore<StaffAccount>)host.Get<IUserStore<StaffAccount>>()).AddOrUpdatePasskeyAsync(used, key, Cancel);

        Assert.Null(host.Get<PasskeyRows>().Find([5, 5]));
    }

    [Fact]
    public async Task Every_change_stands_in_the_log_with_who_did_it()
    {
        var invited = await host.Book.Invite(session, "Dara", [StaffRole.Editor], Cancel);
        var dara = await host.Joins(StaffHost.TokenOf(invited), "Dara");
        await host.Book.SetRoles(session, dara.Id, [StaffRole.Reviewer], Cancel);
        await host.Book.Stop(session, dara.Id, Cancel);
        await host.Book.Start(session, dara.Id, Cancel);
        await host.Book.Recover(session, dara.Id, Cancel);

        Assert.Equal(
            [("staff.invite", sokha.Id, "Editor"), ("staff.join", dara.Id, "password and code app"), ("staff.roles", sokha.Id, "Reviewer"),
                ("staff.stop", sokha.Id, ""), ("staff.start", sokha.Id, ""), ("staff.recover", sokha.Id, "")],
            host.Log.Where(entry => entry.Subject == dara.Id).Select(entry => (entry.Act, entry.Who, entry.Detail)));
    }

    private static string Why(BookOutcome outcome) => Assert.IsType<BookOutcome.Refused>(outcome).Why;
}
