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

    private static readonly StaffAccount nobody = new()
    {
        Id = "nobody",
        Name = "nobody",
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
        var hasCode = await users.VerifyTwoFactorTokenAsync(known ?? nobody, CodeApp, code);
        return await writer.Write(session => Conclude(session, known?.Id, fits && hasCode && known?.CodeKey is not null, code), cancel);
    }

    /// <summary>With a passkey, by what the browser got from it.</summary>
    /// <param name="credential">The browser's answer, as JSON.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<StaffAccount?> WithPasskey(string credential, CancellationToken cancel)
    {
        var result = await passkeys.PerformPasskeyAssertionAsync(credential);
        if (!result.Succeeded || accounts.Find(result.User.Id) is not { IsStopped: false } account)
        {
            await trail.Write(new AuditNote("nobody", "session.refused", "", "passkey"), cancel);
            return null;
        }
        await users.AddOrUpdatePasskeyAsync(account, result.Passkey);
        return account;
    }

    private StaffAccount? Conclude(StoreSession session, string? id, bool fits, string code)
    {
        var (account, now) = (id is null ? null : accounts.Find(session, id), time.GetUtcNow());
        var isTaken = fits && account is { IsStopped: false } && account.LastCode != code && !(account.LockedUntil > now);
        if (account is not null)
        {
            if (isTaken)
                (account.Failures, account.LockedUntil, account.LastCode) = (0, null, code);
            else if (!(account.LockedUntil > now)) // tries while it is locked do not make it longer: nobody can be locked out for ever
                account.LockedUntil = Lockout.Until(++account.Failures, now);
            accounts.Change(session, account);
        }
        if (!isTaken)
            trail.Add(session, new AuditNote("nobody", "session.refused", account?.Id ?? "", "password"));
        return isTaken ? account : null;
    }
}
