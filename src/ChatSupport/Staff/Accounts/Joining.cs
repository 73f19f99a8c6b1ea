using System.Security.Cryptography;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace ChatSupport.Staff.Accounts;

/// <summary>A person with a link gives herself keys: a passkey, or a password together with a code app. There is no account with less.</summary>
internal sealed class Joining(
    AccountRows accounts, NewNames names, Passwords passwords, UserManager<StaffAccount> users, SignInManager<StaffAccount> passkeys,
    StoreReaders readers, StoreWriter writer, AuditTrail trail, IDataProtectionProvider protection, TimeProvider time)
{
    private const string LinkIsOver = "This link was used already, or its time is over. Ask an administrator for a new one; for the first start, start the program again.";

    private readonly IDataProtector sealing = protection.CreateProtector("staff", "code key");

    /// <summary>What the link offers; null where it does not work.</summary>
    public JoinOffer? Open(string? token) => readers.Read(session => StaffLinks.Find(session, token, time.GetUtcNow())) switch
    {
        null => null,
        { Staff: null } => accounts.HasAdministrator() ? null : new JoinOffer(null),
        { Staff: { } id } => accounts.Find(id) is { IsStopped: false } account ? new JoinOffer(account.Name) : null,
    };

    /// <summary>Asks the browser for a passkey.</summary>
    /// <returns>Options for the browser, as JSON; null where the link does not work.</returns>
    public async Task<string?> PasskeyOptions(string token, string name)
    {
        if (Open(token) is not { } offer || readers.Read(session => StaffLinks.Find(session, token, time.GetUtcNow())) is not { } link)
            return null;
        var shown = offer.Name ?? NewNames.Clean(name);
        return await passkeys.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = link.Staff ?? AccountRows.NewId(), Name = shown, DisplayName = shown });
    }

    /// <summary>Joins with the passkey that the browser made.</summary>
    public async Task<JoinOutcome> WithPasskey(string token, string name, string credential, CancellationToken cancel)
    {
        if (await NewPasskeys.Check(passkeys, credential) is not { } made)
            return new JoinOutcome.Refused("The passkey could not be checked. Try again; if it goes on, use a password with a code app.");
        made.Passkey.Name = OwnAccount.NameAt(time.GetUtcNow());
        return await Finish(token, name, made.Owner, "passkey", (session, account) => PasskeyRows.Add(session, account.Id, made.Passkey), cancel,
            session => PasskeyRows.IsKnown(session, made.Passkey.CredentialId) ? "That passkey is in use already. Make another one." : null);
    }

    /// <summary>A new key for a code app, and the same sealed for the way back.</summary>
    public (string Key, string Sealed) NewCodeKey()
    {
        var key = users.GenerateNewAuthenticatorKey();
        return (key, sealing.Protect(key));
    }

    /// <summary>Joins with a password and the code that the app shows for the key.</summary>
    public async Task<JoinOutcome> WithPassword(string token, string name, string password, string sealedKey, string code, CancellationToken cancel)
    {
        if (Open(token) is not { } offer)
            return new JoinOutcome.Refused(LinkIsOver);
        if (offer.Name is null && readers.Read(session => names.Refuse(session, name)) is { } wrongName)
            return new JoinOutcome.Refused(wrongName);
        if (Passwords.Refuse(password, offer.Name ?? NewNames.Clean(name)) is { } why)
            return new JoinOutcome.Refused(why);
        if (Unseal(sealedKey) is not { } key)
            return new JoinOutcome.Refused("The page is too old. Load it again and scan the picture anew.");
        var trial = new StaffAccount { Id = "trial", Name = "trial", Stamp = "", CodeKey = key, MadeAt = default };
        var read = Codes.Read(code);
        if (!await users.VerifyTwoFactorTokenAsync(trial, SigningIn.CodeApp, read))
            return new JoinOutcome.Refused("The code does not fit. Look whether the phone's clock is right, and type the code that the app shows now.");
        var hash = await passwords.Hash(password, cancel);
        return await Finish(token, name, AccountRows.NewId(), "password and code app",
            (_, account) => (account.PasswordHash, account.CodeKey, account.LastCode) = (hash, key, Codes.Add(null, read)), cancel);
    }

    private Task<JoinOutcome> Finish(string token, string name, string newId, string how, Action<StoreSession, StaffAccount> giveKeys, CancellationToken cancel,
        Func<StoreSession, string?>? refuse = null) => writer.Write<JoinOutcome>(session =>
        {
            if (StaffLinks.Find(session, token, time.GetUtcNow()) is not { } link || (link.Staff is null && accounts.HasOtherAdministrator(session, but: "")))
                return new JoinOutcome.Refused(LinkIsOver);
            if (refuse?.Invoke(session) is { } wrongKey)
                return new JoinOutcome.Refused(wrongKey);
            if (link.Staff is null && names.Refuse(session, name) is { } why)
                return new JoinOutcome.Refused(why);
            var account = link.Staff is null ? First(name, newId) : accounts.Find(session, link.Staff)!;
            if (account.IsStopped || (link.Staff is not null && how == "passkey" && newId != link.Staff))
                return new JoinOutcome.Refused(LinkIsOver);
            StaffLinks.TakeUp(session, token);
            giveKeys(session, account);
            account.Stamp = AccountRows.NewId();
            if (link.Staff is null)
                accounts.Add(session, account);
            else
                accounts.Change(session, account);
            Sessions.EndAll(session, account.Id);
            trail.Add(session, new AuditNote(account.Id, "staff.join", account.Id, how));
            return new JoinOutcome.Joined(account.Id, account.Stamp);
        }, cancel);

    /// <summary>Whoever installs it looks after accounts, and can look around and change texts at once.</summary>
    private StaffAccount First(string name, string id) => new()
    {
        Id = id,
        Name = NewNames.Clean(name),
        Roles = [StaffRole.Administrator, StaffRole.Editor],
        Stamp = "",
        MadeAt = time.GetUtcNow(),
    };

    private string? Unseal(string sealedKey)
    {
        try
        {
            return sealing.Unprotect(sealedKey);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
