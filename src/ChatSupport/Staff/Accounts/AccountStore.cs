using ChatSupport.Storage;
using Microsoft.AspNetCore.Identity;

namespace ChatSupport.Staff.Accounts;

/// <summary>Accounts as ASP.NET Core Identity wants them. It reads; the only thing that Identity itself writes is what a passkey said when it was used.
/// Everything else is an act of <see cref="AccountBook"/>, which stands in the audit log.</summary>
internal sealed class AccountStore(AccountRows accounts, PasskeyRows passkeys, StoreWriter writer) :
    IUserPasswordStore<StaffAccount>, IUserPasskeyStore<StaffAccount>, IUserSecurityStampStore<StaffAccount>,
    IUserAuthenticatorKeyStore<StaffAccount>, IUserTwoFactorStore<StaffAccount>
{
    public Task<string> GetUserIdAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(AccountRows.Fold(user.Name));

    public Task<StaffAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(accounts.Find(userId));

    public Task<StaffAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Task.FromResult(accounts.FindByName(normalizedUserName));

    public Task<string?> GetPasswordHashAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Stamp);

    public Task<string?> GetAuthenticatorKeyAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.CodeKey);

    public Task<bool> GetTwoFactorEnabledAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. passkeys.Of(user.Id)]);

    public Task<StaffAccount?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(passkeys.Find(credentialId) is { } found ? accounts.Find(found.Staff) : null);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(StaffAccount user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(passkeys.Find(credentialId) is { } found && found.Staff == user.Id ? found.Passkey : null);

    public Task AddOrUpdatePasskeyAsync(StaffAccount user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => writer.Write(session =>
    {
        PasskeyRows.Renew(session, user.Id, passkey);
        return true;
    }, cancellationToken);

    // What Identity would write by itself goes through AccountBook instead.
    public Task<IdentityResult> CreateAsync(StaffAccount user, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> UpdateAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> DeleteAsync(StaffAccount user, CancellationToken cancellationToken) => throw NotHere();

    public Task RemovePasskeyAsync(StaffAccount user, byte[] credentialId, CancellationToken cancellationToken) => throw NotHere();

    public Task SetUserNameAsync(StaffAccount user, string? userName, CancellationToken cancellationToken) => throw NotHere();

    public Task SetNormalizedUserNameAsync(StaffAccount user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetPasswordHashAsync(StaffAccount user, string? passwordHash, CancellationToken cancellationToken) => throw NotHere();

    public Task SetSecurityStampAsync(StaffAccount user, string stamp, CancellationToken cancellationToken) => throw NotHere();

    public Task SetAuthenticatorKeyAsync(StaffAccount user, string key, CancellationToken cancellationToken) => throw NotHere();

    public Task SetTwoFactorEnabledAsync(StaffAccount user, bool enabled, CancellationToken cancellationToken) => throw NotHere();

    public void Dispose()
    {
    }

    private static NotSupportedException NotHere() => new("Accounts are changed by AccountBook, so that every change stands in the audit log.");
}
