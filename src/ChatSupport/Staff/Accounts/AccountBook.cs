using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;

namespace ChatSupport.Staff.Accounts;

/// <summary>What administrators do with accounts. Every change and its line in the audit log are one.</summary>
internal sealed class AccountBook(
    AccountRows accounts, PasskeyRows passkeys, Sessions sessions, NewNames names, StaffGuard guard, StoreWriter writer, AuditTrail trail, TimeProvider time, IOptions<StaffOptions> options)
{
    private const string OwnKeys = "These are your own keys. Add and remove passkeys under 'Your account'; where all are lost, another administrator, or 'chatsupport staff reset' at the machine, gives you new ones.";

    private const string LastOne = "This is the last administrator who can sign in. Make another one first, or nobody could look after the accounts.";

    /// <summary>All accounts, with what each signs in with.</summary>
    public IReadOnlyList<AccountLine> List(string? session)
    {
        guard.Require(session, StaffAct.ManagePeople);
        return Lines();
    }

    /// <summary>As above, for who stands at the machine itself.</summary>
    public IReadOnlyList<AccountLine> List(StaffAtTheMachine by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return Lines();
    }

    /// <summary>Makes an account and a link that lets its person in.</summary>
    public Task<BookOutcome> Invite(string? session, string name, IReadOnlyList<StaffRole> roles, CancellationToken cancel) =>
        InviteBy(guard.Require(session, StaffAct.ManagePeople).Id, name, roles, cancel);

    /// <summary>As above, by who stands at the machine itself.</summary>
    public Task<BookOutcome> Invite(StaffAtTheMachine by, string name, IReadOnlyList<StaffRole> roles, CancellationToken cancel) => InviteBy(by.Name, name, roles, cancel);

    /// <summary>Gives an account these roles instead of those it has. Holds at the person's next click.</summary>
    public Task<BookOutcome> SetRoles(string? session, string id, IReadOnlyList<StaffRole> roles, CancellationToken cancel) =>
        Change(guard.Require(session, StaffAct.ManagePeople).Id, id, "staff.roles", RoleText.Write(roles), account => account.Roles = roles, cancel);

    /// <summary>Stops an account: its sessions end, it cannot sign in. It stays, and can be started again.</summary>
    public Task<BookOutcome> Stop(string? session, string id, CancellationToken cancel) =>
        Change(guard.Require(session, StaffAct.ManagePeople).Id, id, "staff.stop", "", account => account.IsStopped = true, cancel, endSessions: true);

    /// <summary>Lets a stopped account in again.</summary>
    public Task<BookOutcome> Start(string? session, string id, CancellationToken cancel) =>
        Change(guard.Require(session, StaffAct.ManagePeople).Id, id, "staff.start", "", account => account.IsStopped = false, cancel);

    /// <summary>Ends all sessions of an account, wherever they are. She signs in again with the keys she has.</summary>
    public Task<BookOutcome> EndSessions(string? session, string id, CancellationToken cancel) =>
        Change(guard.Require(session, StaffAct.ManagePeople).Id, id, "staff.end-sessions", "", _ => { }, cancel, endSessions: true);

    /// <summary>Takes all keys from an account and makes a link by which its person gives herself new ones. Nobody does it to herself: the link would go away with her session.</summary>
    public Task<BookOutcome> Recover(string? session, string id, CancellationToken cancel)
    {
        var by = guard.Require(session, StaffAct.ManagePeople).Id;
        return by == id ? Task.FromResult<BookOutcome>(new BookOutcome.Refused(OwnKeys)) : RecoverBy(by, id, cancel);
    }

    /// <summary>As above, by who stands at the machine itself.</summary>
    public Task<BookOutcome> Recover(StaffAtTheMachine by, string name, CancellationToken cancel) => accounts.FindByName(name) is { } account
        ? RecoverBy(by.Name, account.Id, cancel)
        : Task.FromResult<BookOutcome>(new BookOutcome.Refused($"There is no account called '{name}'. There are: {string.Join(", ", accounts.All().Select(one => one.Name))}."));

    private IReadOnlyList<AccountLine> Lines() => [.. accounts.All().Select(account => new AccountLine(
        account.Id, account.Name, account.Roles, account.IsStopped, passkeys.Of(account.Id).Count, account.PasswordHash is not null,
        sessions.Of(account.Id).Select(one => (DateTimeOffset?)one.UsedAt).Max(), account.MadeAt))];

    private Task<BookOutcome> InviteBy(string by, string name, IReadOnlyList<StaffRole> roles, CancellationToken cancel)
    {
        var (token, id) = (StaffLinks.NewToken(), AccountRows.NewId());
        return writer.Write<BookOutcome>(session =>
        {
            if (names.Refuse(session, name) is { } why)
                return new BookOutcome.Refused(why);
            if (roles.Count == 0)
                return new BookOutcome.Refused("Choose at least one role: without one there is nothing to do here.");
            accounts.Add(session, new StaffAccount { Id = id, Name = NewNames.Clean(name), Roles = roles, Stamp = AccountRows.NewId(), MadeAt = time.GetUtcNow() });
            StaffLinks.Add(session, id, token, time.GetUtcNow() + options.Value.InvitationEndsAfter);
            trail.Add(session, new AuditNote(by, "staff.invite", id, RoleText.Write(roles)));
            return new BookOutcome.Link(StaffLinks.Path(token));
        }, cancel);
    }

    private async Task<BookOutcome> RecoverBy(string by, string id, CancellationToken cancel)
    {
        var token = StaffLinks.NewToken();
        var outcome = await Change(by, id, "staff.recover", "", account =>
            (account.PasswordHash, account.CodeKey, account.LastCode, account.Failures, account.LockedUntil) = (null, null, null, 0, null), cancel,
            endSessions: true, keepsAdministrator: false, also: session =>
            {
                PasskeyRows.RemoveAll(session, id);
                StaffLinks.Add(session, id, token, time.GetUtcNow() + options.Value.InvitationEndsAfter);
            });
        return outcome is BookOutcome.Done ? new BookOutcome.Link(StaffLinks.Path(token)) : outcome;
    }

    private async Task<BookOutcome> Change(string by, string id, string act, string detail, Action<StaffAccount> change, CancellationToken cancel,
        bool endSessions = false, bool keepsAdministrator = true, Action<StoreSession>? also = null)
    {
        var outcome = await writer.Write<BookOutcome>(session =>
        {
            if (accounts.Find(session, id) is not { } account)
                return new BookOutcome.Refused("There is no such account any more. Load the page again.");
            var wasAdministrator = !account.IsStopped && account.Roles.Contains(StaffRole.Administrator);
            change(account);
            if (account.Roles.Count == 0)
                return new BookOutcome.Refused("Choose at least one role, or stop the account.");
            if (keepsAdministrator && wasAdministrator && (account.IsStopped || !account.Roles.Contains(StaffRole.Administrator)) && !accounts.HasOtherAdministrator(session, id))
                return new BookOutcome.Refused(LastOne);
            account.Stamp = AccountRows.NewId();
            accounts.Change(session, account);
            also?.Invoke(session);
            if (endSessions)
                Sessions.EndAll(session, id);
            trail.Add(session, new AuditNote(by, act, id, detail));
            return new BookOutcome.Done();
        }, cancel);
        sessions.TellEnded();
        return outcome;
    }
}

