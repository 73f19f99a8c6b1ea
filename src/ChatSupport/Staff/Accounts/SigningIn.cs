using ChatSupport.Staff.Audit;
using ChatSupport.Storage;
using Microsoft.AspNetCore.Identity;

namespace ChatSupport.Staff.Accounts;

/// <summary>Proves who somebody is: by a passkey, or by name, password and the code of her app together. What was wrong is never said.</summary>
internal sealed class SigningIn(
    AccountRows accounts, Passwords passwords, UserManager<StaffAccount> users, SignInManager<StaffAccount> passkeys, StoreWriter writer, AuditTrail trail, TimeProvider time)
{
    /// <summary>The token provider of code apps.</summary>
    public const string CodeApp = "Authenticator";

    /// <summary>How the audit log calls who has not signed in.</summary>
    public const string Nobody = "nobody";

    private static readonly StaffAccount nobody = new()
    {
        Id = Nobody,
        Name = Nobody,
        Stamp = "",
        CodeKey = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", // no account's: it makes the answer take as long
        MadeAt = default,
    };

    /// <summary>With name, password and code. An unknown name takes as long as a known one and is answered the same.</summary>
    /// <returns>The account; null where anything is wrong or the account is locked or stopped.</returns>
    /// <exception cref="TooManyTriesException">Too many try at this moment.</exception>
    public async Task<StaffAccount?> WithPassword(string name, string password, string code, CancellationToken cancel)
    {
        var known = accounts.FindByName(name);
        var fits = await passwords.Fits(known?.PasswordHash, password, cancel);
        var read = Codes.Read(code);
        var hasCode = await users.VerifyTwoFactorTokenAsync(known ?? nobody, CodeApp, read);
        return await writer.Write(session => Conclude(session, known, fits && hasCode && known?.CodeKey is not null, read), cancel);
    }

    /// <summary>With a passkey, by what the browser got from it.</summary>
    /// <param name="credential">The browser's answer, as JSON.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<StaffAccount?> WithPasskey(string credential, CancellationToken cancel)
    {
        var result = await Assert(credential);
        if (result is not { Succeeded: true } || accounts.Find(result.User.Id) is not { IsStopped: false } account)
        {
            await trail.Write(new AuditNote(Nobody, "session.refused", "", "passkey"), cancel);
            return null;
        }
        await users.AddOrUpdatePasskeyAsync(account, result.Passkey);
        return account;
    }

    /// <returns>Null where the browser was not asked, or its answer is none.</returns>
    private async Task<PasskeyAssertionResult<StaffAccount>?> Assert(string credential)
    {
        try
        {
            return await passkeys.PerformPasskeyAssertionAsync(credential);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private StaffAccount? Conclude(StoreSession session, StaffAccount? known, bool fits, string code)
    {
        var (account, now) = (known is null ? null : accounts.Find(session, known.Id), time.GetUtcNow());
        var isTaken = fits && account is { IsStopped: false } && account.Stamp == known!.Stamp // her keys are those that were looked at
            && !Codes.Holds(account.LastCode, code) && !(account.LockedUntil > now);
        if (account is not null)
        {
            if (isTaken)
                (account.Failures, account.LockedUntil, account.LastCode) = (0, null, Codes.Add(account.LastCode, code));
            else if (!(account.LockedUntil > now)) // tries while it is locked do not make it longer: nobody can be locked out for ever
                account.LockedUntil = Lockout.Until(++account.Failures, now);
            accounts.Change(session, account);
        }
        if (!isTaken)
            trail.Add(session, new AuditNote(Nobody, "session.refused", account?.Id ?? "", "password"));
        return isTaken ? account : null;
    }
}