/// <summary>Somebody with a shell on the machine: who can read its keys may look after its accounts.</summary>
/// <param name="Name">How the audit log calls it.</param>
internal sealed record StaffAtTheMachine(string Name);

/// <summary>An account as the list shows it.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Roles">Its roles.</param>
/// <param name="IsStopped">It cannot be used.</param>
/// <param name="Passkeys">How many passkeys it has.</param>
/// <param name="HasPassword">It signs in with password and code app.</param>
/// <param name="UsedAt">Last use of a session that stands; null for none.</param>
/// <param name="MadeAt">When it was made.</param>
internal sealed record AccountLine(
    string Id, string Name, IReadOnlyList<StaffRole> Roles, bool IsStopped, int Passkeys, bool HasPassword, DateTimeOffset? UsedAt, DateTimeOffset MadeAt)
{
    /// <summary>She has not used her link yet.</summary>
    public bool IsInvited => Passkeys == 0 && !HasPassword;
}

/// <summary>What became of a change.</summary>
internal abstract record BookOutcome
{
    internal sealed record Done : BookOutcome;

    /// <summary>Done, and this link is for the person; it is shown once.</summary>
    /// <param name="Path">Without the address of the service.</param>
    internal sealed record Link(string Path) : BookOutcome;

    /// <param name="Why">What stands against it and what to do.</param>
    internal sealed record Refused(string Why) : BookOutcome;
}
